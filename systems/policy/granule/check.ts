import {
  type CalendarDate,
  contextOf,
  type Model,
  parseDate,
  type Value,
} from '../../../engines/feel/index.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { notAskedSays, problemSays } from '../../../kernel/rules/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { compiled } from './model.ts'
import { kindsOf } from './subject.ts'
import { askedNames, beforeClaim, DECISION, FACT_KINDS, type KindOf, type Wording } from './wording.ts'

/** Where in a wording something is wrong; criteria are counted from 1. */
export interface Place {
  readonly part: 'operand' | 'test' | 'amount' | 'given' | 'criteria'
  readonly criterion?: number
}

export interface Problem extends Place {
  readonly code: string
  readonly says: Text
  readonly remedy: Text
  /** Characters of the expression, where they are known. */
  readonly start?: number
  readonly end?: number
}

export interface Check {
  readonly sound: boolean
  readonly problems: readonly Problem[]
  /** Why everybody is judged batch by batch; null where the database answers for all at once. */
  readonly oneByOne: Text | null
  /** Traits that it asks for. */
  readonly asks: readonly string[]
}

/** What is wrong with a wording, as it is typed. @param asOf for `today()` */
export function checkWording(context: Pick<Context, 'systems'>, wording: Wording, asOf: string): Check {
  const kindOf = kindsOf(context, wording.given)
  const model = compiled(wording, kindOf, asOf)
  const problems = [
    ...givenProblems(kindsOf(context), wording),
    ...model.problems.flatMap(({ place, ...problem }) => {
      const at = placeOf(place)
      if (!at) return []
      const { code, says, start, end } = problemSays({ place, ...problem })
      return [
        {
          ...at,
          code,
          says,
          remedy: REMEDY,
          ...(start === undefined ? {} : { start }),
          ...(end === undefined ? {} : { end }),
        },
      ]
    }),
  ]
  const all = problems.length > 0 ? problems : typeProblems(model, wording, kindOf)
  const sound = all.length === 0
  const asked = sound
    ? compiled(beforeClaim(wording), kindOf, asOf).query(DECISION.answer, { keep: [] })
    : undefined
  return {
    sound,
    problems: all,
    oneByOne: asked && !('query' in asked) ? notAskedSays(asked) : null,
    asks: askedNames(wording, kindsOf(context)),
  }
}

/** @throws GaoxinError GRANULE_UNSOUND, its details the check */
export function requireSound(context: Pick<Context, 'systems'>, wording: Wording, asOf: string): void {
  const check = checkWording(context, wording, asOf)
  const [first] = check.problems
  if (!first) return
  throw new GaoxinError('GRANULE_UNSOUND', first.says, first.remedy, {
    place: first.criterion === undefined ? first.part : `${first.part} ${first.criterion}`,
    status: 409,
    details: check,
  })
}

const REMEDY = text(
  '请按提示位置修改；可用的数据项见清单，申报时才有的事实先在“申报时提供”里声明',
  'Change it at the place; the list has what may be asked, and what a claim brings is declared first',
)

/** The gap is made from the test, whose own problems are told. */
function placeOf(decision: string): Place | undefined {
  const [, part, number] = /^gx_(v|c|raw)(\d*)/u.exec(decision) ?? []
  if (part === 'raw') return { part: 'amount' }
  if (part === 'v') return { part: 'operand', criterion: Number(number) }
  return part === 'c' ? { part: 'test', criterion: Number(number) } : undefined
}

function givenProblems(known: KindOf, { given }: Wording): readonly Problem[] {
  return given.flatMap(({ name }, i): readonly Problem[] => {
    const at = { part: 'given', code: 'GIVEN_NAME', remedy: RENAME } as const
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || name.startsWith('gx_'))
      return [{ ...at, says: text(`“${name}”不能作为名称`, `“${name}” cannot be a name`) }]
    if (known(name))
      return [{ ...at, says: text(`“${name}”系统里已有，不必申报`, `“${name}” is known already`) }]
    if (given.findIndex((each) => each.name === name) < i)
      return [{ ...at, says: text(`“${name}”声明了两次`, `“${name}” is declared twice`) }]
    return []
  })
}
const RENAME = text('请改用汉字或字母开头、不含空格的其他名称', 'Use another name of letters and digits')

/** One of each kind, to see whether a test may be put to it. */
const SAMPLES: Readonly<Record<(typeof FACT_KINDS)[number], Value>> = {
  number: 1,
  string: '样',
  boolean: true,
  date: parseDate('2024-01-01') as CalendarDate,
}

function typeProblems(model: Model, wording: Wording, kindOf: KindOf): readonly Problem[] {
  const type = (decision: string) => model.find(decision, 'decision')?.type
  const inputs = contextOf(
    askedNames(wording, kindOf).map((name) => [name, SAMPLES[kindOf(name) as keyof typeof SAMPLES]]),
  )
  const steps = new Map(model.explain(DECISION.answer, inputs).map((step) => [step.decision, step]))
  const criteria = wording.criteria.flatMap((_, i): readonly Problem[] => {
    const criterion = i + 1
    const is = type(DECISION.operand(criterion))
    if (is !== 'Any' && !FACT_KINDS.some((kind) => kind === is))
      return [
        {
          part: 'operand',
          criterion,
          code: 'OPERAND_TYPE',
          says: text('取值应是数字、文字、是否或日期', 'It should be a number, text, yes or no, or a day'),
          remedy: REMEDY,
        },
      ]
    const operand = steps.get(DECISION.operand(criterion))?.answer ?? null
    const tested = steps.get(DECISION.holds(criterion))?.table?.rules.at(-2)?.tests[0]
    return operand !== null && tested?.verdict === null
      ? [
          {
            part: 'test',
            criterion,
            code: 'TEST_TYPE',
            says: text(
              `要求“${tested.test}”与取值的类型不同，永远无法判断`,
              `“${tested.test}” is of another kind than what it tests, so it can never be said`,
            ),
            remedy: REMEDY,
          },
        ]
      : []
  })
  const amount = type(DECISION.raw)
  const isMoney = amount === 'number' || amount === 'Any'
  return [
    ...criteria,
    ...(isMoney
      ? []
      : [
          {
            part: 'amount' as const,
            code: 'AMOUNT_TYPE',
            says: text('金额公式的结果应是数字', 'The formula should give a number'),
            remedy: REMEDY,
          },
        ]),
  ]
}
