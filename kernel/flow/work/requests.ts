import { sql } from 'kysely'
import type { Element, Process } from '../../../engines/bpmn/index.ts'
import type { Context } from '../../system.ts'
import type { Duty } from '../deadline.ts'
import { type Hours, hoursOf } from '../hours.ts'
import { subjectOf } from '../rows.ts'
import { processesOf, versionNumbered } from '../versions.ts'
import { afterPause, type Counting, countingOf, warningOf } from './clock.ts'
import { badTime, noRequest, notSecond, notYours, taskDone } from './errors.ts'
import { decides, isPaused, VERBS } from './may.ts'
import { noteWork } from './note.ts'
import { tell } from './notices.ts'
import { lockTask, type Standing, standing } from './standing.ts'

/** 挂账: the clock stands still for a while. 延期: there is a later limit. */
export type RequestKind = 'pause' | 'extension'

export interface TimeRequest {
  readonly id: string
  readonly case: string
  readonly token: number
  readonly kind: RequestKind
  readonly why: string
  /** The end of the pause, or the new limit. */
  readonly until: string
  readonly state: 'asked' | 'approved' | 'refused'
  readonly asked_by: string
  readonly asked_at: string
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly answer: string | null
  /** The limit before and after it was approved. */
  readonly due: string | null
  readonly new_due: string | null
}

/**
 * Asks for more time; a second person decides.
 * @param until the end of the pause, or the new limit
 * @returns its id
 * @throws GaoxinError FLOW_NOT_YOURS, FLOW_REQUEST_TIME, FLOW_REQUEST, FLOW_DONE
 */
export const requestTime = (
  outer: Context,
  id: string,
  token: number,
  { kind, until, why }: Pick<TimeRequest, 'kind' | 'until' | 'why'>,
): Promise<string> =>
  outer.transaction(async (context) => {
    const { db, actor } = context
    const { task } = await lockTask(context, id, token)
    if (!VERBS.request(task, actor)) throw notYours()
    const now = context.moment()
    checkUntil(task, kind, until, now)
    if ((await requestsOf(context, id)).some((each) => each.token === token && each.state === 'asked'))
      throw noRequest(id)
    const request = context.newId()
    await sql`insert into flow.requests (id, case_id, token, kind, why, until, state, asked_by, asked_at, due)
      values (${request}, ${id}, ${token}, ${kind}, ${why}, ${until}::timestamptz, 'asked', ${actor.id},
      ${now}::timestamptz, ${task.due}::timestamptz)`.execute(db)
    const due = { from: task.due, to: until }
    await noteWork(context, id, { verb: `${kind}-asked`, token, element: task.element, due }, why)
    await tell(
      context,
      [
        { office: task.office, role: 'leader' },
        { office: task.keeper, role: null },
      ].map((to) => ({
        kind: `${kind}-asked` as const,
        case: id,
        token,
        to,
        told: { task: task.name, by: actor.name, why },
        due: task.due,
      })),
    )
    return request
  }, why)

/**
 * What the limit would be if a request were approved now.
 * @throws GaoxinError FLOW_REQUEST_TIME, FLOW_DONE
 */
export async function limitAfter(
  context: Context,
  id: string,
  token: number,
  asked: Pick<TimeRequest, 'kind' | 'until'>,
): Promise<string | null> {
  const task = (await standing(context, id)).find((each) => each.token === token)
  if (!task) throw taskDone()
  const now = context.moment()
  checkUntil(task, asked.kind, asked.until, now)
  const { process } = await versionNumbered(context, task.process, task.version)
  return dueAfter(process, task, asked, now, (await hoursOf(context.db)).of(task.office))
}

/** Whether a time makes sense for what is asked. Pure. */
function checkUntil(task: Standing, kind: RequestKind, until: string, now: string): void {
  const later = task.due === null ? now : kind === 'extension' && task.due > now ? task.due : now
  if (kind === 'extension' && task.due === null) throw badTime('no limit', until)
  if (isPaused(task, now)) throw badTime('paused', until)
  if (Date.parse(until) <= Date.parse(later)) throw badTime('not later', until)
}

/**
 * Approves or refuses what was asked for: the leader of the office that has the task, or the office that keeps the
 * process; nobody who asked for it or has the task.
 * @throws GaoxinError FLOW_REQUEST, FLOW_SECOND_PERSON, FLOW_REQUEST_TIME, FLOW_DONE
 */
export const decideRequest = (
  outer: Context,
  id: string,
  request: string,
  { approve, why }: { readonly approve: boolean; readonly why: string },
): Promise<void> =>
  outer.transaction(async (context) => {
    const { db, actor } = context
    const asked = await openRequest(context, id, request)
    const { task } = await lockTask(context, id, asked.token)
    if (!decides(task, asked, actor)) throw notSecond()
    const now = context.moment()
    if (approve) checkUntil(task, asked.kind, asked.until, now)
    const changed = approve ? await prolong(context, task, asked, now) : { due: task.due, timers: null }
    await sql`update flow.requests set state = ${approve ? 'approved' : 'refused'}, decided_by = ${actor.id},
      decided_at = ${now}::timestamptz, answer = ${why}, due = ${task.due}::timestamptz,
      new_due = ${changed.due}::timestamptz, timers = ${JSON.stringify(changed.timers)}::jsonb
      where id = ${request}`.execute(db)
    const verb = `${asked.kind}-${approve ? 'approved' : 'refused'}` as const
    const due = { from: task.due, to: changed.due }
    await noteWork(context, id, { verb, token: task.token, element: task.element, due }, why)
    await tell(context, [
      {
        kind: verb,
        case: id,
        token: task.token,
        to: { person: asked.asked_by, office: task.office },
        told: { task: task.name, by: actor.name, why },
        due: changed.due,
      },
    ])
  }, why)

/** 恢复计时: ends a pause before its time; what was left when it began is left now. @throws GaoxinError FLOW_NOT_YOURS, FLOW_DONE */
export const resumeTask = (outer: Context, id: string, token: number): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    const now = context.moment()
    const paused = (await requestsOf(context, id)).findLast(
      (each) => each.token === token && each.kind === 'pause' && each.state === 'approved',
    )
    if (!VERBS.resume(task, context.actor) || !isPaused(task, now) || !paused) throw notYours()
    const { process } = await versionNumbered(context, task.process, task.version)
    const span = { from: task.paused_at as string, to: now }
    const hours = await hoursOf(context.db)
    const duty = hours.of(task.office)
    const due = paused.due && afterPause(paused.due, span, countingOf(limitOf(process, task.element)), duty)
    await setLimit(context, task, process, { due, now, paused: null, hours })
    const timers = await timersBefore(context, paused.id)
    await moveTimers(context, task, (key, element) =>
      timers[key] ? afterPause(timers[key], span, timerCounting(process, element), duty) : undefined,
    )
    await noteWork(context, id, {
      verb: 'resumed',
      token,
      element: task.element,
      due: { from: task.due, to: due },
    })
  })

async function prolong(context: Context, task: Standing, asked: TimeRequest, now: string) {
  const { process } = await versionNumbered(context, task.process, task.version)
  const span = { from: now, to: asked.until }
  const isPause = asked.kind === 'pause'
  const hours = await hoursOf(context.db)
  const duty = hours.of(task.office)
  const due = dueAfter(process, task, asked, now, duty)
  await setLimit(context, task, process, { due, now, paused: isPause ? span : null, hours })
  // Time that does not count for the task does not for the timers on it; one that stands at its limit moves with it.
  const timers = await moveTimers(context, task, (_, element, at) =>
    isPause
      ? afterPause(at, span, timerCounting(process, element), duty)
      : at === task.due
        ? asked.until
        : undefined,
  )
  return { due, timers }
}

const dueAfter = (
  process: Process,
  { due, element }: Pick<Standing, 'due' | 'element'>,
  { kind, until }: Pick<TimeRequest, 'kind' | 'until'>,
  now: string,
  duty: Duty,
): string | null =>
  kind === 'extension'
    ? until
    : due && afterPause(due, { from: now, to: until }, countingOf(limitOf(process, element)), duty)

async function setLimit(
  context: Context,
  task: Standing,
  process: Process,
  {
    due,
    now,
    paused,
    hours,
  }: {
    due: string | null
    now: string
    hours: Hours
    paused: { readonly from: string; readonly to: string } | null
  },
): Promise<void> {
  const warn = process.elements.get(task.element)?.given.warn
  const said = warn === undefined || warn.startsWith('=') ? hours.warn : warn
  const warning = warningOf(due, said, now, hours.of(task.office)) ?? null
  await sql`update flow.tasks set first_due = coalesce(first_due, due), due = ${due}::timestamptz,
    warn_at = ${warning}::timestamptz, late_told = ${due !== null && Date.parse(due) <= Date.parse(now)} and late_told,
    paused_at = ${paused?.from ?? null}::timestamptz, paused_until = ${paused?.to ?? null}::timestamptz
    where case_id = ${task.case} and token = ${task.token}`.execute(context.db)
  await processesOf(context)
    .get(task.process)
    ?.onLimit?.(context, {
      case: task.case,
      element: task.element,
      subject: subjectOf(task),
      from: task.due,
      due,
    })
}

/** Sets timers on the edge of a task anew. @returns what they were */
async function moveTimers(
  { db }: Context,
  { case: id, token }: Standing,
  next: (key: string, element: string, at: string) => string | undefined,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{
    key: string
    element: string
    due: string
  }>`select key, element, due from flow.waits
    where case_id = ${id} and type = 'timer' and due is not null and starts_with(key, ${`t${token}:`})`.execute(
    db,
  )
  for (const { key, element, due } of rows) {
    const moved = next(key, element, due)
    if (moved !== undefined)
      await sql`update flow.waits set due = ${moved}::timestamptz where case_id = ${id} and key = ${key}`.execute(
        db,
      )
  }
  return Object.fromEntries(rows.map(({ key, due }) => [key, due]))
}

async function timersBefore({ db }: Context, request: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ timers: Record<string, string> | null }>`select timers from flow.requests
    where id = ${request}`.execute(db)
  return rows[0]?.timers ?? {}
}

const limitOf = ({ elements }: Process, id: string) => elements.get(id)?.given.due
const timerCounting = ({ elements }: Process, id: string): Counting =>
  countingOf((elements.get(id) as Element | undefined)?.event?.timer?.text)

async function openRequest(context: Context, id: string, request: string): Promise<TimeRequest> {
  const asked = (await requestsOf(context, id)).find((each) => each.id === request)
  if (asked?.state !== 'asked') throw noRequest(request)
  // Whoever was quicker has changed it by the time the case is locked.
  await lockTask(context, id, asked.token)
  const again = (await requestsOf(context, id)).find((each) => each.id === request)
  if (again?.state !== 'asked') throw noRequest(request)
  return again
}

export const REQUEST_COLUMNS = sql`r.id, r.case_id as "case", r.token, r.kind, r.why, r.until, r.state, r.asked_by, r.asked_at,
  r.decided_by, r.decided_at, r.answer, r.due, r.new_due`

/** All that was asked for in a case, the first first. */
export async function requestsOf({ db }: Context, id: string): Promise<readonly TimeRequest[]> {
  const { rows } = await sql<TimeRequest>`select ${REQUEST_COLUMNS} from flow.requests r
    where r.case_id = ${id} order by r.asked_at, r.id`.execute(db)
  return rows
}
