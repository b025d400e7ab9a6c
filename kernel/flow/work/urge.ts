import { sql } from 'kysely'
import type { Context } from '../../system.ts'
import { notYours, urgedAlready } from './errors.ts'
import { VERBS } from './may.ts'
import { noteWork } from './note.ts'
import { tellHolder } from './notices.ts'
import { lockTask } from './standing.ts'

/** How often a task may be urged. */
const BETWEEN_MS = 3_600_000

/** 催办: tells whoever has a task that it is waited for. @throws GaoxinError FLOW_URGED, FLOW_NOT_YOURS, FLOW_DONE */
export const urgeTask = (outer: Context, id: string, token: number, why?: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { task } = await lockTask(context, id, token)
    if (!VERBS.urge(task, context.actor)) throw notYours()
    const now = context.moment()
    const again = task.urged_at ? Date.parse(task.urged_at) + BETWEEN_MS : 0
    if (Date.parse(now) < again) throw urgedAlready(new Date(again).toISOString())
    await sql`update flow.tasks set urged_at = ${now}::timestamptz
      where case_id = ${id} and token = ${token}`.execute(context.db)
    const to = task.holder ? { person: task.holder } : task.office ? { office: task.office } : {}
    await noteWork(context, id, { verb: 'urged', token, element: task.element, to }, why)
    await tellHolder(context, task, 'urged', why)
  }, why)
