import { sql } from 'kysely'
import type { Vars } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { lockCase, type OpenTask } from './rows.ts'
import { moveKept } from './step.ts'

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
}

/** Where a list goes on: after this task, in its order. */
export type After = Pick<InboxTask, 'due' | 'since' | 'case' | 'token'>

/** Of whom: one's own, or those of one's office that nobody has taken. */
export type Mine = 'mine' | 'office'

/** What a person has to do, what is late first; a page at a time, by where the last one ended. */
export async function inboxOf(
  { db, actor }: Context,
  of: Mine,
  { limit, after }: { readonly limit: number; readonly after?: After | undefined },
): Promise<readonly InboxTask[]> {
  const whose =
    of === 'mine'
      ? sql`t.holder = ${actor.id}`
      : sql`t.office = ${actor.office ?? null} and t.holder is null and (t.role is null or t.role = ${actor.role})`
  // What has no limit comes after all that have one.
  const far = sql`coalesce(t.due, 'infinity')`
  const beyond = after
    ? sql`and (${far}, t.since, t.case_id, t.token) > (coalesce(${after.due}::timestamptz, 'infinity'),
        ${after.since}::timestamptz, ${after.case}, ${after.token}::integer)`
    : sql``
  const { rows } = await sql<InboxTask>`
    select t.case_id as "case", t.token, t.name, t.process, c.title, t.office, t.holder, t.since, t.due
    from flow.tasks t join flow.cases c on c.id = t.case_id
    where ${whose} ${beyond} order by ${far}, t.since, t.case_id, t.token limit ${limit}`.execute(db)
  return rows
}

/** Takes a task; of two who do at once, one has it. @throws GaoxinError FLOW_TAKEN, FLOW_NOT_YOURS */
export const takeTask = (outer: Context, id: string, token: number): Promise<void> =>
  outer.transaction(async (context) => {
    const { db, actor, changed } = context
    const { task } = await lockTask(context, id, token)
    if (!mayDo(task, actor)) throw notYours()
    if (task.holder && task.holder !== actor.id) throw taken()
    await sql`update flow.tasks set holder = ${actor.id} where case_id = ${id} and token = ${token}`.execute(
      db,
    )
    await changed('flow.cases', [id])
  })

/** Puts a task back for others of the office. @throws GaoxinError FLOW_NOT_YOURS */
export const leaveTask = (outer: Context, id: string, token: number): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (task.holder !== context.actor.id) throw notYours()
    await sql`update flow.tasks set holder = null where case_id = ${id} and token = ${token}`.execute(
      context.db,
    )
    await context.changed('flow.cases', [id])
  })

/**
 * A person has done a task; the case goes on.
 * @throws GaoxinError FLOW_TAKEN, FLOW_NOT_YOURS, FLOW_DONE (409): somebody was quicker
 */
export const doTask = (outer: Context, id: string, token: number, vars: Vars, why?: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { kept, task } = await lockTask(context, id, token)
    if (!mayDo(task, context.actor)) throw notYours()
    if (task.holder && task.holder !== context.actor.id) throw taken()
    if (!(await moveKept(context, kept, { type: 'done', token, vars }, why))) throw done()
  }, why)

/** The case is locked, as by every step of it. @throws GaoxinError FLOW_DONE */
async function lockTask({ db }: Context, id: string, token: number) {
  const kept = await lockCase(db, id)
  const task = kept?.tasks.find((each) => each.token === token)
  if (!kept || !task) throw done()
  return { kept, task }
}

const mayDo = ({ office, role }: OpenTask, actor: Context['actor']): boolean =>
  (office === null || office === actor.office) && (role === null || role === actor.role)

const done = () =>
  new GaoxinError(
    'FLOW_DONE',
    text('这一步已经办结或撤销', 'This step has been done or is no longer asked for'),
    text('请刷新待办', 'Load the inbox anew'),
    { place: 'task', status: 409 },
  )
const taken = () =>
  new GaoxinError(
    'FLOW_TAKEN',
    text('这件事已有人签收', 'Somebody else has taken it'),
    text('请与签收人联系，或请其退回', 'Ask whoever has it to put it back'),
    { place: 'task', status: 409 },
  )
const notYours = () =>
  new GaoxinError(
    'FLOW_NOT_YOURS',
    text('这件事不由你的岗位办理', 'This is not for your post to do'),
    text('请切换岗位，或交由承办单位', 'Change posts, or leave it to the office in charge'),
    { place: 'task', status: 403 },
  )
