import { sql } from 'kysely'
import { sendMessage } from '../../../kernel/flow/index.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { NOT_FIXED } from '../settings.ts'
import { reports } from '../tables/index.ts'
import type { ReportState } from '../words.ts'
import { type ShownPhoto, shownPhotos } from './photos.ts'
import { type OneReport, readReport } from './read.ts'
import { isToken } from './token.ts'

export interface Credentials {
  readonly number: string
  readonly token: string
}

/** The report that number and code open together. @throws GaoxinError CITY_TOKEN, whichever of them is wrong */
export async function openReport(context: Context, { number, token }: Credentials): Promise<OneReport> {
  const { rows } = await sql<{ id: string; follow: unknown }>`select id, follow from city.reports
    where number = ${number.trim().toUpperCase()}`.execute(context.db)
  if (!rows[0] || !isToken(token, rows[0].follow)) throw cityError('CITY_TOKEN')
  return readReport(context, rows[0].id)
}

/** What a reporter sees of it: where it stands, since when, and nothing of who does it. */
export interface Followed {
  readonly number: string
  readonly state: ReportState
  readonly description: string
  readonly address: string | null
  readonly class: string | null
  readonly classEn: string | null
  readonly office: string | null
  readonly officeEn: string | null
  readonly due: string | null
  readonly rating: number | null
  /** Whether it can still be said that it is not fixed. */
  readonly canReopen: boolean
  /** Why it was refused. */
  readonly why: string | null
  /** What happened, in its order. */
  readonly events: readonly { readonly what: string; readonly at: string }[]
  readonly photos: readonly ShownPhoto[]
  /** The report that stands for this one too. */
  readonly mergedInto: { readonly number: string; readonly state: ReportState } | null
}

export async function follow(context: Context, credentials: Credentials): Promise<Followed> {
  const report = await openReport(context, credentials)
  const { rows } = await sql<{
    class: string | null
    class_en: string | null
    office: string | null
    office_en: string | null
    into: string | null
    into_state: ReportState | null
    waits: boolean
  }>`select k.name as class, k.name_en as class_en, o.name as office, o.name_en as office_en, m.number as "into", m.state as into_state,
      exists (select from flow.cases c join flow.waits w on w.case_id = c.id
        where c.record = 'city.reports' and c.row_id = r.id and w.ref = ${NOT_FIXED}) as waits
    from city.reports r left join city.classes k on k.id = r.class left join access.offices o on o.id = r.unit
    left join city.reports m on m.id = r.merged_into where r.id = ${report.id}`.execute(context.db)
  const more = rows[0]!
  const times = TIMES.flatMap((what) => {
    const at = report[what]
    return at ? [{ what, at }] : []
  })
  return {
    number: report.number,
    state: report.state as ReportState,
    description: report.description,
    address: report.address,
    class: more.class,
    classEn: more.class_en,
    office: more.office,
    officeEn: more.office_en,
    due: report.due_at,
    rating: report.rating,
    canReopen: more.waits,
    why: report.state === 'void' ? report.why : null,
    events: times.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    photos: await shownPhotos(context, report.id),
    mergedInto: more.into && more.into_state ? { number: more.into, state: more.into_state } : null,
  }
}
const TIMES = [
  'reported_at',
  'verified_at',
  'filed_at',
  'dispatched_at',
  'handled_at',
  'checked_at',
  'closed_at',
] as const

/** 评价: 1 to 5, once it is closed; the last one counts. @throws GaoxinError CITY_TOKEN, CITY_NOT_CLOSED */
export const rate = (outer: Context, credentials: Credentials, rating: number): Promise<void> =>
  outer.transaction(async (context) => {
    const report = await openReport(context, credentials)
    if (report.state !== 'closed') throw cityError('CITY_NOT_CLOSED', { value: report.state })
    await updateRow(context, reports, report.id, { rating })
  }, '满意度评价')

/** 反映未解决: the case goes on anew. @throws GaoxinError CITY_TOKEN, CITY_NOT_CLOSED when it is too late or too early */
export const notFixed = (outer: Context, credentials: Credentials, words: string): Promise<void> =>
  outer.transaction(async (context) => {
    const report = await openReport(context, credentials)
    const moved = await sendMessage(
      context,
      NOT_FIXED,
      { subject: { record: reports.id, id: report.id } },
      { reason: words },
      words,
    )
    if (moved === 0) throw cityError('CITY_NOT_CLOSED', { value: report.state })
  }, '反映未解决')
