import { sql } from 'kysely'
import { moveCase } from '../../../kernel/flow/index.ts'
import { METRES_A_DEGREE, type Place, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { NEAR_HOURS, NEAR_METRES } from '../settings.ts'
import { reports } from '../tables/index.ts'
import { OPEN, type ReportState } from '../words.ts'
import { caseOf, readReport } from './read.ts'

export interface Near {
  readonly id: string
  readonly number: string
  readonly state: ReportState
  readonly description: string
  readonly reportedAt: string
  readonly metres: number
}

/** What may be the same as a report: its class, so near, and so short before it. */
export interface Likeness {
  readonly class: string
  readonly place: Place
  readonly at: string
  /** The report itself. */
  readonly not?: string
}

/** The box is looked up by the index of places, the circle within it afterwards. */
export async function duplicatesOf(
  { db }: Pick<Context, 'db'>,
  { class: named, place, at, not }: Likeness,
  { metres, hours }: { readonly metres: number; readonly hours: number } = {
    metres: NEAR_METRES,
    hours: NEAR_HOURS,
  },
): Promise<readonly Near[]> {
  const { longitude: x, latitude: y } = place
  const wide = METRES_A_DEGREE * Math.cos((y * Math.PI) / 180)
  const [dx, dy] = [metres / wide, metres / METRES_A_DEGREE]
  const { rows } = await sql<Near>`select * from (
      select id, number, state, description, reported_at as "reportedAt",
        sqrt(((place[0] - ${x}) * ${wide}) ^ 2 + ((place[1] - ${y}) * ${METRES_A_DEGREE}) ^ 2)::float8 as metres
      from city.reports
      where place <@ box(point(${x - dx}, ${y - dy}), point(${x + dx}, ${y + dy})) and class = ${named}
        and state = any(${OPEN}::text[]) and id <> ${not ?? ''}
        and reported_at between ${at}::timestamptz - ${hours} * interval '1 hour' and ${at}::timestamptz) near
    where metres <= ${metres} order by metres, number limit 20`.execute(db)
  return rows
}

/**
 * 并案: a report is the same as another one, which goes on for both; both stay, and its reporter follows the other.
 * @throws GaoxinError CITY_REPORT, CITY_MERGE where either is not under way, or they are one
 */
export const mergeReports = (outer: Context, from: string, into: string): Promise<void> =>
  outer.transaction(async (context) => {
    // Cases before rows, as every step does, and in one order: two that merge crosswise do not wait for each other.
    await sql`select from flow.cases where record = 'city.reports' and row_id in (${from}, ${into})
      order by id for update`.execute(context.db)
    const [gone, kept] = [await readReport(context, from), await readReport(context, into)]
    const open = (state: string) => OPEN.includes(state as ReportState)
    if (from === into || !open(gone.state) || !open(kept.state))
      throw cityError('CITY_MERGE', { place: 'into', value: kept.number })
    const why = `并入 ${kept.number}`
    await moveCase(context, await caseOf(context, from), { type: 'end' }, why)
    await updateRow(context, reports, from, { state: 'merged', merged_into: into, why })
  }, '并案')
