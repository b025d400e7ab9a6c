import { type ModelProblem, toPlain } from '../../engines/feel/index.ts'
import { GaoxinError } from '../errors.ts'
import { type Text, text } from '../text.ts'
import { type CaseProblem, type CaseResult, readCases, runCases } from './cases.ts'
import type { Decision } from './decision.ts'
import { inputsOf, modelOf } from './model.ts'
import { notAskedSays } from './notAsked.ts'

/** Something wrong with a model, with its place and what to do. */
export interface Problem {
  readonly code: string
  readonly says: Text
  readonly element?: string
  /** The decision and, of a table, its rule and column. */
  readonly place?: string
  readonly expression?: string
  readonly start?: number
  readonly end?: number
}

export interface Check {
  /** No problem, and every case green. */
  readonly sound: boolean
  readonly problems: readonly Problem[]
  readonly caseProblems: readonly CaseProblem[]
  /** Why the model is judged subject by subject where everybody is judged; null where the database answers for all at once. */
  readonly oneByOne: Text | null
  readonly cases: readonly CaseResult[]
}

/** What is wrong with a wording: its expressions, its inputs and answer, its cases. @param today for `today()` */
export function checkWording(
  decision: Decision,
  wording: { readonly model: string; readonly cases: string },
  today: string,
): Check {
  const model = modelOf(wording.model, today)
  const problems = [...model.problems.map(said), ...fitProblems(decision, model)]
  const { cases, problems: caseProblems } = readCases(wording.cases)
  const results = runCases(cases, (input) =>
    toPlain(model.evaluate(decision.decision, inputsOf(model, decision, input))),
  )
  const sound = problems.length === 0 && caseProblems.length === 0 && results.every(({ passed }) => passed)
  const asked = model.query(decision.decision, { keep: [] })
  const oneByOne = 'query' in asked || problems.length > 0 ? null : notAskedSays(asked)
  return { sound, problems, caseProblems, oneByOne, cases: results }
}

/** @throws GaoxinError RULE_UNSOUND */
export function requireSound(
  decision: Decision,
  wording: { readonly model: string; readonly cases: string },
  today: string,
): void {
  const check = checkWording(decision, wording, today)
  if (check.sound) return
  throw new GaoxinError(
    'RULE_UNSOUND',
    text('模型有问题，或有用例不符', 'The model has problems, or a case fails'),
    text('请按“检查”和“用例”逐项改好后再提交', 'Mend what checking and the cases show, then submit'),
    { place: decision.id, status: 409, details: check },
  )
}

/** What the zone hands in and takes out must be there under its name. */
function fitProblems({ decision, inputs }: Decision, model: ReturnType<typeof modelOf>): readonly Problem[] {
  if (model.elements.size === 0) return []
  const missing = model.find(decision, 'decision')
    ? []
    : [
        {
          code: 'RULE_DECISION',
          says: text(`模型里没有决策“${decision}”`, `The model has no decision “${decision}”`),
        },
      ]
  const unknown = [...model.elements.values()]
    .filter(({ kind, name }) => kind === 'inputData' && !Object.hasOwn(inputs, name))
    .map(({ id, name }) => ({
      code: 'RULE_INPUT',
      says: text(`输入“${name}”没有数据来源`, `Nothing supplies the input “${name}”`),
      element: id,
      place: name,
    }))
  return [...missing, ...unknown]
}

const WORDS: Readonly<Record<ModelProblem['code'], (what: string) => Text>> = {
  XML: (what) => text(`不是完整的 DMN 文件（第 ${what}）`, `Not a whole DMN file (${what})`),
  EXPECTED: (what) =>
    what === 'end'
      ? text('表达式到这里应该结束', 'The expression should end here')
      : text(`这里应为 ${EXPECTED[what]?.zh ?? what}`, `Expected ${EXPECTED[what]?.en ?? what} here`),
  UNKNOWN_NAME: (what) => text(`没有叫“${what}”的名称`, `Nothing is called “${what}”`),
  UNKNOWN_TYPE: (what) => text(`没有叫“${what}”的类型`, `There is no type “${what}”`),
  TEXT_OPEN: () => text('文字缺少结束的英文双引号', 'The text has no closing quote'),
  BAD_LITERAL: (what) => text(`“${what}”不是日期、时间或时长`, `“${what}” is no date, time or duration`),
  TOO_DEEP: () =>
    text('表达式嵌套太深或太长，请拆成几个决策', 'Nested too deep or too long; make several decisions of it'),
  NO_LOGIC: (what) => text(`决策“${what}”没有内容`, `The decision “${what}” has no logic`),
  MISSING_REQUIREMENT: (what) => text(`引用的元素“${what}”不存在`, `The element “${what}” is not there`),
  CIRCLE: (what) => text(`“${what}”绕回到自己`, `“${what}” needs itself`),
  NOT_FEEL: (what) => text(`不支持 ${what} 函数，请用 FEEL`, `Functions in ${what} are not run; use FEEL`),
  MISSING_IMPORT: (what) => text(`引入的模型“${what}”不存在`, `The imported model “${what}” is not there`),
}

const EXPECTED: Readonly<Record<string, Text>> = {
  expression: text('表达式', 'an expression'),
  name: text('名称', 'a name'),
  'other name': text('另一个名称（不能重名）', 'another name (this one is taken)'),
}

/** A problem of a model in words. */
export const said = ({ code, what, element, place, expression, start, end }: ModelProblem): Problem => ({
  code: `FEEL_${code}`,
  says: WORDS[code](what),
  ...(element === undefined ? {} : { element }),
  ...(place === '' ? {} : { place }),
  ...(expression === undefined ? {} : { expression }),
  ...(start === undefined ? {} : { start }),
  ...(end === undefined ? {} : { end }),
})
