import { sql } from 'kysely'
import type { Context } from '../../system.ts'
import { type Kept, lockCase, type OpenTask, readCase } from '../rows.ts'
import { processesOf } from '../versions.ts'
import { taskDone } from './errors.ts'

/** A task as it stands, with what of its case decides who may do what with it. */
export interface Standing extends OpenTask {
  readonly case: string
  readonly process: string
  readonly version: number
  readonly title: string
  readonly started_by: string
  readonly record: string | null
  readonly row_id: string | null
  /** The office that keeps the process. */
  readonly keeper: string
}

export interface LockedTask {
  readonly kept: Kept
  readonly task: Standing
}

/**
 * Reads a task and keeps others from moving its case until the transaction ends.
 * @throws GaoxinError FLOW_DONE
 */
export const lockTask = async (context: Context, id: string, token: number): Promise<LockedTask> =>
  taskIn(context, await lockCase(context.db, id), token)

/** Reads a task as it stands; others may move its case. @throws GaoxinError FLOW_DONE */
export const readTask = async (context: Context, id: string, token: number): Promise<LockedTask> =>
  taskIn(context, await readCase(context.db, id), token)

function taskIn(context: Context, kept: Kept | undefined, token: number): LockedTask {
  const found = kept?.tasks.find((each) => each.token === token)
  if (!kept || !found) throw taskDone()
  const { id, process, version, title, started_by, record, row_id } = kept.row
  return {
    kept,
    task: {
      ...found,
      due: instant(found.due),
      urged_at: instant(found.urged_at),
      warn_at: instant(found.warn_at),
      first_due: instant(found.first_due),
      paused_at: instant(found.paused_at),
      paused_until: instant(found.paused_until),
      case: id,
      process,
      version,
      title,
      started_by,
      record,
      row_id,
      keeper: keeperOf(context, process),
    },
  }
}

export const keeperOf = (context: Context, process: string) => processesOf(context).get(process)?.office ?? ''
/** As the driver writes it: what a row holds as JSON is written otherwise. */
const instant = (written: string | null) => (written === null ? null : new Date(written).toISOString())

/** A case's open tasks, for looking at. */
export async function standing(context: Context, id: string): Promise<readonly Standing[]> {
  const { rows } = await sql<Omit<Standing, 'keeper'>>`
    select t.*, t.case_id as "case", c.version, c.title, c.started_by, c.record, c.row_id
    from flow.tasks t join flow.cases c on c.id = t.case_id
    where t.case_id = ${id} order by t.token`.execute(context.db)
  return rows.map((row) => ({ ...row, keeper: keeperOf(context, row.process) }))
}

/** Whom a task is for: who holds it, else an office and a role in it. */
export const addressee = (task: Pick<Standing, 'holder' | 'office' | 'role'>) =>
  task.holder
    ? { person: task.holder, office: task.office }
    : { person: null, office: task.office, role: task.role }
