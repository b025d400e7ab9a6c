import { sql } from 'kysely'
import { ZONE_MS } from '../../../kernel/calendar/moments.ts'
import { stepsFrom } from '../../../kernel/geo/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { links } from '../tables/index.ts'
import { flow, level, rain } from '../twin/quantities.ts'
import { readingsBetween } from '../twin/readings.ts'
import type { NetworkKind } from '../words.ts'
import { DAY, type Watch, type Watched } from './watched.ts'

/** So many sensors are judged at once; more would be asked in turns. */
const MOST_SENSORS = 500
const MOST_POINTS = 10_000
/** How far down a sensor below is looked for. */
const MOST_STEPS = 12

interface Standing {
  readonly sensor: string
  readonly device: string
  readonly measures: 'level' | 'flow' | 'rain'
  readonly node: string | null
  readonly link: string | null
  readonly network: NetworkKind | null
  readonly size: number | null
  readonly depth: number | null
  readonly full: number | null
}

/** What sensors said in the days before now; undefined where none said anything. */
export async function readWatch(context: Context, days: number): Promise<Watch | undefined> {
  const to = Date.parse(context.moment())
  const from = to - days * DAY
  const standing = await standingOf(context)
  const below = await belowOf(context, standing)
  const sensors: Watched[] = []
  const gauges: Map<number, { sum: number; count: number }> = new Map()
  for (const { device, measures, ...one } of standing) {
    const quantity = { level, flow, rain }[measures].id
    const read = await readingsBetween(context, { device, quantity }, from, to, MOST_POINTS)
    const points = read.map(({ at, mean }) => [at + ZONE_MS, mean] as const)
    if (measures === 'rain')
      for (const [at, mm] of points) {
        const known = gauges.get(at) ?? { sum: 0, count: 0 }
        gauges.set(at, { sum: known.sum + mm, count: known.count + 1 })
      }
    else
      sensors.push({
        ...one,
        measures,
        network: one.network ?? 'rain',
        below: below.get(one.sensor) ?? [],
        points,
      })
  }
  const newest = Math.max(...sensors.map(({ points }) => points.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY))
  if (!Number.isFinite(newest)) return undefined
  const fallen = [...gauges].map(([at, { sum, count }]) => [at, sum / count] as const)
  return { sensors, newest, rain: fallen.sort(([a], [b]) => a - b) }
}

/**
 * Each sensor with the pipe it stands in: the link it measures, or the largest conduit that leaves its node. What that
 * carries when full is Manning's formula for a round pipe over its own slope.
 */
async function standingOf({ db }: Pick<Context, 'db'>): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select s.id as sensor, s.device, s.measures, s.node, s.link, coalesce(p.network, n.network) as network,
      p.size::float8 as size, n.depth::float8 as depth, case when p.shape = 'circular' and p.length > 0 and p.fall > 0
        then 0.3117 / coalesce(nullif(p.roughness, 0), 0.013) * p.size ^ 2.667 * sqrt(p.fall / p.length) end::float8 as "full"
    from drainage.sensors s
    left join drainage.nodes n on n.id = s.node
    left join lateral (select l.network, l.size, l.shape, l.length, l.roughness,
        (u.invert_level + coalesce(l.in_offset, 0)) - (d.invert_level + coalesce(l.out_offset, 0)) as fall
      from drainage.links l join drainage.nodes u on u.id = l.from_node join drainage.nodes d on d.id = l.to_node
      where l.id = s.link or (s.link is null and l.from_node = s.node and l.kind = 'conduit')
      order by l.size desc nulls last, l.id limit 1) p on true
    order by s.id limit ${MOST_SENSORS}`.execute(db)
  return rows
}

/** Of each level sensor the sensors further down, the nearest first; a flow meter stands at the head of its link. */
async function belowOf(
  { db }: Pick<Context, 'db'>,
  standing: readonly Standing[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const levels = standing.filter(({ measures, node }) => measures === 'level' && node)
  const starts = sql`select g.start, g.node from unnest(${levels.map(({ sensor }) => sensor)}::text[],
    ${levels.map(({ node }) => node)}::text[]) as g(start, node)`
  const { rows } = await sql<{ sensor: string; below: string }>`
    with way as (${stepsFrom(links, starts, 'down', MOST_STEPS)}),
    stands as (select s.id, s.measures, coalesce(s.node, l.from_node) as node
      from drainage.sensors s left join drainage.links l on l.id = s.link where s.measures <> 'rain')
    select w.start as sensor, s.id as below, min(w.steps) as steps from way w join stands s on s.node = w.node
    where s.id <> w.start and (w.steps > 0 or s.measures = 'flow')
    group by 1, 2 order by 1, 3, 2`.execute(db)
  const below = new Map<string, string[]>()
  for (const row of rows) below.set(row.sensor, [...(below.get(row.sensor) ?? []), row.below])
  return below
}
