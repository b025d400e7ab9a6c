import { sql } from 'kysely'
import { contextOf, fromPlain, isNumber, toPlain, type Value } from '../../../engines/feel/index.ts'
import { factsOf } from '../../../kernel/rules/index.ts'
import { notFound } from '../../../kernel/store/index.ts'
import { populationOf } from '../../../kernel/subjects/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Stacking } from '../words.ts'
import { type Granule, granuleOf } from './load.ts'
import { compiled } from './model.ts'
import { type AmountStep, amountSteps, type Paid } from './steps.ts'
import { kindsOf, SUBJECT } from './subject.ts'
import { askedNames, asksGiven, beforeClaim, DECISION, type KindOf, namesIn } from './wording.ts'

/** `unknown`: what is missing could still decide it; it is never said as "no". */
export const VERDICTS = ['match', 'near', 'unknown', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Question {
  /** A row of policy.granules by id, or one that is loaded already. */
  readonly granule: string | Granule
  /** A row of enterprises.enterprises, by id. */
  readonly enterprise: string
  /**
   * What the claim brings, by the names that the granule declares; numbers may be texts. Left out: nobody claims yet,
   * and criteria on given facts stay open.
   */
  readonly given?: Readonly<Record<string, unknown>> | undefined
  /** YYYY-MM-DD; today when left out. */
  readonly asOf?: string | undefined
  /** What was paid before, for the steps of group and year. */
  readonly paid?: Paid | undefined
  /** Yuan that the budget has left, exact; left out, it is not asked. */
  readonly budgetLeft?: string | undefined
}

export interface AssessedCriterion {
  /** From 1. */
  readonly number: number
  readonly says: string
  /** The expression, and what it is of this enterprise, plain; null: not known. */
  readonly operand: string
  readonly value: unknown
  readonly test: string
  readonly unit: string | null
  /** null: something that it asks for is not known. */
  readonly holds: boolean | null
  /** By how much a number misses its bound, exact, in the unit; only of what does not hold. */
  readonly gap?: string
  /** Waits for what a claim brings; it counts for nothing before. */
  readonly open: boolean
  /** Names that it asks for and of which nothing is known. */
  readonly missing: readonly string[]
}

export interface Assessment {
  readonly verdict: Verdict
  /** Exact yuan after every step; null unless the verdict is `match` and the formula has an answer. */
  readonly amountYuan: string | null
  readonly criteria: readonly AssessedCriterion[]
  /** From the formula to the sum, also where the verdict is not `match`; empty where the formula has no answer. */
  readonly trace: readonly AmountStep[]
  /** What it was judged by: traits and given facts, plain. */
  readonly inputs: Readonly<Record<string, unknown>>
}

/**
 * Judges one enterprise by one granule: 判断一家企业能否享受、多少钱、差什么.
 * @throws GaoxinError RECORD_NOT_FOUND for a granule or an enterprise that is not there (or no longer) on the day
 */
export async function assess(context: Context, question: Question): Promise<Assessment> {
  const granule =
    typeof question.granule === 'string' ? await granuleOf(context, question.granule) : question.granule
  const [first] = await assessAll(context, { ...question, granules: [granule] })
  return first as Assessment
}

/**
 * One enterprise by several granules, in one question to the database.
 * @throws GaoxinError RECORD_NOT_FOUND
 */
export async function assessAll(
  context: Context,
  question: Omit<Question, 'granule'> & { readonly granules: readonly Granule[] },
): Promise<readonly Assessment[]> {
  const asOf = question.asOf ?? context.today
  const traits = kindsOf(context)
  const names = [...new Set(question.granules.flatMap((granule) => askedNames(granule, traits)))]
  const { record, subjects } = populationOf(context.systems, SUBJECT, names, [question.enterprise])
  const {
    rows: [row],
  } = await sql<Record<string, unknown>>`select * from (${subjects(factsOf(asOf))}) q`.execute(context.db)
  if (!row) throw notFound(record, question.enterprise)
  return question.granules.map((granule) => assessRow(context, granule, row, { ...question, asOf }))
}

type Told = Omit<Question, 'granule' | 'enterprise'> & { readonly asOf: string }

/** @param row traits by name, as the subjects query gives them */
export function assessRow(
  context: Pick<Context, 'systems'>,
  granule: Granule,
  row: Readonly<Record<string, unknown>>,
  { given, asOf, paid, budgetLeft }: Told,
): Assessment {
  const kindOf = kindsOf(context, granule.given)
  const wording = given === undefined ? beforeClaim(granule) : granule
  const model = compiled(wording, kindOf, asOf)
  const inputs = contextOf(
    askedNames(granule, kindOf).map((name) => [
      name,
      fromPlain(toldOf(granule, row, given, name), kindOf(name) ?? 'Any'),
    ]),
  )
  const steps = new Map(
    model.explain(DECISION.answer, inputs).map(({ decision, answer }) => [decision, answer]),
  )
  const verdict = steps.get('gx_verdict') as Verdict
  const raw = steps.get(DECISION.raw) ?? null
  const trace = isNumber(raw) ? amountSteps(plainNumber(raw), ruleOf(granule), paid, budgetLeft) : []
  const amount = trace.at(-1)?.yuan
  return {
    verdict,
    amountYuan: verdict === 'match' && amount !== undefined ? amount : null,
    criteria: granule.criteria.map((_, i) =>
      criterionOf(granule, i, { steps, inputs, kindOf, claimed: given !== undefined }),
    ),
    trace,
    inputs: toPlain(inputs) as Readonly<Record<string, unknown>>,
  }
}

const toldOf = (
  { given: declared }: Granule,
  row: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>> = {},
  name: string,
) => (declared.some((each) => each.name === name) ? given[name] : row[name])

const ruleOf = ({ row, unit, cap_item, rounding }: Granule) => ({
  unit,
  cap_item,
  cap_year: row.cap_year,
  stacking: row.stacking as Stacking,
  rounding,
})

const plainNumber = (value: Value) => String(toPlain(value))

function criterionOf(
  granule: Granule,
  index: number,
  {
    steps,
    inputs,
    kindOf,
    claimed,
  }: {
    readonly steps: ReadonlyMap<string, Value>
    readonly inputs: Readonly<Record<string, Value>>
    readonly kindOf: KindOf
    readonly claimed: boolean
  },
): AssessedCriterion {
  const { says, operand, test, unit } = granule.criteria[index] as Granule['criteria'][number]
  const number = index + 1
  const open = !claimed && asksGiven(granule, operand, test)
  const holds = (steps.get(DECISION.holds(number)) ?? null) as boolean | null
  const gap = holds === false ? (steps.get(DECISION.gap(number)) ?? null) : null
  const asked = [...new Set([...namesIn(operand), ...namesIn(test)])].filter((name) => kindOf(name))
  return {
    number,
    says,
    operand,
    value: toPlain(steps.get(DECISION.operand(number)) ?? null),
    test,
    unit,
    holds,
    ...(gap === null ? {} : { gap: plainNumber(gap) }),
    open,
    missing: holds === null && !open ? asked.filter((name) => (inputs[name] ?? null) === null) : [],
  }
}
