/** One step of one claim: whether it may be taken, and the case moved by it. What it does is done by the case's services. */
import { sql } from 'kysely'
import type { Process, Vars } from '../../../engines/bpmn/index.ts'
import { doTask, isFor, moveCase } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { claimOf, situationOf } from './claims.ts'
import type { Given } from './effects.ts'
import { beginCase, lockCaseOf, processOf } from './flow/case.ts'
import { stepOf, stepsOf, type Way, waysOf } from './flow/ways.ts'
import type { ClaimRow } from './tables.ts'
import { type Act, notOpen, VERBS } from './verbs.ts'

/**
 * @throws GaoxinError RECORD_NOT_FOUND, CLAIM_STEP, CLAIM_ROLE, what guards and effects throw; FLOW_TAKEN where a colleague
 * has taken the task, FLOW_OPINIONS_OPEN where they were asked about it
 */
export async function act(context: Context, id: string, what: Act, given: Given = {}): Promise<ClaimRow> {
  const found = await lockCaseOf(context, id)
  const claim = await claimOf(context, id)
  const process = await processOf(context, found)
  const ways = waysOf(process)
  stepOf(stepsOf(ways), what, await situationOf(context, claim, given.reason), context.actor)
  const open = ways.filter((way) => way.act === what && way.from === claim.state)
  const vars = { ...given, act: what }
  const on = found ? undefined : startOf(process, open)
  if (on) await beginCase(context, claim, { on, vars })
  else await move(context, found?.id ?? (await beginCase(context, claim)), { open, claim, what, vars })
  return claimOf(context, id)
}

/** The message by which a new case begins with that step, where one does. */
const startOf = (process: Process, open: readonly Way[]): string | undefined =>
  open.map(({ at }) => process.elements.get(at)).find((element) => element?.kind === 'start')?.event?.ref

interface Moving {
  readonly open: readonly Way[]
  readonly claim: ClaimRow
  readonly what: Act
  readonly vars: Vars
}

/** Does the task, or ends the wait, at which the case stands and from which the step leads. */
async function move(context: Context, id: string, { open, claim, what, vars }: Moving): Promise<void> {
  const { rows } = await sql<{
    element: string
    key: string
    token: number | null
    office: string
    role: string
  }>`
    select element, 't' || token as key, token, office, role from flow.tasks where case_id = ${id}
    union all select element, key, null, null, null from flow.waits where case_id = ${id}`.execute(context.db)
  const stand = rows.find(({ element }) => open.some(({ at }) => at === element))
  if (!stand) throw notOpen(what, claim.state as Moving['open'][number]['from'])
  const why = (vars as Given).reason?.trim() || VERBS[what].name.zh
  const { token, key } = stand
  if (token !== null && !VERBS[what].many && isFor(stand, context.actor))
    return doTask(context, id, token, vars, why)
  // Others than those whose inbox it is in may do it, too: a leader approves for any office.
  const cause =
    token === null ? ({ type: 'event', wait: key, vars } as const) : ({ type: 'done', token, vars } as const)
  await moveCase(context, id, cause, why)
}
