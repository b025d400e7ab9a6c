import { type Vars, varsOf } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { evaluator } from './expressions.ts'
import { checkForm, type FieldProblem } from './forms.ts'
import { finishTask } from './inbox.ts'
import { versionNumbered } from './versions.ts'
import type { LockedTask } from './work/standing.ts'

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
): Promise<void> => finishTask(outer, id, token, (context, task) => checked(context, task, given), why)

async function checked(
  context: Context,
  { kept: { row, state }, task: { token, element } }: LockedTask,
  given: Vars,
): Promise<Vars> {
  const { process, forms } = await versionNumbered(context, row.process, row.version)
  const form = forms[process.elements.get(element)?.given.form ?? ''] ?? { components: [] }
  const scope = state.tokens.get(token)?.scope
  const known = scope === undefined ? {} : varsOf(state, scope)
  const ask = evaluator(context.moment())
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
