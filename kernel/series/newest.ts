import { sql } from 'kysely'
import { binaryArray, binaryArrayOf, Elements } from '../store/copied.ts'
import type { Database } from '../store/database.ts'
import type { Loaded } from './head.ts'

/** So many series are one row of `series.newest`, as its migration says. */
const SIZE = 128

/** Of the series of one row, by their ids in order: when the newest reading is of, and its flags. As they are sent. */
interface Block {
  readonly at: Elements
  readonly flags: Elements
}
export type Newest = Map<number, Block>
const blockWith = (at: readonly number[], flags: readonly number[]): Block => ({
  at: new Elements('float8', at),
  flags: new Elements('int2', flags),
})
const NONE = new Array<number>(SIZE).fill(Number.NEGATIVE_INFINITY)
const UNDOUBTED = new Array<number>(SIZE).fill(0)

/** How a query finds the newest reading of a series `s`: its moment in milliseconds, and its flags. */
const PLACE = sql.raw(`[s.id % ${SIZE} + 1]`)
export const NEWEST = {
  joined: sql`join series.newest n on n.block = s.id / ${sql.raw(String(SIZE))}`,
  at: sql`n.at${PLACE}`,
  flags: sql`n.flags${PLACE}`,
}

const blockOf = (id: number): number => Math.floor(id / SIZE)

/** Reads the rows in which these series are, where they are not known. */
export async function readNewest(db: Database, newest: Newest, ids: readonly number[]): Promise<void> {
  const missing = [...new Set(ids.map(blockOf))].filter((block) => !newest.has(block))
  if (missing.length === 0) return
  for (const block of missing) newest.set(block, blockWith(NONE, UNDOUBTED))
  const { rows } = await sql<{
    block: number
    at: number[]
    flags: number[]
  }>`select block, at, flags from series.newest
    where block = any(${binaryArray('int4', missing)}::int4[])`.execute(db)
  for (const { block, at, flags } of rows) newest.set(block, blockWith(at, flags))
}

/** Keeps the newest reading of series that were written to. */
export async function writeNewest(db: Database, newest: Newest, moved: readonly Loaded[]): Promise<void> {
  const changed = new Set<number>()
  for (const { id, head } of moved) {
    const block = newest.get(blockOf(id))
    if (!block || !head) continue
    const place = id % SIZE
    if (block.at.at(place) === head.at && block.flags.at(place) === head.flags) continue
    block.at.set(place, head.at)
    block.flags.set(place, head.flags)
    changed.add(blockOf(id))
  }
  if (changed.size === 0) return
  const blocks = [...changed].map((number) => newest.get(number) as Block)
  const at = binaryArrayOf(
    'float8',
    blocks.map((block) => block.at),
  )
  const flags = binaryArrayOf(
    'int2',
    blocks.map((block) => block.flags),
  )
  const part = sql.raw(`[(u.n - 1) * ${SIZE} + 1 : u.n * ${SIZE}]`)
  await sql`insert into series.newest (block, at, flags)
    select u.block, (${at}::float8[])${part}, (${flags}::int2[])${part}
    from unnest(${binaryArray('int4', [...changed])}::int4[]) with ordinality as u(block, n)
    on conflict (block) do update set at = excluded.at, flags = excluded.flags`.execute(db)
}
