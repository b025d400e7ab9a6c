import { sql } from 'kysely'
import { type Permit, permitFor } from '../../access/grants.ts'
import type { Position } from '../../geo/geometry.ts'
import { away, distance } from '../../geo/measure.ts'
import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import type { Database } from '../database.ts'
import { quote, tableName } from '../ddl.ts'
import { type Place, placeColumns, placeText } from '../place.ts'
import type { RecordDefinition } from '../record.ts'
import { type Answer, bad, good } from './answer.ts'
import { type Finders, lineIn } from './cells.ts'
import { words } from './columns.ts'
import { recordOf } from './lookups.ts'
import type { DataRow } from './rows.ts'

/** What the line that a row draws says of its nodes. */
export interface Drawn {
  /** Where in the row the line stands. */
  readonly at: number
  /** The vertices between the nodes, from the one it leads from. */
  readonly course: readonly Position[] | null
  /** The node at each end whose column says nothing, by column, with the place of the end. */
  readonly ends: readonly { readonly name: string; readonly end: string; readonly answer: Answer }[]
}

/** Within so many metres of the end of a line its node is looked for, where the record says nothing else. */
export const WITHIN = 1

/**
 * Of a record whose rows are edges: what the lines of a batch say of the nodes that they lead from and to, which are the
 * nearest within some metres of their ends; where another is less than twice as far, neither is meant. A line drawn from the lower node up is turned round where its row names a node.
 * @returns a drawn row each, undefined of one without a line
 */
export async function drawnOf(
  context: Context,
  record: RecordDefinition,
  batch: readonly DataRow[],
  finders: Finders,
  permit: Permit | undefined,
  within = record.edge?.within ?? WITHIN,
): Promise<readonly (Drawn | undefined)[]> {
  const { edge } = record
  const lines = batch.map(({ of, row }) => {
    const at = edge?.course ? of.matching.columns.indexOf(edge.course) : -1
    const line = at < 0 ? undefined : lineIn(row.cells[at])
    return line && { at, line }
  })
  const target = edge && recordOf(context, record.columns[edge.from]?.record)
  const seen = target && permit && permitFor(target, context.actor, 'read')
  if (!edge || !target || !lines.some(Boolean) || (permit && !seen)) return batch.map(() => undefined)
  const may = (name: string) => !permit || name in permit.record.columns
  const named = batch.map(({ of, row }) =>
    [edge.from, edge.to].map((name) => {
      const shown = words(row.cells[of.matching.columns.indexOf(name)])
      return { name, empty: shown === '', id: shown === '' ? undefined : finders.reference[name]?.(shown) }
    }),
  )
  const ids = named.flat().flatMap(({ id }) => (id ? [id] : []))
  const places = await placesOf(context.db, target, ids)
  const wanted: Place[] = []
  const plans = lines.map((drawn, i) => {
    if (!drawn) return undefined
    const [first, last] = [drawn.line[0], drawn.line.at(-1)].map((at) => placeAt(at as Position)) as [
      Place,
      Place,
    ]
    const [from, to] = named[i]!.map(({ id }) => (id ? places.get(id) : undefined))
    const turned = from
      ? distance(from, first) > distance(from, last)
      : to !== undefined && distance(to, last) > distance(to, first)
    const ends = turned ? [last, first] : [first, last]
    const open = named[i]!.flatMap(({ name, empty }, k) =>
      empty && may(name) ? [{ name, end: ends[k]! }] : [],
    )
    wanted.push(...open.map(({ end }) => end))
    const between = drawn.line.slice(1, -1)
    return { at: drawn.at, course: turned ? between.reverse() : between, open }
  })
  const near = await nodesNear(context.db, target, wanted, within, seen)
  return plans.map((plan) => {
    if (!plan) return undefined
    const { at, course, open } = plan
    const ends = open.map(({ name, end }) => ({
      name,
      end: placeText(end),
      answer: oneOf(near.get(end) ?? [], end, within, target),
    }))
    const [one, other] = ends.map(({ answer }) => (answer.ok ? answer.value : undefined))
    const same = one !== undefined && one === other
    return {
      at,
      course: course.length > 0 ? course : null,
      ends: same ? ends.map((end) => ({ ...end, answer: bad(SAME) })) : ends,
    }
  })
}

const placeAt = ([longitude, latitude]: Position): Place => ({ longitude, latitude })
const SAME = text('线的两端是同一个节点', 'Both ends of the line are one node')

function oneOf(found: readonly Near[], end: Place, within: number, { name }: RecordDefinition): Answer {
  const [nearest, next] = found
  if (nearest && (!next || next.metres > 2 * nearest.metres)) return good(nearest.id)
  const at = placeText(end)
  if (!nearest)
    return bad(
      text(
        `线的端点（${at}）周围 ${within} 米内没有${name.zh}`,
        `None of ${name.en} lies within ${within} m of the end of the line (${at})`,
      ),
    )
  const titles = found.map(({ title }) => title).sort()
  return bad(
    text(
      `线的端点（${at}）周围 ${within} 米内有 ${found.length} 个${name.zh}：${titles.join('、')}，请填编码`,
      `${found.length} of ${name.en} lie within ${within} m of the end of the line (${at}): ${titles.join(', ')}; name the one`,
    ),
  )
}

async function placesOf(
  db: Database,
  target: RecordDefinition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  const [column] = placeColumns(target)
  if (ids.length === 0 || !column) return new Map()
  const { rows } = await sql<{
    id: string
    place: Place | null
  }>`select id, ${sql.raw(quote(column))} as place
    from ${sql.raw(tableName(target.id))} where id = any(${[...ids]}::text[])`.execute(db)
  return new Map(rows.flatMap(({ id, place }) => (place ? [[id, place] as const] : [])))
}

interface Node {
  readonly id: string
  readonly title: string
  readonly place: Place
}
interface Near extends Node {
  readonly metres: number
}

/** So many nodes around one end are looked at, the nearest by degrees. */
const MOST_NEAR = 8

/** Nodes within some metres of each place, the nearest first: one question for all, by the index of places. */
async function nodesNear(
  db: Database,
  target: RecordDefinition,
  places: readonly Place[],
  within: number,
  seen: Permit | undefined,
): Promise<ReadonlyMap<Place, readonly Near[]>> {
  const [column] = placeColumns(target)
  if (places.length === 0 || !column) return new Map()
  const place = sql.raw(`t.${quote(column)}`)
  const title = sql.raw(quote(!seen || target.title in seen.record.columns ? target.title : 'id'))
  const boxes = places.map((at) => {
    const [east, north] = [away(at, 90, within).longitude, away(at, 0, within).latitude]
    return [2 * at.longitude - east, 2 * at.latitude - north, east, north]
  })
  const { rows } = await sql<Node & { n: number }>`select e.n::int as n, near.* from unnest(
      ${boxes.map(([west]) => west)}::float8[], ${boxes.map(([, south]) => south)}::float8[],
      ${boxes.map(([, , east]) => east)}::float8[], ${boxes.map(([, , , north]) => north)}::float8[])
      with ordinality as e(west, south, east, north, n)
    cross join lateral (select t.id, ${title}::text as title, ${place} as place from ${sql.raw(tableName(target.id))} t
      where ${place} <@ box(point(e.west, e.south), point(e.east, e.north)) and ${seen?.where ?? sql`true`}
      order by ${place} <-> point((e.west + e.east) / 2, (e.south + e.north) / 2), t.id limit ${MOST_NEAR}) near`.execute(
    db,
  )
  const found = new Map<Place, Near[]>(places.map((at) => [at, []]))
  for (const { n, ...node } of rows) {
    const at = places[n - 1]!
    const metres = distance(at, node.place)
    // The corners of a box are farther.
    if (metres <= within) found.get(at)!.push({ ...node, metres })
  }
  for (const near of found.values()) near.sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
  return found
}
