import { sql } from 'kysely'
import { permitFor } from '../../../kernel/access/grants.ts'
import { doTask } from '../../../kernel/flow/index.ts'
import { getRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import type { Answers } from '../flow/answers.ts'
import { reports } from '../tables/index.ts'
import { caseOf, type OneReport } from './read.ts'

/** A report that the actor may read. @throws GaoxinError CITY_REPORT, of one that they may not read too */
export async function seenReport(context: Context, id: string): Promise<OneReport> {
  const permit = permitFor(reports, context.actor, 'read')
  const row =
    permit &&
    (await getRow(context.db, reports, id, {
      vault: context.vault,
      ...(permit.where ? { where: permit.where } : {}),
    }))
  if (!row) throw cityError('CITY_REPORT', { value: id })
  return row as unknown as OneReport
}

/**
 * Does the step of a report that is to be done, by its name in the diagram.
 * @throws GaoxinError FLOW_DONE where another one is, FLOW_NOT_YOURS, FLOW_TAKEN and those of the step
 */
export const act = <S extends keyof Answers>(
  outer: Context,
  id: string,
  step: S,
  answer: Answers[S],
): Promise<void> =>
  outer.transaction(async (context) => {
    await seenReport(context, id)
    const found = await caseOf(context, id)
    const { rows } = await sql<{ token: number }>`select token from flow.tasks
      where case_id = ${found} and element = ${step} order by token limit 1`.execute(context.db)
    await doTask(context, found, rows[0]?.token ?? -1, { ...answer })
  }, WHY[step])

const WHY: Readonly<Record<keyof Answers, string>> = {
  verify: '核实',
  accept: '受理立案',
  dispatch: '派遣',
  handle: '处置',
  check: '核查',
}
