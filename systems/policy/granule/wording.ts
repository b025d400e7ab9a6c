/** 颗粒 as a small DMN model: one decision for each criterion, one for the amount, one for the verdict. Pure text. */
import type { MoneyUnit, Rounding } from '../words.ts'

/** One thing that must be true. */
export interface CriterionWords {
  readonly says: string
  /** FEEL over traits and given facts. */
  readonly operand: string
  /** FEEL unary test of it. */
  readonly test: string
  readonly unit: string | null
}

/** A fact that a claim brings, since no system knows it. */
export interface GivenFact {
  /** As rules spell it. */
  readonly name: string
  readonly kind: FactKind
  readonly unit?: string
  readonly says?: string
}

export const FACT_KINDS = ['number', 'string', 'boolean', 'date'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** What of a granule is computed with. */
export interface Wording {
  readonly criteria: readonly CriterionWords[]
  readonly given: readonly GivenFact[]
  /** FEEL; a number in `unit`. */
  readonly amount: string
  readonly unit: MoneyUnit
  /** In `unit`, exact; null for none. */
  readonly cap_item: string | null
  readonly rounding: Rounding
}

/** Names of the decisions of a model; criteria are counted from 1. */
export const DECISION = {
  /** `{verdict, near, gap, due}`: what is kept of everybody. */
  answer: 'gx_answer',
  verdict: 'gx_verdict',
  raw: 'gx_raw',
  operand: (number: number) => `gx_v${number}`,
  holds: (number: number) => `gx_c${number}`,
  gap: (number: number) => `gx_g${number}`,
} as const

/** Yuan to which an amount is cut down. */
export const STEP_YUAN: Readonly<Record<Rounding, string>> = {
  fen: '0.01',
  yuan: '1',
  hundred: '100',
  wan: '10000',
}
export const YUAN_IN: Readonly<Record<MoneyUnit, string>> = { yuan: '1', wan: '10000' }

/** The names that an expression may be speaking of, texts within it left out. */
export const namesIn = (feel: string): ReadonlySet<string> =>
  new Set(feel.replace(/"(?:\\.|[^"\\])*"/gu, ' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])

/** Whether a criterion waits for what a claim brings. */
export function asksGiven({ given }: Pick<Wording, 'given'>, ...feel: readonly string[]): boolean {
  const names = new Set(feel.flatMap((each) => [...namesIn(each)]))
  return given.some(({ name }) => names.has(name))
}

/**
 * Before anybody claims, only what systems know is asked: criteria on given facts stay open, and an amount that needs
 * them is not known.
 */
export function beforeClaim(wording: Wording): Wording & { readonly numbers: readonly number[] } {
  const kept = wording.criteria.flatMap((each, i) =>
    asksGiven(wording, each.operand, each.test) ? [] : [{ each, number: i + 1 }],
  )
  return {
    ...wording,
    given: [],
    criteria: kept.map(({ each }) => each),
    numbers: kept.map(({ number }) => number),
    amount: asksGiven(wording, wording.amount) ? 'null' : wording.amount,
  }
}

/** Of a known name its kind, undefined of any other. */
export type KindOf = (name: string) => FactKind | undefined

/** Which of the known names a wording asks for. */
export function askedNames({ criteria, amount }: Wording, kindOf: KindOf): readonly string[] {
  const texts = [amount, ...criteria.flatMap(({ operand, test }) => [operand, test])]
  return [...new Set(texts.flatMap((text) => [...namesIn(text)]))].filter((name) => kindOf(name))
}

/**
 * The DMN model of a wording.
 * @param numbers by which criteria are called, where some were left out
 */
export function modelText(
  wording: Wording & { readonly numbers?: readonly number[] },
  kindOf: KindOf,
): string {
  const { criteria, amount, unit, cap_item, rounding } = wording
  const numbers = wording.numbers ?? criteria.map((_, i) => i + 1)
  const known = (...texts: readonly string[]) =>
    [...new Set(texts.flatMap((text) => [...namesIn(text)]))].filter((name) => kindOf(name))
  const inputs = askedNames(wording, kindOf)
  const all = (of: (number: number) => string, by: string) => numbers.map(of).join(by)
  // Yes and no, step by step: sums would be decimals of 34 digits, which a database takes its time over.
  const last = numbers.at(-1)
  const holds = numbers.map(DECISION.holds)
  const parts = [
    ...inputs.map(
      (name) =>
        `<inputData id="i_${name}" name="${name}"><variable name="${name}" typeRef="${kindOf(name)}"/></inputData>`,
    ),
    ...criteria.flatMap(({ operand, test, says }, i) => {
      const number = numbers[i] as number
      const value = DECISION.operand(number)
      const bounds = known(test)
      const bound = boundOf(test)
      return [
        expression(value, operand, known(operand), []),
        decision(DECISION.holds(number), bounds, [value], tableOf(value, says, test, bounds)),
        ...(bound
          ? [expression(DECISION.gap(number), gapOf(value, bound), known(bound.value), [value])]
          : []),
      ]
    }),
    ...numbers.flatMap((number, i) => {
      const before = numbers[i - 1]
      const failed = `${DECISION.holds(number)} = false`
      const [one, two] = [`gx_f${number}`, `gx_t${number}`]
      if (before === undefined)
        return [expression(one, failed, [], [DECISION.holds(number)]), expression(two, 'false', [], [])]
      const needs = [DECISION.holds(number), `gx_f${before}`]
      return [
        expression(one, `gx_f${before} or ${failed}`, [], needs),
        expression(two, `gx_t${before} or (gx_f${before} and ${failed})`, [], [...needs, `gx_t${before}`]),
      ]
    }),
    expression(
      DECISION.verdict,
      last === undefined
        ? '"match"'
        : `if gx_t${last} then "no" else if ${all((n) => `${DECISION.holds(n)} = null`, ' or ')} then "unknown" else if gx_f${last} then "near" else "match"`,
      [],
      last === undefined ? [] : [`gx_f${last}`, `gx_t${last}`, ...holds],
    ),
    expression(
      'gx_near',
      numbers.length === 0
        ? 'null'
        : `if gx_verdict != "near" then null else ${all((n) => `if ${DECISION.holds(n)} = false then ${n} else `, '')} null`,
      [],
      ['gx_verdict', ...holds],
    ),
    expression(
      'gx_gap',
      `${criteria
        .flatMap(({ test }, i) => (boundOf(test) ? [numbers[i] as number] : []))
        .map((n) => `if gx_near = ${n} then ${DECISION.gap(n)} else `)
        .join('')} null`,
      [],
      [
        'gx_near',
        ...criteria.flatMap(({ test }, i) => (boundOf(test) ? [DECISION.gap(numbers[i] as number)] : [])),
      ],
    ),
    expression(DECISION.raw, amount, known(amount), []),
    expression(
      'gx_due',
      `if gx_raw = null then null else floor(max(0, ${cap_item === null ? 'gx_raw' : `min(gx_raw, ${cap_item})`}) * ${YUAN_IN[unit]} / ${STEP_YUAN[rounding]}) * ${STEP_YUAN[rounding]}`,
      [],
      [DECISION.raw],
    ),
    expression(
      DECISION.answer,
      '{verdict: gx_verdict, near: gx_near, gap: gx_gap, due: gx_due}',
      [],
      ['gx_verdict', 'gx_near', 'gx_gap', 'gx_due'],
    ),
  ]
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="granule" name="granule">${parts.join('\n')}</definitions>`
}

interface Bound {
  readonly more: boolean
  readonly value: string
}

/** The one bound that a test asks a number to reach. */
function boundOf(test: string): Bound | undefined {
  const [, operator, value] = /^\s*(>=|<=|>|<)\s*([^,]+)$/u.exec(test) ?? []
  return operator && value && !/\b(?:and|or)\b/u.test(value)
    ? { more: operator.startsWith('>'), value: value.trim() }
    : undefined
}

const gapOf = (operand: string, { more, value }: Bound) =>
  more ? `(${value}) - ${operand}` : `${operand} - (${value})`

/** What is not known leaves it open; otherwise the test says. */
function tableOf(operand: string, says: string, test: string, bounds: readonly string[]): string {
  const names = [operand, ...bounds]
  const rule = (cells: readonly string[], answer: string) =>
    `<rule>${cells.map((cell) => `<inputEntry>${textOf(cell)}</inputEntry>`).join('')}<outputEntry>${textOf(answer)}</outputEntry></rule>`
  const anyBut = (at: number, cell: string) => names.map((_, i) => (i === at ? cell : '-'))
  return `<decisionTable hitPolicy="FIRST">${names
    .map(
      (name, i) =>
        `<input label="${escaped(i === 0 ? says : name)}"><inputExpression>${textOf(name)}</inputExpression></input>`,
    )
    .join(
      '',
    )}<output typeRef="boolean"/>${names.map((_, i) => rule(anyBut(i, 'null'), 'null')).join('')}${rule(
    anyBut(0, test),
    'true',
  )}${rule(anyBut(-1, ''), 'false')}</decisionTable>`
}

const expression = (name: string, feel: string, inputs: readonly string[], decisions: readonly string[]) =>
  decision(name, inputs, decisions, `<literalExpression>${textOf(feel)}</literalExpression>`)

const decision = (name: string, inputs: readonly string[], decisions: readonly string[], logic: string) =>
  `<decision id="d_${name}" name="${name}"><variable name="${name}"/>${[
    ...inputs.map((need) => `<requiredInput href="#i_${need}"/>`),
    ...decisions.map((need) => `<requiredDecision href="#d_${need}"/>`),
  ]
    .map((need) => `<informationRequirement>${need}</informationRequirement>`)
    .join('')}${logic}</decision>`

const textOf = (feel: string) => `<text>${escaped(feel)}</text>`
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
