import { sql } from 'kysely'
import type { Happening, Process } from '../../../engines/bpmn/index.ts'
import type { Context } from '../../system.ts'
import { moveCase } from '../cases.ts'
import { lockCase } from '../rows.ts'
import { processesOf, versionNumbered } from '../versions.ts'
import { cannotEnd, cannotWithdraw, caseEnded, notStarter } from './errors.ts'
import { noteWork, PASSING, type WorkDone } from './note.ts'
import { tell } from './notices.ts'

/** What a step may have done and still be taken back: nothing that was told or done outside of where the case stands. */
const QUIET = [
  'user',
  'eventBased',
  'exclusive',
  'parallel',
  'inclusive',
  'rule',
  'pass',
  'subProcess',
  'catch',
  'boundary',
]
const OUTWARD = ['message', 'signal', 'escalation', 'error', 'compensation', 'terminate']

/** Whether nothing of a step went beyond the case: no service, no message, nothing undone. Pure. */
export const isQuiet = (process: Process, happened: readonly (Happening | WorkDone)[]): boolean =>
  happened.every(({ what, element }) => {
    if (what !== 'done' && what !== 'entered' && what !== 'cancelled') return false
    const found = process.elements.get(element as string)
    if (!found) return false
    // What waits where the step ended has not run.
    const waits = what === 'entered' || what === 'cancelled'
    const silent =
      QUIET.includes(found.kind) ||
      (['start', 'end', 'throw'].includes(found.kind) && !OUTWARD.includes(found.event?.type ?? 'none'))
    return silent || (waits && found.kind === 'receive')
  })

interface LastStep {
  readonly state: 'running' | 'completed' | 'terminated'
  readonly process: string
  readonly version: number
  readonly mine: boolean
  readonly parent: string | null
  /** Of the actor's own last step, where it is kept: the token of its task, what happened, whether anybody acted since. */
  readonly token: number | null
  readonly happened: readonly Happening[] | null
  readonly since: boolean
}

async function lastStep({ db, actor }: Context, id: string): Promise<LastStep | undefined> {
  const { rows } = await sql<LastStep>`
    select c.state, c.process, c.version, c.parent, c.started_by = ${actor.id} as mine, u.token, s.happened,
      exists (select from flow.steps a where a.case_id = c.id and a.number > u.step
        and not (a.happened -> 0 ->> 'verb' = any(${PASSING}::text[])) is true) as since
    from flow.cases c left join flow.undo u on u.case_id = c.id and u.actor = ${actor.id}
    left join flow.steps s on s.case_id = u.case_id and s.number = u.step
    where c.id = ${id}`.execute(db)
  return rows[0]
}

/** Why a step cannot be taken back; undefined: it can. */
async function hindrance(
  context: Context,
  step: LastStep | undefined,
): Promise<Parameters<typeof cannotWithdraw>[0] | undefined> {
  if (step && step.state !== 'running') return 'ended'
  if (!step?.happened) return 'nothing'
  if (step.since) return 'since'
  const { process } = await versionNumbered(context, step.process, step.version)
  return isQuiet(process, step.happened) ? undefined : 'service'
}

const isEndable = (context: Context, { process }: { readonly process: string }): boolean =>
  processesOf(context).get(process)?.endable !== false

/** Of a case as it stands: whether the actor may take their last step back, and whether they may end it. */
export async function mayUndo(
  context: Context,
  id: string,
): Promise<{ readonly withdraw: boolean; readonly end: boolean }> {
  const step = await lastStep(context, id)
  return {
    withdraw: (await hindrance(context, step)) === undefined,
    end: step?.state === 'running' && step.mine && step.parent === null && isEndable(context, step),
  }
}

/**
 * 撤回: takes back one's own last step, as long as nobody has acted since and the program has done nothing on it; the task
 * is in one's hands again.
 * @throws GaoxinError FLOW_WITHDRAW, whose place says why not
 */
export const withdrawStep = (outer: Context, id: string, why: string): Promise<void> =>
  outer.transaction(async (context) => {
    await lockCase(context.db, id)
    const step = await lastStep(context, id)
    const hindered = await hindrance(context, step)
    if (hindered) throw cannotWithdraw(hindered)
    const token = step?.token as number
    await restore(context, id, token)
    await noteWork(context, id, { verb: 'withdrawn', token }, why)
  }, why)

/** Ids of tokens go on being given from where they were: none means two things in one history. */
async function restore({ db, actor, moment }: Context, id: string, token: number): Promise<void> {
  for (const table of ['tokens', 'tasks', 'waits']) {
    const name = sql.table(`flow.${table}`)
    await sql`delete from ${name} where case_id = ${id}`.execute(db)
    await sql`insert into ${name} select t.* from flow.undo u,
      jsonb_populate_recordset(null::${name}, u.${sql.ref(table)}) t where u.case_id = ${id}`.execute(db)
  }
  await sql`update flow.cases c set scopes = u.scopes from flow.undo u
    where c.id = ${id} and u.case_id = c.id`.execute(db)
  await sql`update flow.tasks set holder = ${actor.id} where case_id = ${id} and token = ${token}`.execute(db)
  // What is asked for again has not been done.
  await sql`delete from flow.handled where case_id = ${id}
    and token in (select token from flow.tasks where case_id = ${id})`.execute(db)
  await sql`delete from flow.undo where case_id = ${id}`.execute(db)
  await sql`update flow.notices set read_at = ${moment()}::timestamptz where case_id = ${id} and read_at is null
    and token not in (select token from flow.tasks where case_id = ${id})`.execute(db)
}

/** 撤销: whoever started a case ends it; nobody goes on with it. @throws GaoxinError FLOW_NOT_STARTER, FLOW_ENDED, FLOW_STANDS */
export const endCase = (outer: Context, id: string, why: string): Promise<void> =>
  outer.transaction(async (context) => {
    const kept = await lockCase(context.db, id)
    // A case that another called ends with that one.
    if (!kept || kept.row.started_by !== context.actor.id || kept.row.parent) throw notStarter()
    if (kept.state.status !== 'running') throw caseEnded()
    if (!isEndable(context, kept.row)) throw cannotEnd()
    const { rows: held } = await sql<{ token: number; name: string; holder: string; office: string | null }>`
      select token, name, holder, office from flow.tasks where case_id = ${id} and holder is not null`.execute(
      context.db,
    )
    await noteWork(context, id, { verb: 'ended' }, why)
    await moveCase(context, id, { type: 'end' }, why)
    await tell(
      context,
      held.map(({ token, name, holder, office }) => ({
        kind: 'withdrawn' as const,
        case: id,
        token,
        to: { person: holder, office },
        told: { task: name, by: context.actor.name, why },
        due: null,
      })),
    )
  }, why)
