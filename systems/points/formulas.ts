/** The formulas of a scheme over what systems know of an enterprise: one model, one query over everybody. */
import { type RawBuilder, sql } from 'kysely'
import { createEngine, type DateTime, type Model, parseDateTime } from '../../engines/feel/index.ts'
import { COLUMN_TYPES, type Facts, queryOver } from '../../kernel/rules/index.ts'
import { populationOf, type Trait, traitsOf } from '../../kernel/subjects/index.ts'
import type { System } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsError } from './errors.ts'
import type { Indicator } from './scoring/index.ts'

/** Whom points are given to: a register of another system, known by this name alone. */
export const ENTERPRISES = 'enterprises.enterprises'
/** What stages go by, and the field in which there is a second rank. */
export const REVENUE = '营业收入'
const SECTOR = '行业门类'

type Formula = Pick<Indicator, 'name' | 'expression'>
type Traits = ReadonlyMap<string, Trait>

/** The names of traits that stand in a formula. */
export function namesIn(expression: string, known: Traits): readonly string[] {
  const words = expression.replace(/"[^"]*"/g, '').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []
  return [...new Set(words.filter((word) => known.has(word)))]
}

/**
 * Everybody with what the scoring takes: `id`, `code`, `name`, `revenue`, `sector`, `v`.
 * @throws GaoxinError POINTS_EXPRESSION naming the indicator, SUBJECTS_UNKNOWN, TRAIT_UNKNOWN
 */
export function subjectsQuery(
  systems: readonly System[],
  formulas: readonly Formula[],
  facts: Facts,
  only?: readonly string[],
): RawBuilder<unknown> {
  const known = traitsOf(systems, ENTERPRISES)
  const names = [
    ...new Set([REVENUE, SECTOR, ...formulas.flatMap(({ expression }) => namesIn(expression, known))]),
  ]
  const { subjects } = populationOf(systems, ENTERPRISES, names, only)
  const model = modelOf(formulas, known, facts.asOf)
  const asked = model.query(ANSWER, { keep: ['id', 'key', 'title', REVENUE, SECTOR], as: 'v' })
  if (!('query' in asked)) throw unreadable(formulas[numberOf(asked.element) - 1], asked.what)
  const constant = formulas.find((_, i) => !asked.columns.includes(`v_${i + 1}`))
  if (constant) throw unreadable(constant, constant.expression)
  // Who reported no revenue has no stage; formulas are asked of the others alone.
  const reporting = sql`select * from (${subjects(facts)}) r where ${sql.ref(`r.${REVENUE}`)} is not null offset 0`
  const values = formulas.map((_, i) => sql`round(${sql.ref(`q.v_${i + 1}`)}::numeric, 6)`)
  return sql`select q.id, q.key as code, q.title as name, ${sql.ref(`q.${REVENUE}`)} as revenue,
      ${sql.ref(`q.${SECTOR}`)} as sector, array[${sql.join(values)}]::numeric[] as v
    from (${queryOver(asked, reporting)}) q`
}

/** @throws GaoxinError POINTS_EXPRESSION */
function modelOf(formulas: readonly Formula[], known: Traits, asOf: string): Model {
  const source = modelText(formulas, known)
  const now = parseDateTime(`${asOf}T00:00:00+08:00`) as DateTime
  const model = createEngine({ now: () => now }).model(source)
  const [problem] = model.problems
  if (problem) throw unreadable(formulas[numberOf(String(problem.place ?? '')) - 1], problem.what)
  return model
}

const ANSWER = '积分指标值'
const nameOf = (i: number) => `积分指标${i + 1}`
const numberOf = (element: string) => Number(/积分指标(\d+)/.exec(element)?.[1] ?? 0)
const kindOf = (known: Traits, name: string) => {
  const kind = known.get(name)?.kind ?? 'number'
  return kind in COLUMN_TYPES ? (kind as 'number' | 'string' | 'boolean' | 'date') : 'string'
}

function modelText(formulas: readonly Formula[], known: Traits): string {
  const names = [...new Set(formulas.flatMap(({ expression }) => namesIn(expression, known)))]
  const inputs = names.map(
    (name, i) =>
      `<inputData id="t${i}" name="${name}"><variable name="${name}" typeRef="${kindOf(known, name)}"/></inputData>`,
  )
  const decisions = formulas.map(({ expression }, i) => {
    const needs = namesIn(expression, known).map(
      (name) =>
        `<informationRequirement><requiredInput href="#t${names.indexOf(name)}"/></informationRequirement>`,
    )
    return `<decision id="d${i}" name="${nameOf(i)}"><variable name="${nameOf(i)}" typeRef="number"/>${needs.join('')}
      <literalExpression><text>${escaped(expression)}</text></literalExpression></decision>`
  })
  const entries = formulas.map(
    (_, i) =>
      `<contextEntry><variable name="v${i + 1}"/><literalExpression><text>${nameOf(i)}</text></literalExpression></contextEntry>`,
  )
  const needs = formulas.map(
    (_, i) => `<informationRequirement><requiredDecision href="#d${i}"/></informationRequirement>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="points" namespace="https://gaoxin/points">
${inputs.join('\n')}
${decisions.join('\n')}
<decision id="all" name="${ANSWER}"><variable name="${ANSWER}"/>${needs.join('')}<context>${entries.join('')}</context></decision>
</definitions>`
}

const escaped = (expression: string) =>
  expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const unreadable = (formula: Formula | undefined, what: string) =>
  pointsError(
    'POINTS_EXPRESSION',
    text('公式读不懂，或不是数值', 'The formula cannot be read, or gives no number'),
    {
      place: formula?.name ?? '',
      value: what || formula?.expression,
    },
  )
