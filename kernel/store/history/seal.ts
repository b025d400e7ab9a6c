import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { tableName } from '../ddl.ts'
import { type Change, GENESIS, type Leaf, leafOf, packLeaves, sealHash } from './chain.ts'

/** Changes of one seal at most, so that a long import is sealed in bounded memory. */
const MOST = 10_000
/** Advisory lock under which seals are appended, held to the commit: seals stand in the order of commits. */
const LOCK = 7702

/** An instant with its microseconds, whatever the session's time zone. */
export const instant = (column: string): RawBuilder<string> =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`)

export interface Write {
  /** The transaction's own id. */
  readonly tx: string
  /** ISO 8601 */
  readonly now: string
  readonly actor: string
  readonly why?: string | undefined
}

/** Runs the work in one transaction; its changes are recorded under who and why, and sealed before it commits. */
export const written = <T>(db: Database, write: Write, work: (db: Database) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ last: number }>`
      select coalesce((select seq from audit.changes order by seq desc limit 1), 0) as last,
        set_config('gaoxin.tx', ${write.tx}, true), set_config('gaoxin.actor', ${write.actor}, true),
        set_config('gaoxin.why', ${write.why ?? ''}, true)`.execute(transaction)
    const answer = await work(transaction)
    await seal(transaction, write, rows[0]?.last ?? 0)
    return answer
  })

async function seal(db: Database, { tx, now }: Write, after: number): Promise<void> {
  let from = after
  // In a transaction that only makes rows, no row has a change after its first.
  let settled = false
  for (let first = true; ; first = false) {
    const { rows } = await sql<{ last: number; record: string }>`
      select max(seq) as last, record from (
        select seq, record from audit.changes where seq > ${from} and tx = ${tx} order by seq limit ${MOST}
      ) part group by record`.execute(db)
    if (rows.length === 0) return
    if (first) {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
      settled = !(await changesRows(db, tx, after))
    }
    const last = Math.max(...rows.map((row) => row.last))
    const records = rows.map(({ record }) => record)
    await append(db, tx, now, await leavesOf(db, { tx, first: from + 1, last }, records, settled))
    from = last
  }
}

const changesRows = async (db: Database, tx: string, after: number): Promise<boolean> => {
  const { rows } =
    await sql`select from audit.changes where seq > ${after} and tx = ${tx} and before is not null
    limit 1`.execute(db)
  return rows.length > 0
}

async function append(db: Database, tx: string, at: string, leaves: readonly Leaf[]): Promise<void> {
  const { rows } = await sql<{ number: number; hash: Buffer }>`
    select number, hash from audit.seals order by number desc limit 1`.execute(db)
  const seal = {
    number: (rows[0]?.number ?? 0) + 1,
    tx,
    at,
    leaves: packLeaves(leaves),
    previous: rows[0]?.hash ?? GENESIS,
  }
  await sql`insert into audit.seals (number, tx, at, first_seq, last_seq, leaves, previous, hash)
    values (${seal.number}, ${tx}, ${at}, ${leaves[0]?.seq}, ${leaves.at(-1)?.seq}, ${seal.leaves},
      ${seal.previous}, ${sealHash(seal)})`.execute(db)
}

export interface Range {
  readonly tx: string
  readonly first: number
  readonly last: number
}

/** The records in which a seal's changes are. */
export async function recordsOf(db: Database, { tx, first, last }: Range): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`select distinct record from audit.changes
    where tx = ${tx} and seq between ${first} and ${last}`.execute(db)
  return rows.map(({ record }) => record)
}

/** The leaves of a transaction's changes as they stand in the database now, in order. */
export async function leavesOf(
  db: Database,
  range: Range,
  records: readonly string[],
  settled = false,
): Promise<Leaf[]> {
  const found: Leaf[] = []
  for (const record of records)
    for (const change of await changesOf(
      db,
      record,
      sql`c.tx = ${range.tx} and c.seq between ${range.first} and ${range.last}`,
      settled,
    ))
      found.push({ seq: change.seq, hash: leafOf(change) })
  return found.sort((a, b) => a.seq - b.seq)
}

const NEXT = sql`left join lateral (select x.seq, x.before from audit.changes x
  where x.record = c.record and x.row_id = c.row_id and x.seq > c.seq order by x.seq limit 1) n on true`

/**
 * Changes of one record with both images, oldest first; `c` is the change in `where`. Rows are fetched by their ids
 * in a question of their own: joined, a planner without statistics (a long load) would read the whole table each time.
 * @param settled when the rows are known to be as these changes left them
 */
export async function changesOf(
  db: Database,
  record: string,
  where: RawBuilder<unknown>,
  settled = false,
): Promise<readonly Change[]> {
  const [next, newest] = settled ? [sql`null`, sql`true`] : [sql`n.before`, sql`n.seq is null`]
  const { rows } = await sql<Change & { newest: boolean }>`
    select c.seq, ${instant('c.at')} as at, c.actor, c.why, c.record, c.row_id as "rowId", c.before::text as before,
      ${next}::text as after, ${newest} as newest
    from audit.changes c ${settled ? sql`` : NEXT}
    where c.record = ${record} and ${where} order by c.seq`.execute(db)
  const ids = rows.flatMap((row) => (row.newest ? [row.rowId] : []))
  const present = await sql<{ id: string; image: string }>`
    select id, audit.image(to_jsonb(t))::text as image from ${sql.raw(tableName(record))} t
    where id = any(${ids}::text[])`.execute(db)
  const images = new Map(present.rows.map(({ id, image }) => [id, image]))
  return rows.map(({ newest: last, ...change }) =>
    last ? { ...change, after: images.get(change.rowId) ?? null } : change,
  )
}
