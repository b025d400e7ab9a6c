import { type RawBuilder, sql } from 'kysely'
import type { Text } from '../../text.ts'
import type { Database } from '../database.ts'
import { quote } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'
import { HIDDEN, list, STAGE, type Staged } from './stage.ts'

const stage = sql.raw(STAGE)

export interface Hit {
  readonly gx_n: number
  readonly gx_sheet: string
  readonly gx_row: number
  readonly shown: string
  readonly other?: readonly [string, number]
  readonly lacking?: readonly string[]
  /** What the cell says, where that is not what is staged of it. */
  readonly named?: string
  /** Whether the person may know of the row that stands in the way. */
  readonly known?: boolean
}

export type Condemn = (
  names: readonly string[],
  hits: RawBuilder<unknown>,
  reason: (hit: Hit) => Text,
  twice?: boolean,
) => Promise<void>

/** Marks the rows that a query finds as bad, and lists them with the columns that the reason is about. */
export const condemner =
  (db: Database, record: RecordDefinition, { bad, read }: Staged): Condemn =>
  async (names, hits, reason, isTwice = false) => {
    const shown = names
      .map((name) => (record.columns[name]?.personal ? `'${HIDDEN}'` : `s.${quote(name)}::text`))
      .join(', ')
    const { rows } = await sql<Hit>`with hits as materialized (${hits}), marked as (
        update ${stage} s set gx_bad = true, gx_twice = gx_twice or ${isTwice} from hits h where h.gx_n = s.gx_n)
      select s.gx_sheet, s.gx_row, h.*, concat_ws(' / ', ${sql.raw(shown || 'null')}) as shown
      from hits h join ${stage} s using (gx_n) order by gx_n limit 10000`.execute(db)
    for (const hit of rows) {
      const { matching } = read.find(({ sheet }) => sheet === hit.gx_sheet)!
      const at = matching.columns.findIndex((name) => name && names.includes(name))
      list(bad, {
        sheet: hit.gx_sheet,
        row: hit.gx_row,
        column: at < 0 ? '' : matching.columns[at]!,
        header: at < 0 ? record.name.zh : matching.headers[at]!,
        at: Math.max(at, 0),
        value: hit.named ?? hit.shown,
        reason: reason(hit),
      })
    }
  }
