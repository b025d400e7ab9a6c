import { sql } from 'kysely'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readLedger } from '../ledger.ts'
import type { ReportRow } from '../tables.ts'
import { refOf, type Score, type StatedFigure, scoreOf, type VerifyRow, verifyOne } from './verify.ts'

export interface Verification {
  readonly report: Pick<ReportRow, 'id' | 'title' | 'year'>
  readonly rows: readonly VerifyRow[]
  readonly score: Score
}

/** The report that sums up a year. @throws GaoxinError PLAN_NO_REPORT_READ */
export async function reportOf({ db }: Context, year: string | undefined): Promise<ReportRow> {
  const { rows } = await sql<ReportRow>`select * from plan.reports
    where ${year ?? null}::text is null or year = ${year ?? null}
    order by year desc, recorded_at desc limit 1`.execute(db)
  const report = rows[0]
  if (report) return report
  throw new GaoxinError(
    'PLAN_NO_REPORT_READ',
    text('没有读入这一年的报告', 'No report of this year was read'),
    text(
      '请由督查室或统计人员在网页“年度计划”的“读入”上传报告，或换一个年度',
      'Let the supervision office or a statistician bring it under Yearly plan → Read in, or choose another year',
    ),
    { place: 'plan.reports', value: year, status: 404 },
  )
}

/** Each figure that a report states beside the one computed from records; granules are those of the plan it makes. */
export async function verifyReport(context: Context, year: string | undefined): Promise<Verification> {
  const report = await reportOf(context, year)
  const { rows: stated } = await sql<StatedFigure>`select * from figures.statements
    where report = ${report.id} order by start, id`.execute(context.db)
  const asked = stated.flatMap((row) => refOf(row) ?? [])
  const figures = await context.figures.all(asked)
  let next = 0
  const rows = stated.map((row) => {
    const indicator = row.indicator === null ? undefined : context.figures.indicators.get(row.indicator)
    return verifyOne(row, refOf(row) ? figures[next++] : undefined, indicator?.measure !== undefined)
  })
  const granules = (await readLedger(context, { year: String(Number(report.year) + 1) })).filter(
    ({ granule }) => granule.list === 'work',
  )
  return {
    report: { id: report.id, title: report.title, year: report.year },
    rows,
    score: scoreOf(rows, granules),
  }
}
