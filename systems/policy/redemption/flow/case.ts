/** The case of a claim: found and locked, begun where the claim stands, and how days of the zone are moments of the clock. */
import { sql } from 'kysely'
import type { Process, Vars } from '../../../../engines/bpmn/index.ts'
import { addDays } from '../../../../kernel/calendar/days.ts'
import {
  seenBy,
  sendMessage,
  startCase,
  versionInUse,
  versionNumbered,
} from '../../../../kernel/flow/index.ts'
import { LOCKS } from '../../../../kernel/store/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import { openObjections } from '../onNotice.ts'
import { type ClaimRow, claims } from '../tables.ts'

export const PROCESS = 'policy.redemption'

export interface ClaimCase {
  readonly id: string
  readonly version: number
}

/**
 * Locks the case of a claim, so that of two steps at once the second sees what the first did. Cases are locked before
 * claims, everywhere. One that has none is held by its id instead, so that only one is begun.
 * @returns undefined where none runs: it was not submitted yet, is over, or is of before there were cases
 */
export async function lockCaseOf({ db }: Pick<Context, 'db'>, claim: string): Promise<ClaimCase | undefined> {
  const running = async () =>
    (
      await sql<ClaimCase>`select id, version from flow.cases
        where record = ${claims.id} and row_id = ${claim} and state = 'running' for update`.execute(db)
    ).rows[0]
  const found = await running()
  if (found) return found
  await sql`select pg_advisory_xact_lock(${LOCKS.beginningRedemption}, hashtext(${claim}))`.execute(db)
  return running()
}

/** The case that a claim has or had last; a claim of the demonstration that is over has none. */
export async function latestCaseOf(
  { db }: Pick<Context, 'db'>,
  claim: string,
): Promise<(ClaimCase & { readonly running: boolean }) | undefined> {
  const { rows } = await sql<ClaimCase & { running: boolean }>`
    select id, version, state = 'running' as running from flow.cases
    where record = ${claims.id} and row_id = ${claim} order by state = 'running' desc, started_at desc limit 1`.execute(
    db,
  )
  return rows[0]
}

/** Whether whoever acts may see a case. */
export async function caseSeen(context: Context, id: string): Promise<boolean> {
  const { rows } = await sql`select from flow.cases c where c.id = ${id} and ${seenBy(context)}`.execute(
    context.db,
  )
  return rows.length > 0
}

/** The diagram that a claim goes by: that of its case, or the one in use. */
export async function processOf(context: Context, found: ClaimCase | undefined): Promise<Process> {
  const version = found ? versionNumbered(context, PROCESS, found.version) : versionInUse(context, PROCESS)
  return (await version).process
}

/** Begins a case where its claim stands. @param vars more that it knows @param on the message that begins it */
export async function beginCase(
  context: Context,
  claim: ClaimRow,
  { vars = {}, on }: { readonly vars?: Vars; readonly on?: string | undefined } = {},
): Promise<string> {
  const { rows } = await sql<{ title: string; noticeTo: string | null }>`
    select g.title || ' · ' || e.name || ' ' || c.number as title,
      (select n."to" from policy.notices n where n.id = c.notice) as "noticeTo"
    from policy.claims c join policy.granules g on g.id = c.granule join enterprises.enterprises e on e.id = c.enterprise
    where c.id = ${claim.id}`.execute(context.db)
  const { title = claim.number, noticeTo = null } = rows[0] ?? {}
  const id = await startCase(context, {
    process: PROCESS,
    title,
    subject: { record: claims.id, id: claim.id },
    vars: {
      at: claim.state,
      office: claim.office,
      due: endOf(claim.due_on),
      noticeEnds: noticeTo && midnightAfter(noticeTo),
      ...vars,
    },
    synthetic: claim.synthetic,
    ...(on ? { on } : {}),
  })
  if (claim.state === 'notice') await tellObjection(context, claim.id, id)
  return id
}

/** Whoever answers objections is asked to, where one is open and they are not asked yet. */
export async function tellObjection(context: Context, claim: string, id: string): Promise<void> {
  const objections = await openObjections(context, claim)
  if (objections.open > 0)
    await sendMessage(context, 'policy.objection', { case: id }, objections, '公示异议')
}

/** The end of duty on a day of the zone, as a moment. */
export const endOf = (day: string | null): string | null => day && `${day}T17:00:00+08:00`

export const midnightAfter = (day: string): string => `${addDays(day, 1)}T00:00:00+08:00`
