import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { tableName } from '../ddl.ts'
import { faultPoint } from '../fault.ts'
import { LOCKS } from '../locks.ts'
import { PLANNED_ONCE } from '../plannedOnce.ts'
import { type Change, GENESIS, type Leaf, leafOf, packLeaves, sealHash } from './chain.ts'

/** Every write asks these. */
const ONCE = sql.raw(PLANNED_ONCE)

/** Changes of one seal at most, so that a long import is sealed in bounded memory. */
const MOST = 10_000
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

/**
 * For migrations, of which the first makes the history itself: what they change of watched rows is entered under who
 * and why like anything else.
 * @returns what seals it, before the transaction commits
 */
export async function sealMigrations(db: Database, write: Write): Promise<() => Promise<void>> {
  const isThere = async () => {
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass('audit.changes') is not null as there`.execute(db)
    return rows[0]?.there === true
  }
  const last = (await isThere()) ? await enter(db, write) : 0
  return async () => {
    if (await isThere()) await seal(db, write, last)
  }
}

/** What is written from here on is this write's. @returns the last change before it */
async function enter(db: Database, write: Write): Promise<number> {
  const { rows } = await sql<{ last: number }>`${ONCE}
    select coalesce((select seq from audit.changes order by seq desc limit 1), 0) as last,
      set_config('gaoxin.tx', ${write.tx}, true), set_config('gaoxin.actor', ${write.actor}, true),
      set_config('gaoxin.why', ${write.why ?? ''}, true)`.execute(db)
  return rows[0]?.last ?? 0
}

/** Runs the work in one transaction; its changes are recorded under who and why, and sealed before it commits. */
export async function written<T>(db: Database, write: Write, work: (db: Database) => Promise<T>): Promise<T> {
  const answer = await db.transaction().execute(async (transaction) => {
    const last = await enter(transaction, write)
    const done = await work(transaction)
    faultPoint('work-done')
    if (await hasTouched(transaction, write)) await seal(transaction, write, last)
    faultPoint('sealed')
    return done
  })
  faultPoint('committed')
  return answer
}

/** Whether it has changed any watched row, as the database noted when it did. */
async function hasTouched(db: Database, { tx }: Write): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean | null }>`${ONCE}
    select current_setting('gaoxin.touched', true) = ${tx} as touched`.execute(db)
  return rows[0]?.touched === true
}

/**
 * Seals the changes of a transaction, a stretch of sequence numbers at a time: each question is bounded by numbers, so
 * that it reads its stretch and not the table, whatever the planner knows of a long load.
 */
async function seal(db: Database, { tx, now }: Write, after: number): Promise<void> {
  const { rows } = await sql<{ last: number; fresh: boolean }>`${ONCE}
    select max(seq) as last, bool_and(before is null) as fresh from audit.changes where seq > ${after} and tx = ${tx}`.execute(
    db,
  )
  const { last, fresh } = rows[0] ?? {}
  if (!last) return
  await sql`select pg_advisory_xact_lock(${LOCKS.sealing})`.execute(db)
  for (let first = after + 1; first <= last; first += MOST) {
    // In a transaction that only makes rows, no row has a change after its first.
    const leaves = await leavesOf(
      db,
      sql`c.tx = ${tx} and c.seq between ${first} and ${first + MOST - 1}`,
      fresh === true,
    )
    if (leaves.length > 0) await append(db, tx, now, leaves)
  }
}

async function append(db: Database, tx: string, at: string, leaves: readonly Leaf[]): Promise<void> {
  const { rows } = await sql<{ number: number; hash: Buffer }>`
    select number, hash from audit.seals order by number desc limit 1`.execute(db)
  faultPoint('sealing')
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

/** The leaves of the changes that `where` tells of, as they stand in the database now, in order. */
export const leavesOf = async (
  db: Database,
  where: RawBuilder<unknown>,
  settled = false,
): Promise<readonly Leaf[]> =>
  (await changesOf(db, where, settled)).map((change) => ({ seq: change.seq, hash: leafOf(change) }))

const NEXT = sql`left join lateral (select x.seq, x.before from audit.changes x
  where x.record = c.record and x.row_id = c.row_id and x.seq > c.seq order by x.seq limit 1) n on true`

/**
 * Changes with both images, oldest first; `c` is the change in `where`. Rows are fetched by their ids in questions of
 * their own: joined, a planner without statistics would read whole tables.
 * @param settled when the rows are known to be as these changes left them
 */
export async function changesOf(
  db: Database,
  where: RawBuilder<unknown>,
  settled = false,
): Promise<readonly Change[]> {
  const [next, newest] = settled ? [sql`null`, sql`true`] : [sql`n.before`, sql`n.seq is null`]
  const { rows } = await sql<Change & { newest: boolean }>`
    select c.seq, ${instant('c.at')} as at, c.actor, c.why, c.record, c.row_id as "rowId", c.before::text as before,
      ${next}::text as after, ${newest} as newest
    from audit.changes c ${settled ? sql`` : NEXT}
    where ${where} order by c.seq`.execute(db)
  const images = new Map<string, ReadonlyMap<string, string>>()
  for (const record of new Set(rows.map((row) => row.record)))
    images.set(
      record,
      await imagesOf(
        db,
        record,
        rows.flatMap((row) => (row.newest && row.record === record ? [row.rowId] : [])),
      ),
    )
  return rows.map(({ newest: last, ...change }) =>
    last ? { ...change, after: images.get(change.record)?.get(change.rowId) ?? null } : change,
  )
}

/** Rows as they are now, by id. */
async function imagesOf(
  db: Database,
  record: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; image: string }>`
    select id, audit.image(to_jsonb(t))::text as image from ${sql.raw(tableName(record))} t
    where id = any(${ids}::text[])`.execute(db)
  return new Map(rows.map(({ id, image }) => [id, image]))
}
