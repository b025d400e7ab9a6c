import { sql } from 'kysely'
import type { Vars } from '../../engines/bpmn/index.ts'
import type { Context } from '../system.ts'
import { moveAlone, moveKept } from './step.ts'
import { notYours, opinionsOpen, taken, taskDone } from './work/errors.ts'
import { holds, isFor, VERBS, type Verb, verbsOf } from './work/may.ts'
import { noteWork } from './work/note.ts'
import { keeperOf, type LockedTask, lockTask, readTask, type Standing } from './work/standing.ts'

export interface InboxTask {
  readonly case: string
  readonly token: number
  readonly name: string
  readonly process: string
  readonly title: string
  readonly office: string | null
  readonly holder: string | null
  readonly since: string
  readonly due: string | null
  /** 挂账: until when its clock stands still. */
  readonly paused_until: string | null
  /** What the actor may do with it now. */
  readonly may: readonly Verb[]
}

/** Where a list goes on: after this task, in its order. */
export type After = Pick<InboxTask, 'due' | 'since' | 'case' | 'token'>

/** Of whom: one's own, or those of one's office that nobody has taken. */
export type Mine = 'mine' | 'office'

/** What a person has to do, what is late first; a page at a time, by where the last one ended. */
export async function inboxOf(
  context: Context,
  of: Mine,
  { limit, after }: { readonly limit: number; readonly after?: After | undefined },
): Promise<readonly InboxTask[]> {
  const { db, actor } = context
  const post = sql`(t.role is null or t.role = ${actor.role})`
  const whose =
    of === 'office'
      ? [sql`t.office = ${actor.office ?? null} and t.holder is null and ${post}`]
      : [
          sql`t.holder = ${actor.id}`,
          // What a colleague has by the post that they lent.
          ...(actor.standsFor
            ? [
                sql`t.holder = ${actor.standsFor} and (t.office is null or t.office = ${actor.office}) and ${post}`,
              ]
            : []),
        ]
  // What has no limit comes after all that have one.
  const far = sql`coalesce(t.due, 'infinity')`
  const beyond = after
    ? sql`and (${far}, t.since, t.case_id, t.token) > (coalesce(${after.due}::timestamptz, 'infinity'),
        ${after.since}::timestamptz, ${after.case}, ${after.token}::integer)`
    : sql``
  const inOrder = sql`order by ${far}, t.since, t.case_id, t.token limit ${limit}`
  const each = whose.map((mine) => sql`(select t.* from flow.tasks t where ${mine} ${beyond} ${inOrder})`)
  const { rows } = await sql<Omit<InboxTask, 'may'> & Pick<Standing, 'role' | 'opinions' | 'started_by'>>`
    select t.case_id as "case", t.token, t.name, t.process, c.title, t.office, t.holder, t.since, t.due,
      t.paused_until, t.role, t.opinions, c.started_by
    from (${sql.join(each, sql` union all `)}) t join flow.cases c on c.id = t.case_id ${inOrder}`.execute(db)
  return rows.map(({ role, opinions, started_by, ...task }) => {
    const standing = { ...task, role, opinions, started_by, keeper: keeperOf(context, task.process) }
    return { ...task, may: verbsOf(standing, actor) }
  })
}

/**
 * Takes a task; of two who do at once, one has it. Whoever stands in for its holder takes it over.
 * @throws GaoxinError FLOW_TAKEN, FLOW_NOT_YOURS, FLOW_DONE
 */
export const takeTask = (outer: Context, id: string, token: number): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!isFor(task, context.actor)) throw notYours()
    if (task.holder !== context.actor.id) await takeOver(context, task)
  })

async function takeOver(context: Context, task: Standing): Promise<void> {
  if (!VERBS.take(task, context.actor)) throw taken()
  const { case: id, token, element, holder } = task
  await sql`update flow.tasks set holder = ${context.actor.id} where case_id = ${id} and token = ${token}`.execute(
    context.db,
  )
  await noteWork(context, id, {
    verb: 'taken',
    token,
    element,
    ...(holder ? { from: { person: holder } } : {}),
  })
}

/** Puts a task back for others of the office. @throws GaoxinError FLOW_NOT_YOURS, FLOW_DONE */
export const leaveTask = (outer: Context, id: string, token: number, why?: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!VERBS.leave(task, context.actor)) throw notYours()
    await sql`update flow.tasks set holder = null, sent_by = null
      where case_id = ${id} and token = ${token}`.execute(context.db)
    await noteWork(context, id, { verb: 'left', token, element: task.element }, why)
  }, why)

/**
 * A person has done a task; the case goes on. Where somebody stands in for its holder, the history says so first.
 * @throws GaoxinError FLOW_TAKEN, FLOW_NOT_YOURS, FLOW_OPINIONS_OPEN, FLOW_DONE (409): somebody was quicker
 */
export const doTask = (outer: Context, id: string, token: number, vars: Vars, why?: string): Promise<void> =>
  finishTask(outer, id, token, async () => vars, why)

/** What a person says of a task, as it stands. */
type Said = (context: Context, locked: LockedTask) => Promise<Vars>

/** Does a task. */
export async function finishTask(
  outer: Context,
  id: string,
  token: number,
  said: Said,
  why?: string,
): Promise<void> {
  if (!outer.db.isTransaction && (await finishedAlone(outer, id, token, said, why))) return
  await outer.transaction(async (context) => {
    const locked = await lockTask(context, id, token)
    const vars = await said(context, locked)
    const { kept } = await takenOver(context, locked)
    if (!(await moveKept(context, kept, { type: 'done', token, vars }, why, token))) throw taskDone()
  }, why)
}

/** @returns false where it was not done: its case has to be held for it, or the actor may not do it */
async function finishedAlone(context: Context, id: string, token: number, said: Said, why?: string) {
  const read = await readTask(context, id, token)
  const { actor } = context
  if (!VERBS.do(read.task, actor) || (actor.standsFor && read.task.holder !== actor.id)) return false
  const vars = await said(context, read)
  return moveAlone(context, read.kept, { type: 'done', token, vars }, why, token)
}

/** A task as somebody does it: whoever stands in for its holder takes it over first. */
async function takenOver(context: Context, locked: LockedTask): Promise<LockedTask> {
  const { task } = locked
  if (!isFor(task, context.actor)) throw notYours()
  if (task.holder && !holds(task, context.actor)) throw taken()
  if (!VERBS.do(task, context.actor)) throw opinionsOpen(task.opinions)
  if (!context.actor.standsFor || task.holder === context.actor.id) return locked
  await takeOver(context, task)
  return lockTask(context, task.case, task.token)
}
