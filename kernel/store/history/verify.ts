import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { tableName } from '../ddl.ts'
import { GENESIS, type Leaf, sealHash, unpackLeaves } from './chain.ts'
import { changesOf, instant, leavesOf } from './seal.ts'

/** What was done behind the program's back. */
export type Tampering =
  | 'edited' // a row or its history reads differently from what was sealed
  | 'removed' // a sealed change is gone
  | 'inserted' // a change without a seal, or a row without a change
  | 'reordered' // sealed changes, or seals, stand in another order
  | 'broken' // a seal does not follow from the one before, or its hash is wrong
  | 'unanchored' // a head that was filed is not in the chain

export interface Finding {
  readonly what: Tampering
  readonly seal: number | null
  readonly seq: number | null
  readonly record: string | null
  readonly row: string | null
}

export interface Head {
  readonly number: number
  readonly hash: string
  readonly at: string
}

export interface Verdict {
  readonly seals: number
  readonly changes: number
  readonly head: Head | null
  readonly findings: readonly Finding[]
}

/** The last seal of a day of the zone (UTC+8), or of all days: what is printed and filed. */
export async function headOf(db: Database, day?: string): Promise<Head | null> {
  const { rows } =
    await sql<Head>`select number, encode(hash, 'hex') as hash, ${instant('at')} as at from audit.seals
    where ${day ?? null}::date is null or (at at time zone 'Asia/Shanghai')::date <= ${day ?? null}::date
    order by number desc limit 1`.execute(db)
  return rows[0] ?? null
}

const finding = (what: Tampering, rest: Partial<Finding> = {}): Finding => ({
  what,
  seal: null,
  seq: null,
  record: null,
  row: null,
  ...rest,
})

/**
 * Walks the chain from its beginning, recomputing every seal from the rows as they are now.
 * @param records ids of every watched record
 * @param filed a head printed earlier: its number and hash must be in the chain
 */
export async function verifyHistory(
  db: Database,
  records: readonly string[],
  filed?: Pick<Head, 'number' | 'hash'>,
): Promise<Verdict> {
  const findings: Finding[] = []
  let [seals, changes, anchored] = [0, 0, filed === undefined]
  let previous: Buffer = GENESIS
  let head: Head | null = null
  for (let from = 0; ; ) {
    const { rows } = await sql<SealRow>`select number, tx, ${instant('at')} as at, first_seq as first,
      last_seq as last, leaves, previous, hash from audit.seals where number > ${from} order by number limit 50`.execute(
      db,
    )
    for (const row of rows) {
      const content = { ...row, at: new Date(row.at).toISOString() }
      const follows = row.number === from + 1 && row.previous.equals(previous)
      if (!follows || !sealHash(content).equals(row.hash))
        findings.push(finding('broken', { seal: row.number }))
      const sealed = unpackLeaves(row.leaves)
      const now = await leavesOf(
        db,
        sql`c.tx = ${row.tx} and c.seq between ${row.first} and ${row.last} and c.record = any(${records}::text[])`,
      )
      findings.push(...compare(row.number, sealed, now))
      seals++
      changes += sealed.length
      from = row.number
      previous = row.hash
      head = { number: row.number, hash: row.hash.toString('hex'), at: content.at }
      if (filed?.number === row.number && filed.hash === head.hash) anchored = true
    }
    if (rows.length === 0) break
  }
  if (!anchored) findings.push(finding('unanchored', { seal: filed?.number ?? null }))
  findings.push(...(await unsealed(db, records)), ...(await unrecorded(db, records)))
  return { seals, changes, head, findings: await named(db, findings) }
}

interface SealRow {
  readonly number: number
  readonly tx: string
  readonly at: string
  readonly first: number
  readonly last: number
  readonly leaves: Buffer
  readonly previous: Buffer
  readonly hash: Buffer
}

/** What was sealed beside what is there. */
function compare(seal: number, sealed: readonly Leaf[], now: readonly Leaf[]): Finding[] {
  const present = new Map(now.map(({ seq, hash }) => [seq, hash.toString('hex')]))
  const differing = sealed.filter(({ seq, hash }) => present.get(seq) !== hash.toString('hex'))
  const gone = differing.filter(({ seq }) => !present.has(seq))
  const edited = differing.filter(({ seq }) => present.has(seq))
  const bag = (leaves: readonly string[]) => [...leaves].sort().join()
  const moved =
    edited.length > 1 &&
    bag(edited.map(({ hash }) => hash.toString('hex'))) ===
      bag(edited.map(({ seq }) => present.get(seq) ?? ''))
  const known = new Set(sealed.map(({ seq }) => seq))
  return [
    ...gone.map(({ seq }) => finding('removed', { seal, seq })),
    ...edited.map(({ seq }) => finding(moved ? 'reordered' : 'edited', { seal, seq })),
    ...now.filter(({ seq }) => !known.has(seq)).map(({ seq }) => finding('inserted', { seal, seq })),
  ]
}

/** Changes that no seal covers: written past the program, or put into the history. */
async function unsealed(db: Database, records: readonly string[]): Promise<Finding[]> {
  const changes = await changesOf(
    db,
    sql`c.record = any(${records}::text[]) and not exists (
      select from audit.seals s where s.tx = c.tx and c.seq between s.first_seq and s.last_seq)`,
  )
  return changes.map(({ seq, before, after }) =>
    finding(before === null ? 'inserted' : after === null ? 'removed' : 'edited', { seq }),
  )
}

/** Rows that have no change at all: written with the triggers off. */
async function unrecorded(db: Database, records: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const record of records) {
    const { rows } = await sql<{
      id: string
    }>`select id from ${sql.raw(tableName(record))} t where not exists (
      select from audit.changes c where c.record = ${record} and c.row_id = t.id) order by id`.execute(db)
    found.push(...rows.map(({ id }) => finding('inserted', { record, row: id })))
  }
  return found
}

/** Findings about a change that is still there are named by its record and row. */
async function named(db: Database, findings: readonly Finding[]): Promise<Finding[]> {
  const seqs = findings.flatMap(({ seq, record }) => (seq !== null && record === null ? [seq] : []))
  const { rows } = await sql<{ seq: number; record: string; row: string }>`
    select seq, record, row_id as row from audit.changes where seq = any(${seqs}::bigint[])`.execute(db)
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  return findings.map((one) => {
    const change = one.seq === null ? undefined : bySeq.get(one.seq)
    return change ? { ...one, record: change.record, row: change.row } : one
  })
}
