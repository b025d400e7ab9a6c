import { sql } from 'kysely'
import type { Place } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { CITY_OFFICE } from '../settings.ts'
import { suggestClass } from '../suggest/classes.ts'
import { type DispatchGuess, suggestOffice } from '../suggest/dispatch.ts'
import type { ClassGuess } from '../suggest/words.ts'
import type { Channel, ReportState, Severity } from '../words.ts'
import { seenReport } from './acts.ts'
import { duplicatesOf, type Near } from './merge.ts'
import { type Photo, photosOf } from './photos.ts'

/** A report that waits for the desk: to be filed or to be sent. */
export interface Waiting {
  readonly id: string
  readonly number: string
  readonly state: 'accepting' | 'dispatching'
  readonly channel: Channel
  readonly severity: Severity
  readonly class: string | null
  readonly description: string
  readonly address: string | null
  readonly reportedAt: string
  /** Until when the desk is to be done with it. */
  readonly due: string | null
  readonly late: boolean
}

/** What waits for the desk, the most urgent first; what a colleague has taken does not. */
export async function queueOf(
  { db, actor, moment }: Pick<Context, 'db' | 'actor' | 'moment'>,
  most: number,
): Promise<readonly Waiting[]> {
  const inOrder = sql`order by coalesce(t.due, 'infinity'), t.since, t.case_id, t.token limit ${most}`
  const these = sql`t.process = 'city.case' and t.element in ('accept', 'dispatch')`
  const { rows } = await sql<Waiting>`
    select r.id, r.number, r.state, r.channel, r.severity, r.class, r.description, r.address,
      r.reported_at as "reportedAt", t.due, coalesce(t.due < ${moment()}::timestamptz, false) as late
    from ((select * from flow.tasks t where t.office = ${CITY_OFFICE} and t.holder is null and ${these} ${inOrder})
      union all (select * from flow.tasks t where t.holder = ${actor.id} and ${these} ${inOrder})) t
    join flow.cases c on c.id = t.case_id and c.record = 'city.reports' join city.reports r on r.id = c.row_id
    where r.state in ('accepting', 'dispatching') ${inOrder}`.execute(db)
  return rows
}

/** How much waits, and how much somebody has filed or sent today. */
export async function deskCounts({ db, actor, moment }: Pick<Context, 'db' | 'actor' | 'moment'>) {
  const { rows } = await sql<{ accepting: number; dispatching: number; sent: number }>`select
      (select count(*)::int from city.reports where state = 'accepting') as accepting,
      (select count(*)::int from city.reports where state = 'dispatching') as dispatching,
      (select count(*)::int from city.reports where dispatched_by = ${actor.id}
        and dispatched_at >= date_trunc('day', ${moment()}::timestamptz, 'Asia/Shanghai')) as sent`.execute(
    db,
  )
  return rows[0]!
}

export interface Option extends Partial<Pick<ClassGuess, 'share' | 'because'>> {
  readonly class: string
  readonly offices: readonly DispatchGuess[]
}

export interface DeskCase {
  readonly id: string
  readonly number: string
  readonly state: ReportState
  readonly channel: Channel
  readonly severity: Severity
  readonly class: string | null
  readonly description: string
  readonly address: string | null
  readonly place: Place | null
  readonly grid: string | null
  readonly street: string | null
  readonly reportedAt: string
  readonly returns: number
  readonly reopened: number
  readonly why: string | null
  /** Who of the desk has taken it; null while anybody may. */
  readonly holder: string | null
  readonly photos: readonly Photo[]
  readonly duplicates: readonly Near[]
  /** Its own class first, then likely ones; each with those who may be responsible for it. */
  readonly options: readonly Option[]
}

/** Everything that a dispatcher needs for one report, at once. @throws GaoxinError CITY_REPORT */
export async function deskCase(context: Context, id: string): Promise<DeskCase> {
  const report = await seenReport(context, id)
  const { number, state, channel, severity, description, address, place, grid, street } = report
  const guesses = await suggestClass(context, description)
  const classes = [...new Set([...(report.class ? [report.class] : []), ...guesses.map((one) => one.class)])]
  const options: Option[] = []
  for (const named of classes)
    options.push({
      ...guesses.find((guess) => guess.class === named),
      class: named,
      offices: await suggestOffice(context, { class: named, grid, street }),
    })
  const [likely] = classes
  return {
    ...{ id, number, description, address, place, grid, street },
    state: state as ReportState,
    channel: channel as Channel,
    severity: severity as Severity,
    class: report.class,
    reportedAt: report.reported_at,
    returns: report.returns,
    reopened: report.reopened,
    why: report.why,
    holder: await holderOf(context, id),
    photos: await photosOf(context, id),
    duplicates:
      likely && place
        ? await duplicatesOf(context, { class: likely, place, at: report.reported_at, not: id })
        : [],
    options,
  }
}

async function holderOf({ db }: Context, id: string): Promise<string | null> {
  const { rows } = await sql<{ holder: string | null }>`select t.holder from flow.cases c
    join flow.tasks t on t.case_id = c.id and t.element in ('accept', 'dispatch')
    where c.record = 'city.reports' and c.row_id = ${id} limit 1`.execute(db)
  return rows[0]?.holder ?? null
}
