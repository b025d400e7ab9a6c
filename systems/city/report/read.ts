import { sql } from 'kysely'
import { getRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { type ReportRow, reports } from '../tables/index.ts'

/** A report without what tells of its reporter. */
export type OneReport = Omit<ReportRow, 'name' | 'phone'>

/** The report that a case is about, held until the transaction ends. @throws GaoxinError CITY_REPORT */
export async function lockReport(context: Context, caseId: string): Promise<OneReport> {
  const { rows } = await sql<{
    id: string
  }>`select r.id from city.reports r join flow.cases c on c.row_id = r.id
    where c.id = ${caseId} and c.record = 'city.reports' for update of r`.execute(context.db)
  return readReport(context, rows[0]?.id ?? '')
}

/** @throws GaoxinError CITY_REPORT */
export async function readReport(context: Context, id: string): Promise<OneReport> {
  const row = await getRow(context.db, reports, id, { vault: context.vault })
  if (!row) throw cityError('CITY_REPORT', { value: id })
  return row as unknown as OneReport
}

/** The case of a report. @throws GaoxinError CITY_REPORT */
export async function caseOf({ db }: Pick<Context, 'db'>, report: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from flow.cases
    where record = 'city.reports' and row_id = ${report} order by started_at desc limit 1`.execute(db)
  if (!rows[0]) throw cityError('CITY_REPORT', { value: report })
  return rows[0].id
}
