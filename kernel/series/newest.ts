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
  /** The last batch that had readings of any of them, as it named itself; undefined where there was none. */
  batch: string | undefined
}
export type Newest = Map<number, Block>
const blockWith = (at: readonly number[], flags: readonly number[], batch?: string): Block => ({
  at: new Elements('float8', at),
  flags: new Elements('int2', flags),
  batch,
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
const blocksOf = (ids: readonly number[]): readonly number[] => [...new Set(ids.map(blockOf))]

/** Reads the rows in which these series are, where they are not known. */
export async function readNewest(db: Database, newest: Newest, ids: readonly number[]): Promise<void> {
  const missing = blocksOf(ids).filter((block) => !newest.has(block))
  if (missing.length === 0) return
  for (const block of missing) newest.set(block, blockWith(NONE, UNDOUBTED))
  const { rows } = await sql<{
    block: number
    at: number[]
    flags: number[]
    batch: string
  }>`select block, at, flags, batch from series.newest
    where block = any(${binaryArray('int4', missing)}::int4[])`.execute(db)
  for (const { block, at, flags, batch } of rows) newest.set(block, blockWith(at, flags, batch))
}

/**
 * Forgets the rows in which these series are where another program wrote one of them since.
 * @returns the series of those rows
 */
export async function forgetStrange(
  db: Database,
  newest: Newest,
  ids: readonly number[],
): Promise<readonly number[]> {
  const known = blocksOf(ids).filter((block) => newest.has(block))
  if (known.length === 0) return []
  const { rows } = await sql<{ block: number; batch: string }>`select block, batch from series.newest
    where block = any(${binaryArray('int4', known)}::int4[])`.execute(db)
  const batches = new Map(rows.map(({ block, batch }) => [block, batch]))
  const strange = known.filter((block) => newest.get(block)?.batch !== batches.get(block))
  for (const block of strange) newest.delete(block)
  return strange.flatMap((block) => NONE.map((_, place) => block * SIZE + place))
}

/** Keeps the newest reading of series that were written to, and names this batch in their rows. */
export async function writeNewest(db: Database, newest: Newest, moved: readonly Loaded[]): Promise<void> {
  const touched = new Map<number, Block>()
  for (const { id, head } of moved) {
    const block = newest.get(blockOf(id))
    if (!block || !head) continue
    block.at.set(id % SIZE, head.at)
    block.flags.set(id % SIZE, head.flags)
    touched.set(blockOf(id), block)
  }
  if (touched.size === 0) return
  const blocks = [...touched.values()]
  const at = binaryArrayOf(
    'float8',
    blocks.map((block) => block.at),
  )
  const flags = binaryArrayOf(
    'int2',
    blocks.map((block) => block.flags),
  )
  const part = sql.raw(`[(u.n - 1) * ${SIZE} + 1 : u.n * ${SIZE}]`)
  const { rows } = await sql<{ batch: string }>`insert into series.newest (block, at, flags, batch)
    select u.block, (${at}::float8[])${part}, (${flags}::int2[])${part}, (select gen_random_uuid())
    from unnest(${binaryArray('int4', [...touched.keys()])}::int4[]) with ordinality as u(block, n)
    on conflict (block) do update set at = excluded.at, flags = excluded.flags, batch = excluded.batch
    returning batch`.execute(db)
  for (const block of blocks) block.batch = rows[0]?.batch
}
