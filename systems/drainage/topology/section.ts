import { sql } from 'kysely'
import { metresBetween } from '../../../engines/hydraulics/model/index.ts'
import { pathBetween } from '../../../kernel/geo/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { links } from '../tables/index.ts'
import type { LinkKind } from '../words.ts'

/** A node on the way, and the link by which it is reached from the one before. */
export interface Step {
  readonly node: string
  readonly code: string
  readonly ground: number
  readonly invert: number
  readonly longitude: number | null
  readonly latitude: number | null
  readonly link: StepLink | null
}
interface StepLink {
  readonly id: string
  readonly code: string
  readonly kind: LinkKind
  readonly size: number | null
  readonly length: number | null
  readonly inOffset: number
  readonly outOffset: number
}

/** 纵断面: what a drawing of it needs, in m; chainage counts from the first node. */
export interface LongSection {
  readonly nodes: readonly {
    readonly id: string
    readonly code: string
    readonly chainage: number
    readonly ground: number
    readonly invert: number
    /** Where nothing measures or computes it: null. */
    readonly water: number | null
  }[]
  readonly links: readonly {
    readonly id: string
    readonly code: string
    readonly kind: LinkKind
    readonly size: number | null
    /** Between the nodes n and n + 1. */
    readonly from: number
    readonly invert: readonly [from: number, to: number]
    /** Null of what has no section. */
    readonly crown: readonly [from: number, to: number] | null
  }[]
}

/** Pure. @param water level at a node, m; known of some */
export function sectionOf(
  steps: readonly Step[],
  water: ReadonlyMap<string, number> = new Map(),
): LongSection {
  const nodes: LongSection['nodes'][number][] = []
  const links: LongSection['links'][number][] = []
  steps.forEach((step, i) => {
    const before = steps[i - 1]
    const { link } = step
    const chainage = (nodes.at(-1)?.chainage ?? 0) + (before && link ? lengthOf(before, step, link) : 0)
    nodes.push({
      id: step.node,
      code: step.code,
      chainage: Number(chainage.toFixed(2)),
      ground: step.ground,
      invert: step.invert,
      water: water.get(step.node) ?? null,
    })
    if (!before || !link) return
    const invert = [before.invert + link.inOffset, step.invert + link.outOffset] as const
    const size = link.kind === 'conduit' ? link.size : null
    links.push({
      id: link.id,
      code: link.code,
      kind: link.kind,
      size: link.size,
      from: i - 1,
      invert,
      crown: size === null ? null : [invert[0] + size, invert[1] + size],
    })
  })
  return { nodes, links }
}

function lengthOf(before: Step, step: Step, { length }: StepLink): number {
  if (length !== null) return length
  const [from, to] = [before, step].map(({ longitude, latitude }) =>
    longitude === null || latitude === null ? undefined : ([longitude, latitude] as const),
  )
  return from && to ? metresBetween(from, to) : 0
}

/** Rows of `way` (node, link that leads to it, step) with what a section draws of them. */
const STEPS = sql`select n.id as node, n.code, n.ground_level::float8 as ground, n.invert_level::float8 as invert,
      n.place[0] as longitude, n.place[1] as latitude,
      case when l.id is not null then json_build_object('id', l.id, 'code', l.code, 'kind', l.kind,
        'size', l.size::float8, 'length', l.length::float8,
        'inOffset', coalesce(l.in_offset, 0)::float8, 'outOffset', coalesce(l.out_offset, 0)::float8) end as link
    from way join drainage.nodes n on n.id = way.node left join drainage.links l on l.id = way.link
    order by way.step`

/** A way no longer than this: nodes each way. */
const MOST = 300

/**
 * The way of the most water through a node, or through a link where one is named: at every node by the largest pipe, upward
 * to where none arrives and downward to where none leaves.
 */
export async function wayThrough(
  { db }: Pick<Context, 'db'>,
  start: { readonly node: string } | { readonly link: string },
): Promise<readonly Step[]> {
  const ends =
    'node' in start
      ? sql`select ${start.node}::text as up, ${start.node}::text as down, null::text as link`
      : sql`select from_node as up, to_node as down, id as link from drainage.links where id = ${start.link}`
  const largest = sql`l.kind = 'conduit' desc, l.size desc nulls last, l.code limit 1`
  const { rows } = await sql<Step>`
    with recursive ends as (${ends}),
    up (node, link, step, way) as (
      select up, null::text, 0, array[up] from ends
      union all
      select next.from_node, next.id, step - 1, way || next.from_node from up cross join lateral (
        select l.id, l.from_node from drainage.links l where l.to_node = up.node order by ${largest}) next
      where step > ${-MOST} and next.from_node <> all(way)),
    down (node, link, step, way) as (
      select down, link, 1, (select array_agg(node) from up) || down from ends
      union all
      select next.to_node, next.id, step + 1, way || next.to_node from down cross join lateral (
        select l.id, l.to_node from drainage.links l where l.from_node = down.node order by ${largest}) next
      where step < ${MOST} and next.to_node <> all(way)),
    -- Upward a row holds the link that leaves its node; on the way it is the next node's.
    way as (
      select node, lag(link) over (order by step) as link, step from up
      union all
      select node, link, step from down where link is not null)
    ${STEPS}`.execute(db)
  return rows
}

/** Nodes that a way between two is looked for among. */
const MOST_BETWEEN = 20_000

/** The shortest way that water takes between two nodes, whichever lies above; undefined where it takes none. */
export async function wayBetween(
  { db }: Pick<Context, 'db'>,
  one: string,
  other: string,
): Promise<readonly Step[] | undefined> {
  const down = await pathBetween(db, links, one, other, 'down', MOST_BETWEEN)
  const path = down.path ?? (await pathBetween(db, links, other, one, 'down', MOST_BETWEEN)).path
  if (!path) return undefined
  const { rows } = await sql<Step>`
    with way (node, link, step) as (
      select * from unnest(${[...path.nodes]}::text[], ${[null, ...path.edges]}::text[]) with ordinality)
    ${STEPS}`.execute(db)
  return rows
}
