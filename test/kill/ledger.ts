import { sql } from 'kysely'
import { type Database, verifyHistory } from '../../kernel/store/index.ts'
import { DEMONSTRATION_ROWS, notes } from './systems/trial/index.ts'

interface Known {
  readonly id: string
  value: number
  /** How many changes its history must hold. */
  changes: number
}

interface StoredRow {
  readonly id: string
  readonly key: string
  readonly batch: string
  readonly value: number
  readonly changes: number
  /** What its newest change made of it, as its history tells. */
  readonly sealed: boolean
}

/** What a client was told was done, and what it asked for without an answer. */
export class Ledger {
  readonly rows = new Map<string, Known>()
  private readonly acknowledged = new Map<string, number>([['demonstration', DEMONSTRATION_ROWS]])
  private readonly open = new Map<string, number>()
  private readonly openChanges = new Map<string, number>()
  private readonly acknowledgedChanges = new Map<string, number>()

  asked = (batch: string, count: number): void => void this.open.set(batch, count)
  answered(batch: string): void {
    this.acknowledged.set(batch, this.open.get(batch) ?? 0)
    this.open.delete(batch)
  }
  changeAsked = (key: string, value: number): void => void this.openChanges.set(key, value)
  changeAnswered(key: string): void {
    this.acknowledgedChanges.set(key, this.openChanges.get(key) ?? 0)
    this.openChanges.delete(key)
  }
  isChanging = (key: string): boolean => this.openChanges.has(key) || this.acknowledgedChanges.has(key)

  /** What is there beside what was told: whatever is wrong, in words. What is whole is believed from here on. */
  async judge(db: Database): Promise<readonly string[]> {
    const wrong: string[] = []
    const { rows } = await sql<StoredRow>`select t.id, t.key, t.batch, t.value, count(c.seq) as changes,
        bool_and(exists (select from audit.seals s where s.tx = c.tx and c.seq between s.first_seq and s.last_seq)) as sealed
      from trial.notes t left join audit.changes c on c.record = ${notes.id} and c.row_id = t.id
      group by t.id`.execute(db)
    const batches = new Map<string, number>()
    for (const { batch } of rows) batches.set(batch, (batches.get(batch) ?? 0) + 1)
    for (const [batch, count] of this.acknowledged) {
      const found = batches.get(batch) ?? 0
      if (found !== count) wrong.push(`acknowledged batch ${batch}: ${found} of ${count} rows`)
    }
    for (const [batch, found] of batches) {
      if (this.acknowledged.has(batch)) continue
      const count = this.open.get(batch)
      if (found !== count) wrong.push(`half a batch ${batch}: ${found} of ${count} rows`)
      else this.acknowledged.set(batch, count)
    }
    for (const row of rows) {
      const before = this.rows.get(row.key)
      const told = this.acknowledgedChanges.get(row.key)
      const asked = this.openChanges.get(row.key)
      const expected = {
        value: told ?? before?.value ?? row.value,
        changes: before ? before.changes + (told === undefined ? 0 : 1) : 1,
      }
      const whole = asked !== undefined && row.value === asked
      if (whole) Object.assign(expected, { value: asked, changes: expected.changes + 1 })
      if (row.value !== expected.value || row.changes !== expected.changes || !row.sealed)
        wrong.push(`row ${row.key}: ${JSON.stringify({ row, expected, told, asked })}`)
      this.rows.set(row.key, { id: row.id, ...expected })
    }
    for (const map of [this.open, this.openChanges, this.acknowledgedChanges]) map.clear()
    const { findings, changes } = await verifyHistory(db, [notes.id])
    wrong.push(...findings.map((finding) => `history: ${JSON.stringify(finding)}`))
    const total = [...this.rows.values()].reduce((sum, row) => sum + row.changes, 0)
    if (changes !== total) wrong.push(`history: ${changes} changes sealed, ${total} made`)
    return wrong
  }
}
