import { type Vars, varsOf } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { evaluator } from './expressions.ts'
import { checkForm, type FieldProblem } from './forms.ts'
import { doTask } from './inbox.ts'
import { type Kept, lockCase } from './rows.ts'
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
    const kept = await lockCase(context.db, id)
    const task = kept?.tasks.find((each) => each.token === token)
    // What is gone is told by doTask, as to everybody.
    const values = kept && task ? await checked(context, kept, task, given) : {}
    await doTask(context, id, token, values, why)
  }, why)

async function checked(
  context: Context,
  { row, state }: Kept,
  { token, element }: { readonly token: number; readonly element: string },
  given: Vars,
): Promise<Vars> {
  const { process, forms } = await versionNumbered(context, row.process, row.version)
  const form = forms[process.elements.get(element)?.given.form ?? ''] ?? { components: [] }
  const scope = state.tokens.get(token)?.scope
  const known = scope === undefined ? {} : varsOf(state, scope)
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
