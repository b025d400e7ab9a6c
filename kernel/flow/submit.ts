import { sql } from 'kysely'
import type { Scope, Vars } from '../../engines/bpmn/index.ts'
import { varsOf } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { evaluator } from './expressions.ts'
import { checkForm, type FieldProblem } from './forms.ts'
import { doTask } from './inbox.ts'
import { versionNumbered } from './versions.ts'

/**
 * A person does a task by its form: what they say is held against it first. A task without a form takes no values.
 * @throws GaoxinError FLOW_FORM (its details: what is wrong, by field), and those of `doTask`
 */
export const submitTask = (
  outer: Context,
  id: string,
  token: number,
  given: Vars,
  why?: string,
): Promise<void> =>
  outer.transaction(async (context) => {
    // Locked first: what is read after it is what the step will find.
    await sql`select from flow.cases where id = ${id} for update`.execute(context.db)
    const { rows } = await sql<{
      process: string
      version: number
      element: string
      scope: number
      scopes: Scope[]
    }>`select c.process, c.version, c.scopes, t.element, k.scope
      from flow.cases c join flow.tasks t on t.case_id = c.id and t.token = ${token}
      join flow.tokens k on k.case_id = c.id and k.id = t.token
      where c.id = ${id}`.execute(context.db)
    const [found] = rows
    // What is gone is told by doTask, as to everybody.
    const values = found ? await checked(context, found, given) : {}
    await doTask(context, id, token, values, why)
  }, why)

async function checked(
  context: Context,
  found: { process: string; version: number; element: string; scope: number; scopes: Scope[] },
  given: Vars,
): Promise<Vars> {
  const { process, forms } = await versionNumbered(context, found.process, found.version)
  const form = forms[process.elements.get(found.element)?.given.form ?? ''] ?? { components: [] }
  const known = varsOf({ scopes: new Map(found.scopes.map((each) => [each.id, each])) }, found.scope)
  const ask = evaluator(context.now())
  const { values, problems } = checkForm(
    form,
    given,
    known,
    (condition, vars) => ask(condition, vars) === true,
  )
  if (problems.length > 0) throw unfit(problems)
  return values
}

const unfit = (problems: readonly FieldProblem[]) =>
  new GaoxinError(
    'FLOW_FORM',
    text(problems.map(({ says }) => says.zh).join('；'), problems.map(({ says }) => says.en).join('; ')),
    text('请改正后再提交', 'Correct it, then send again'),
    { place: problems[0]?.key ?? '', status: 422, details: { problems } },
  )
