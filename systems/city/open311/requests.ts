import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { OPEN, type ReportState, STATES } from '../words.ts'
import { open311Error } from './errors.ts'
import { atBeijing, isMoment } from './moments.ts'
import { photoPath } from './photo.ts'
import type { Open311Settings } from './settings.ts'
import { withoutPersons } from './withoutPersons.ts'

/** At most so many, over so many days. */
const MOST = 1000
const DAYS = 90
const DAY_MS = 86_400_000

/** Arguments as they came, those without a value taken away. */
export type Asked = Readonly<Record<string, string | undefined>>

/** What is to be expected next. */
const NOTICES: Readonly<Record<ReportState, string | null>> = {
  verifying: '将派人到现场核实',
  accepting: '等待受理立案',
  dispatching: '将派给责任单位',
  handling: '责任单位处置中',
  checking: '将到现场核查',
  closed: '结案后七天内，上报人可凭编号和查询码反映未解决',
  void: null,
  merged: null,
}

interface Found {
  readonly number: string
  readonly state: ReportState
  readonly why: string | null
  readonly description: string
  readonly address: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly service_code: string | null
  readonly service_name: string | null
  readonly agency: string | null
  readonly into: string | null
  readonly reported_at: string
  readonly due_at: string | null
  readonly updated_at: string
  /** The first photo that is public. */
  readonly photo: string | null
}

/**
 * Requests of those channels that are public, the newest first.
 * @throws GaoxinError OPEN311_ARGUMENT, OPEN311_SPAN
 */
export async function requestsOf(context: Context, settings: Open311Settings, asked: Asked, origin: string) {
  const ids = listOf(asked.service_request_id)
  return (await find(context, settings, ids.length > 0 ? byId(ids) : byTerms(context, asked))).map(
    wordsOf(origin),
  )
}

/** @throws GaoxinError OPEN311_REQUEST, of one that is not public too */
export async function requestOf(context: Context, settings: Open311Settings, id: string, origin: string) {
  const found = await find(context, settings, byId([id]))
  if (found.length === 0) throw open311Error('OPEN311_REQUEST', { place: 'service_request_id', value: id })
  return found.map(wordsOf(origin))
}

const byId = (ids: readonly string[]) => sql`r.number = any(${ids.slice(0, MOST)}::text[])`

function byTerms(context: Context, asked: Asked): RawBuilder<unknown> {
  const { from, to } = spanOf(context, asked)
  const codes = listOf(asked.service_code)
  const statuses = listOf(asked.status)
  const wrong = statuses.find((status) => status !== 'open' && status !== 'closed')
  if (wrong) throw open311Error('OPEN311_ARGUMENT', { place: 'status', value: wrong })
  const isOpen = sql`r.state = any(${OPEN}::text[])`
  return sql`r.reported_at between ${from}::timestamptz and ${to}::timestamptz
    ${codes.length > 0 ? sql`and k.kind || '-' || k.code = any(${codes}::text[])` : sql``}
    ${new Set(statuses).size === 1 ? (statuses[0] === 'open' ? sql`and ${isOpen}` : sql`and not ${isOpen}`) : sql``}`
}

/** The newest 90 days; 90 days from or to the date that is given; or what lies between both. */
function spanOf(context: Context, asked: Asked): { readonly from: string; readonly to: string } {
  const [start, end] = [momentIn(asked, 'start_date'), momentIn(asked, 'end_date')]
  const to = end ?? (start === undefined ? Date.parse(context.moment()) : start + DAYS * DAY_MS)
  const from = start ?? to - DAYS * DAY_MS
  if (from > to || to - from > DAYS * DAY_MS)
    throw open311Error('OPEN311_SPAN', { place: 'start_date', value: asked.start_date })
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

function momentIn(asked: Asked, place: 'start_date' | 'end_date'): number | undefined {
  // A plus sign that was not encoded arrives as a space.
  const written = asked[place]?.replace(' ', '+')
  if (written === undefined) return undefined
  if (!isMoment(written)) throw open311Error('OPEN311_ARGUMENT', { place, value: written })
  return Date.parse(written)
}

const listOf = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

async function find(
  { db }: Context,
  { published }: Open311Settings,
  which: RawBuilder<unknown>,
): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select r.number, r.state, r.why, r.description, r.address, r.place[0] as longitude, r.place[1] as latitude,
      k.kind || '-' || k.code as service_code, k.name as service_name, o.name as agency, m.number as "into",
      r.reported_at, r.due_at,
      coalesce(r.closed_at, greatest(r.reported_at, r.verified_at, r.filed_at, r.dispatched_at, r.handled_at,
        r.checked_at, (select max(c.ended_at) from flow.cases c where c.record = 'city.reports' and c.row_id = r.id))) as updated_at,
      (select p.file from city.photos p where p.report = r.id and p.public_at is not null
        order by p.recorded_at, p.id limit 1) as photo
    from city.reports r left join city.classes k on k.id = r.class left join access.offices o on o.id = r.unit
    left join city.reports m on m.id = r.merged_into
    where r.channel = any(${published}::text[]) and ${which} order by r.reported_at desc, r.number limit ${MOST}`.execute(
    db,
  )
  return rows
}

/** Where nothing is known of an address in the city's own terms or of its post code, both are left out. */
const wordsOf = (origin: string) => (found: Found) => ({
  service_request_id: found.number,
  status: OPEN.includes(found.state) ? 'open' : 'closed',
  status_notes: notesOf(found),
  service_name: found.service_name,
  service_code: found.service_code,
  description: withoutPersons(found.description),
  agency_responsible: found.agency,
  service_notice: NOTICES[found.state],
  requested_datetime: atBeijing(found.reported_at),
  updated_datetime: atBeijing(found.updated_at),
  expected_datetime: found.due_at && atBeijing(found.due_at),
  address: found.address && withoutPersons(found.address),
  lat: found.latitude,
  long: found.longitude,
  // A photo may show a person: public are those alone that somebody has looked at.
  media_url: found.photo && `${origin}${photoPath(found.photo)}`,
})

function notesOf({ state, why, into }: Found): string {
  const more = state === 'void' && why ? withoutPersons(why) : state === 'merged' ? into : null
  return more ? `${STATES[state].zh}：${more}` : STATES[state].zh
}
