import { sql } from 'kysely'
import type { Element, Happening, Process } from '../../../engines/bpmn/index.ts'
import type { Actor } from '../../access/actor.ts'
import type { Context } from '../../system.ts'
import { moveCase } from '../cases.ts'
import { versionNumbered } from '../versions.ts'
import { noOffice, notForThem, notYours, noWayBack, taskDone } from './errors.ts'
import { isFor, VERBS } from './may.ts'
import { noteWork } from './note.ts'
import { tell, tellHolder } from './notices.ts'
import { lockTask, type Standing } from './standing.ts'

/** A person by one of the posts that they hold. */
export type Colleague = Pick<Actor, 'id' | 'name' | 'office' | 'role'>

/**
 * 转办: hands a task to a colleague who may do it.
 * @throws GaoxinError FLOW_NOT_YOURS, FLOW_COLLEAGUE, FLOW_DONE
 */
export const delegateTask = (
  outer: Context,
  id: string,
  token: number,
  to: Colleague,
  why?: string,
): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!VERBS.delegate(task, context.actor)) throw notYours()
    if (!isFor(task, to) || to.id === task.holder) throw notForThem(to.id)
    await sql`update flow.tasks set holder = ${to.id}, sent_by = ${context.actor.id}, sent_office = null
      where case_id = ${id} and token = ${token}`.execute(context.db)
    await noteWork(context, id, { ...handed(task, 'delegated'), to: { person: to.id, name: to.name } }, why)
    await tellHolder(context, { ...task, holder: to.id }, 'delegated', why)
  }, why)

/**
 * 改派: gives a task to another office, whose people find it in their inbox.
 * @throws GaoxinError FLOW_NOT_YOURS, FLOW_OFFICE, FLOW_DONE
 */
export const reassignTask = (
  outer: Context,
  id: string,
  token: number,
  office: string,
  why: string,
): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!VERBS.reassign(task, context.actor)) throw notYours()
    const { rows } = await sql`select from access.offices where id = ${office}`.execute(context.db)
    if (rows.length === 0 || office === task.office) throw noOffice(office)
    await sql`update flow.tasks set office = ${office}, holder = null, sent_by = null, sent_office = ${task.office}
      where case_id = ${id} and token = ${token}`.execute(context.db)
    await noteWork(context, id, { ...handed(task, 'reassigned'), to: { office } }, why)
    await tellHolder(context, { ...task, office, holder: null }, 'reassigned', why)
  }, why)

/** Where a returned task went. */
export type WentBack = 'sender' | 'office' | 'step' | 'pool'

/**
 * 退回: back to whoever handed it over, or the office that gave it; where neither did, to whoever did the step before if
 * the diagram says `return="yes"`, otherwise to the office's own inbox.
 * @throws GaoxinError FLOW_NOT_YOURS, FLOW_NO_WAY_BACK, FLOW_DONE
 */
export const returnTask = (outer: Context, id: string, token: number, why: string): Promise<WentBack> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!VERBS.return(task, context.actor)) throw notYours()
    if (task.holder && task.sent_by) return backTo(context, task, 'sender', why)
    if (task.sent_office) return backTo(context, task, 'office', why)
    const { process } = await versionNumbered(context, task.process, task.version)
    if (process.elements.get(task.element)?.given.return === 'yes')
      return stepBack(context, task, process, why)
    if (!task.holder) throw noWayBack()
    return backTo(context, task, 'pool', why)
  }, why)

async function backTo(
  context: Context,
  task: Standing,
  where: 'sender' | 'office' | 'pool',
  why: string,
): Promise<WentBack> {
  const holder = where === 'sender' ? task.sent_by : null
  const office = where === 'office' ? task.sent_office : task.office
  // An office that gets back what it gave away may still return it to whom it has it from.
  await sql`update flow.tasks set holder = ${holder}, office = ${office}, sent_by = null,
    sent_office = ${where === 'office' ? null : task.sent_office}
    where case_id = ${task.case} and token = ${task.token}`.execute(context.db)
  const to = holder ? { person: holder } : office ? { office } : {}
  await noteWork(context, task.case, { ...handed(task, 'returned'), to }, why)
  await tellHolder(context, { ...task, holder, office }, 'returned', why)
  return where
}

/** The case goes back by one person's step: that task is asked for again, of whoever did it. */
async function stepBack(context: Context, task: Standing, process: Process, why: string): Promise<WentBack> {
  const came = await stepThatAsked(context, task)
  const before = came && stepBefore(process, came.happened, task)
  if (!before) throw noWayBack()
  const to = { person: came.actor }
  await noteWork(context, task.case, { ...handed(task, 'returned'), to }, why)
  if (!(await moveCase(context, task.case, { type: 'back', token: task.token, to: before.id }, why)))
    throw taskDone()
  const { rows } = await sql<Pick<Standing, 'token' | 'name' | 'due' | 'office'>>`
    update flow.tasks set holder = ${came.actor}
    where case_id = ${task.case} and token = (select max(id) from flow.tokens where case_id = ${task.case} and at = ${before.id})
    returning token, name, due, office`.execute(context.db)
  for (const { token, name, due, office } of rows)
    await tell(context, [
      {
        kind: 'returned',
        case: task.case,
        token,
        to: { person: came.actor, office },
        told: { task: name, by: context.actor.name, why },
        due,
      },
    ])
  return 'step'
}

interface Came {
  readonly actor: string
  readonly happened: readonly Happening[]
}

async function stepThatAsked({ db }: Context, task: Standing): Promise<Came | undefined> {
  const entered = JSON.stringify([{ what: 'entered', element: task.element, token: task.token }])
  const { rows } = await sql<Came>`select actor, happened from flow.steps
    where case_id = ${task.case} and happened @> ${entered}::jsonb order by number desc limit 1`.execute(db)
  return rows[0]
}

/** What lies between two tasks so that one can be asked for again instead of the other: no token was split or joined. */
const BETWEEN = ['exclusive', 'service', 'rule', 'pass', 'throw']

/**
 * The user task that a person did in the step that asked for this one; undefined where more than these two is at stake.
 * Pure: what happened in that step is all that it goes by.
 */
export function stepBefore(
  process: Process,
  happened: readonly Happening[],
  { element: id, token }: Pick<Standing, 'element' | 'token'>,
): Element | undefined {
  const of = (each: Happening) => process.elements.get(each.element)
  const [first, ...rest] = happened
  const before = first && of(first)
  const here = process.elements.get(id)
  if (first?.what !== 'done' || before?.kind !== 'user' || !here) return undefined
  if (before.loop || here.loop || before.undoes || before.undoneBy || before.within !== here.within)
    return undefined
  const last = rest.at(-1)
  const between = rest.slice(0, -1)
  const straight =
    last?.what === 'entered' &&
    last.token === token &&
    between.every(
      (each) => (each.what === 'entered' || each.what === 'done') && BETWEEN.includes(of(each)?.kind ?? ''),
    )
  return straight ? before : undefined
}

const handed = (
  { token, element, holder, office }: Standing,
  verb: 'delegated' | 'reassigned' | 'returned',
) => ({
  verb,
  token,
  element,
  from: holder ? { person: holder } : office ? { office } : {},
})
