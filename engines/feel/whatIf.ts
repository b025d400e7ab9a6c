import {
  canonical,
  compareNumbers,
  Decimal,
  type FeelNumber,
  isNumber,
  subtractNumbers,
  toDecimal,
  type Value,
} from './values/index.ts'

/** One input changed, the others as they are, and what is answered then. */
export interface Change {
  readonly input: string
  readonly now: Value
  readonly next: Value
  /** How much a number moves, with its sign; undefined for a choice. */
  readonly by?: FeelNumber
  readonly answer: Value
}

export interface Question {
  readonly inputs: Readonly<Record<string, Value>>
  readonly evaluate: (inputs: Readonly<Record<string, Value>>) => Value
  readonly better: (answer: Value) => boolean
  /** What inputs that are no numbers may be instead, see `choicesOf`. */
  readonly choices?: Readonly<Record<string, readonly Value[]>>
}

/** Steps grow by a quarter from a ten thousandth of the value to ten thousand times of it. */
const GROWTH = 1.25
const STEPS = 84
const DECIMALS = 6

/**
 * The smallest changes of single inputs that reach a better answer: numbers first, the smallest in proportion before the
 * others, then choices. The model is asked, not read: a change counts only because the model answers so. A number is
 * moved in growing steps, so that an answer which is better only within a gap narrower than a step is not found.
 */
export function whatIf(question: Question): readonly Change[] {
  const inputs = Object.entries(question.inputs)
  const numbers = inputs.flatMap(([input, now]) =>
    isNumber(now) ? [1, -1].flatMap((sign) => moved(question, input, now, sign) ?? []) : [],
  )
  const chosen = inputs.flatMap(([input, now]) =>
    (question.choices?.[input] ?? []).flatMap((next) => {
      const answer = next === now ? null : question.evaluate({ ...question.inputs, [input]: next })
      return next !== now && question.better(answer) ? [{ input, now, next, answer }] : []
    }),
  )
  const size = ({ now, by }: Moved) =>
    Math.abs(toDecimal(by).toNumber()) / Math.max(1e-9, Math.abs(toDecimal(now).toNumber()))
  return [...numbers.sort((a, b) => size(a) - size(b)), ...chosen]
}

type Moved = Change & { readonly now: FeelNumber; readonly by: FeelNumber }

function tried(
  { inputs, evaluate, better }: Question,
  input: string,
  now: FeelNumber,
  next: FeelNumber | null,
): Moved | undefined {
  const by = next === null ? null : subtractNumbers(next, now)
  if (next === null || by === null) return undefined
  const answer = evaluate({ ...inputs, [input]: next })
  return better(answer) ? { input, now, next, by, answer } : undefined
}

function moved(question: Question, input: string, now: FeelNumber, sign: number): Moved | undefined {
  const { inputs, evaluate, better } = question
  const from = toDecimal(now)
  const reaches = (by: Decimal) => better(evaluate({ ...inputs, [input]: canonical(from.plus(by)) }))
  let step = Decimal.max(from.abs(), 1).mul(sign).div(10_000)
  let short = new Decimal(0)
  for (let i = 0; ; i++) {
    if (reaches(step)) break
    if (i === STEPS) return undefined
    short = step
    step = step.mul(GROWTH)
  }
  // Between what is not enough and what is.
  while (step.minus(short).abs().gt(from.abs().plus(1).div(1e9))) {
    const middle = short.plus(step).div(2)
    if (reaches(middle)) step = middle
    else short = middle
  }
  // As round as it may be: people are told 300, not 299.9999.
  const target = from.plus(step)
  for (let places = 0; places <= DECIMALS; places++)
    for (const rounding of [Decimal.ROUND_HALF_EVEN, sign > 0 ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR]) {
      const next = canonical(target.toDecimalPlaces(places, rounding))
      if (next === null || compareNumbers(next, now) === 0) continue
      const nearby = toDecimal(next).minus(target).abs().lte(target.abs().mul('1e-3').plus('1e-6'))
      const change = nearby ? tried(question, input, now, next) : undefined
      if (change) return change
    }
  return tried(question, input, now, canonical(target))
}
