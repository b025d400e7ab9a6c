import { sql } from 'kysely'
import { dayAt } from '../../../kernel/calendar/moments.ts'
import { startCase } from '../../../kernel/flow/index.ts'
import { checkValues, insertRows, LOCKS, type Place } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { findCell } from '../grid.ts'
import { CITY_OFFICE } from '../settings.ts'
import { classChoices } from '../suggest/choices.ts'
import { reports } from '../tables/index.ts'
import { type Channel, type Severity, UNSEEN } from '../words.ts'
import { digestOf, keptKey, newToken, tokenBy } from './token.ts'

export interface NewReport {
  readonly channel: Channel
  readonly description: string
  readonly class?: string | undefined
  readonly severity?: Severity | undefined
  readonly address?: string | undefined
  readonly place?: Place | undefined
  /** Of the reporter, who need not give either. */
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly synthetic?: boolean
  /** Made by who sends it, 128 random bits or more: what comes again by the same key is not taken in again. */
  readonly key?: string | undefined
}

export interface Entered {
  readonly id: string
  /** Both together open it to its reporter. */
  readonly number: string
  readonly token: string
  readonly case: string
}

/**
 * Takes a report in, and begins its case; one that is in already by its key is answered as it was the first time.
 * @throws GaoxinError RECORD_VALUE, CITY_CLASS where there is no such class
 */
export const enterReport = (outer: Context, given: NewReport): Promise<Entered> =>
  outer.transaction(async (context) => {
    const { synthetic = false, class: named, severity = 'normal', place, key, ...told } = given
    const before = key === undefined ? undefined : await enteredBy(context, key)
    if (before) return before
    const at = context.moment()
    const cell = place && (await findCell(context, place))
    const unseen = UNSEEN.includes(given.channel)
    const token = key === undefined ? newToken() : tokenBy(key)
    const [id, number] = [context.newId(), await nextNumber(context, dayAt(at))]
    const title = await titleOf(context, named, told.address)
    const row = checkValues(reports, {
      number,
      state: unseen ? 'verifying' : 'accepting',
      channel: given.channel,
      class: named ?? null,
      severity,
      description: told.description,
      address: told.address ?? null,
      place: place ?? null,
      grid: cell?.code ?? null,
      street: cell?.street ?? null,
      name: told.name ?? null,
      phone: told.phone ?? null,
      office: CITY_OFFICE,
      reported_at: at,
      late: false,
      dispatches: 0,
      returns: 0,
      reworks: 0,
      reopened: 0,
      collector: given.channel === 'collector' ? context.actor.id : null,
      follow: digestOf(token),
      sent: key === undefined ? null : keptKey(key),
    })
    const { actor, now, newId, vault } = context
    await insertRows(context.db, reports, [{ ...row, id, synthetic }], { actor, now: now(), newId, vault })
    await context.changed(reports.id, [id])
    const begun = await startCase(context, {
      process: 'city.case',
      title: `${title} ${number}`,
      subject: { record: reports.id, id },
      vars: {
        channel: given.channel,
        street: cell?.street ?? null,
        classes: named === undefined ? await classChoices(context, given.description) : [],
      },
      synthetic,
    })
    return { id, number, token, case: begun }
  }, '上报')

/** What came of a key before; who sends it twice at once waits here for the first. */
async function enteredBy({ db }: Context, key: string): Promise<Entered | undefined> {
  const kept = keptKey(key)
  await sql`select pg_advisory_xact_lock(${LOCKS.numberingReports}::integer, hashtext(${kept}))`.execute(db)
  const { rows } = await sql<Omit<Entered, 'token'>>`select r.id, r.number, c.id as "case" from city.reports r
    join flow.cases c on c.record = 'city.reports' and c.row_id = r.id
    where r.sent = to_jsonb(${kept}::text) order by c.started_at limit 1`.execute(db)
  return rows[0] && { ...rows[0], token: tokenBy(key) }
}

async function titleOf({ db }: Context, named: string | undefined, address: string | undefined) {
  if (named === undefined) return address ?? '待分类'
  const { rows } = await sql<{ name: string }>`select name from city.classes where id = ${named}`.execute(db)
  if (!rows[0]) throw cityError('CITY_CLASS', { place: 'class', value: named })
  return address ? `${rows[0].name} · ${address}` : rows[0].name
}

/** `CG2024111500017`: numbered through each day, one after the other. */
async function nextNumber({ db }: Context, day: string): Promise<string> {
  const head = `CG${day.replaceAll('-', '')}`
  await sql`select pg_advisory_xact_lock(${LOCKS.numberingReports})`.execute(db)
  const { rows } = await sql<{ last: string | null }>`select max(number) as last from city.reports
    where number >= ${head} and number < ${`${head}~`}`.execute(db)
  const last = Number(rows[0]?.last?.slice(head.length) ?? 0)
  return `${head}${String(last + 1).padStart(5, '0')}`
}
