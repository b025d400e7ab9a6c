import { sql } from 'kysely'
import { GaoxinError } from '../../errors.ts'
import type { Context } from '../../system.ts'
import { noteWork } from './note.ts'
import { type NewNotice, tell } from './notices.ts'
import { addressee, lockTask, type Standing } from './standing.ts'

/** 分管: who is told once a task is late, in its office, where the diagram does not say it. */
const ESCALATE = 'leader'

/**
 * 预警, 督办: tells who has a task that its limit comes near, and them and those above that it has passed; each once,
 * however many programs do so. What was both while nobody looked is late only.
 * @returns how many tasks were told of
 */
export async function remind(context: Context, limit = 500): Promise<number> {
  const now = context.moment()
  const { rows } = await sql<{ case: string; token: number }>`
    (select case_id as "case", token from flow.tasks where warn_at <= ${now}::timestamptz order by warn_at limit ${limit})
    union
    (select case_id, token from flow.tasks where due <= ${now}::timestamptz and due is not null and not late_told
      order by due limit ${limit})`.execute(context.db)
  const errors: unknown[] = []
  let told = 0
  for (const { case: id, token } of rows)
    try {
      if (await context.transaction((inner) => remindOf(inner, id, token, now))) told++
    } catch (error) {
      // It holds no other up, and is tried again.
      errors.push(error)
    }
  if (errors.length > 0) throw errors[0]
  return told
}

async function remindOf(context: Context, id: string, token: number, now: string): Promise<boolean> {
  // Read without its lock, it may be done by now, or told of by another program.
  const task = (await lockTask(context, id, token).catch(isDone))?.task
  const kind = task && kindOf(task, now)
  if (!kind) return false
  await sql`update flow.tasks set warn_at = null, late_told = ${kind === 'late'}
    where case_id = ${id} and token = ${token}`.execute(context.db)
  if (kind === 'late')
    await noteWork(context, id, {
      verb: 'late',
      token,
      element: task.element,
      to: { office: escalation(task).office },
      due: { from: task.due, to: task.due },
    })
  await tell(context, noticesFor(task, kind))
  return true
}

function isDone(error: unknown): undefined {
  if (!(error instanceof GaoxinError && error.code === 'FLOW_DONE')) throw error
}

const isPast = (moment: string | null, now: string) =>
  moment !== null && Date.parse(moment) <= Date.parse(now)

/** What is to be told of a task at a moment. Pure. */
export const kindOf = (
  { due, warn_at, late_told }: Pick<Standing, 'due' | 'warn_at' | 'late_told'>,
  now: string,
): 'warned' | 'late' | undefined =>
  isPast(due, now) ? (late_told ? undefined : 'late') : isPast(warn_at, now) ? 'warned' : undefined

const escalation = ({ office, keeper, escalate }: Standing) => ({
  office: office ?? keeper,
  role: escalate ?? ESCALATE,
})

function noticesFor(task: Standing, kind: 'warned' | 'late'): readonly NewNotice[] {
  const { case: id, token, due, name } = task
  const notice = (kind: NewNotice['kind'], to: NewNotice['to']): NewNotice => ({
    kind,
    case: id,
    token,
    to,
    told: { task: name, by: '' },
    due,
    once: [kind, id, token, due].join('/'),
  })
  return [
    notice(kind, addressee(task)),
    ...(kind === 'late' ? [notice('escalated', { ...escalation(task), person: null })] : []),
  ]
}
