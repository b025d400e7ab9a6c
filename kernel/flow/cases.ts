import { sql } from 'kysely'
import type { Cause, Vars } from '../../engines/bpmn/index.ts'
import type { Context } from '../system.ts'
import { begin, beginAlone, move, type NewCase } from './step.ts'

/**
 * Begins a case with the version of its process that is in use, and moves it as far as it goes by itself.
 * @returns its id
 * @throws GaoxinError FLOW_PROCESS
 */
export const startCase = async (outer: Context, given: NewCase): Promise<string> =>
  (await beginAlone(outer, given)) ??
  (await outer.transaction((context) => begin(context, given), given.title))

/**
 * Moves a case on: all that follows by itself is part of the same transaction.
 * @returns false where the case does not wait for that, or no longer
 * @throws GaoxinError FLOW_CASE_NOT_FOUND
 */
export const moveCase = (outer: Context, id: string, cause: Cause, why?: string): Promise<boolean> =>
  outer.transaction((context) => move(context, id, cause, why), why)

/** To whom a message goes: one case, or all cases about a row of a record. */
export type Recipient =
  | { readonly case: string }
  | { readonly subject: { readonly record: string; readonly id: string } }

/**
 * Tells cases that wait for it, and those that they called, of something that has come from outside. Each is moved in
 * the same transaction as whatever else the caller does.
 * @returns how many waits it has ended; 0 where nobody waits for it, or no longer
 */
export const sendMessage = (
  outer: Context,
  name: string,
  to: Recipient,
  vars: Vars = {},
  why?: string,
): Promise<number> =>
  outer.transaction(async (context) => {
    const whose =
      'case' in to
        ? sql`(c.id = ${to.case} or c.root = ${to.case})`
        : sql`c.record = ${to.subject.record} and c.row_id = ${to.subject.id}`
    const { rows } =
      await sql<WaitOf>`select w.case_id, w.key from flow.waits w join flow.cases c on c.id = w.case_id
      where w.type = 'message' and w.ref = ${name} and ${whose} order by w.case_id, w.key`.execute(context.db)
    return endWaits(context, rows, vars, why)
  }, why)

interface WaitOf {
  readonly case_id: string
  readonly key: string
}

async function endWaits(context: Context, waits: readonly WaitOf[], vars: Vars, why?: string) {
  let ended = 0
  for (const { case_id, key } of waits)
    if (await move(context, case_id, { type: 'event', wait: key, vars }, why)) ended++
  return ended
}
