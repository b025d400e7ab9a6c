import type { Table, TableOutput, TableRule } from '../syntax/index.ts'
import { contextOf as contextValue, equal, isNumber, type Value } from '../values/index.ts'
import { asScalar, type Branch, bound, choose } from './choose.ts'
import { absence, certain, isTrue, logic, not } from './comparison.ts'
import { fitTerm } from './fit.ts'
import { Names } from './names.ts'
import { arithmetic, wrapped } from './numbers.ts'
import { constant, NULL, needsOf, type Scalar, scalar, type Term, Unpushable } from './term.ts'
import { testsTerm } from './tests.ts'
import type { Translation } from './translation.ts'

interface Rule {
  readonly condition: Term
  readonly answer: Term
}

/** A decision table: the rule that counts is one column, the answer is chosen by it. */
export function tableTerm(table: Table, names: Names, by: Translation): Term {
  const { columns } = by
  const inputs = table.inputs.map(({ value }) => bound(columns, by.translate(value, names, by)))
  const rules = table.rules.map((rule) => ({
    condition: conditionOf(rule, inputs, names, by),
    answer: answerOf(table, rule, names, by),
  }))
  const otherwise = defaultOf(table, names, by)
  const answer = HIT[table.hitPolicy](rules, otherwise, table, by)
  const allowed = table.inputs.flatMap(({ allowed }, i) => {
    const value = inputs[i] as Term
    if (!allowed) return []
    const passed = testsTerm(allowed, value, new Names(names).with('?', value), by)
    return [logic('or', [absence(value), certain(passed)])]
  })
  if (allowed.length === 0) return answer
  return when(by, logic('and', allowed), answer, NULL)
}

function conditionOf(rule: TableRule, inputs: readonly Term[], names: Names, by: Translation): Term {
  return logic(
    'and',
    rule.tests.map((tests, i) => {
      const value = inputs[i] as Term
      return testsTerm(tests, value, new Names(names).with('?', value), by)
    }),
  )
}

function answerOf({ outputs }: Table, rule: TableRule, names: Names, by: Translation): Term {
  const terms = outputs.map(({ check }, i) => {
    const term = by.translate(rule.outputs[i] as TableRule['outputs'][number], names, by)
    return check ? fitTerm(term, check, by) : term
  })
  return contextOf(outputs, terms)
}

function defaultOf({ outputs, aggregator }: Table, names: Names, by: Translation): Term {
  if (!outputs.some(({ otherwise }) => otherwise)) return aggregator === 'COUNT' ? constant(0) : NULL
  return contextOf(
    outputs,
    outputs.map(({ otherwise }) => (otherwise ? by.translate(otherwise, names, by) : NULL)),
  )
}

const contextOf = (outputs: readonly TableOutput[], terms: readonly Term[]): Term =>
  terms.length === 1
    ? (terms[0] as Term)
    : {
        kind: 'context',
        present: undefined,
        entries: new Map(outputs.map(({ name = '' }, i) => [name, terms[i] as Term])),
      }

type Combine = (rules: readonly Rule[], otherwise: Term, table: Table, by: Translation) => Term

const HIT: Readonly<Record<Table['hitPolicy'], Combine>> = {
  FIRST: (rules, otherwise, _, by) => first(rules, otherwise, by),
  // Answers that are known have their places now: by priority is then by order.
  PRIORITY: (rules, otherwise, table, by) => first(byPriority(rules, table, by), otherwise, by),
  UNIQUE: (rules, otherwise, _, by) => only(rules, otherwise, by),
  // Rules that answer alike are one.
  ANY: (rules, otherwise, _, by) => only(alike(rules), otherwise, by),
  COLLECT: (rules, otherwise, table, by) => collect(rules, otherwise, table, by),
  'RULE ORDER': () => {
    throw new Unpushable('HIT_POLICY', 'RULE ORDER')
  },
  'OUTPUT ORDER': () => {
    throw new Unpushable('HIT_POLICY', 'OUTPUT ORDER')
  },
}

function when({ columns }: Translation, condition: Term, then: Term, otherwise: Term): Term {
  if (condition.kind !== 'scalar') return isTrue(condition) ? then : otherwise
  return choose(columns, [{ when: columns.bind(condition), answer: then }], otherwise)
}

/** Chooses by a column that holds the number of a rule, from 1. */
function chosen(hit: Scalar, rules: readonly Rule[], otherwise: Term, by: Translation): Term {
  const { columns } = by
  const column = columns.bind(hit)
  const branches = rules.map(
    ({ answer }, i): Branch => ({
      when: scalar('boolean', `${column.sql} = ${i + 1}`, column.needs),
      answer: answer,
    }),
  )
  return choose(columns, branches, otherwise)
}

function first(all: readonly Rule[], otherwise: Term, by: Translation): Term {
  const open = all.filter(({ condition }) => condition.kind === 'scalar' || isTrue(condition))
  const sure = open.findIndex(({ condition }) => isTrue(condition))
  const rules = sure < 0 ? open : open.slice(0, sure)
  const last = sure < 0 ? otherwise : (open[sure] as Rule).answer
  if (rules.length === 0) return last
  const conditions = rules.map(({ condition }) => condition as Scalar)
  const cases = conditions.map(({ sql }, i) => `when ${sql} then ${i + 1}`).join(' ')
  return chosen(scalar('number', `case ${cases} else 0 end`, needsOf(conditions)), rules, last, by)
}

/** How many rules match and which it is, in one number: a million for each, and its place. */
function only(all: readonly Rule[], otherwise: Term, by: Translation): Term {
  const rules = all.filter(({ condition }) => condition.kind === 'scalar' || isTrue(condition))
  if (rules.length === 0) return otherwise
  const conditions = rules.map(({ condition }) => asScalar(by.columns, condition) as Scalar)
  const sum = conditions.map(({ sql }, i) => `case when ${sql} then ${1_000_001 + i} else 0 end`).join(' + ')
  const count = by.columns.bind(scalar('number', sum, needsOf(conditions)))
  const none: Branch = { when: scalar('boolean', `${count.sql} = 0`, count.needs), answer: otherwise }
  const branches = rules.map(
    ({ answer }, i): Branch => ({
      when: scalar('boolean', `${count.sql} = ${1_000_001 + i}`, count.needs),
      answer: answer,
    }),
  )
  return choose(by.columns, [none, ...branches], NULL)
}

function alike(rules: readonly Rule[]): readonly Rule[] {
  const groups: { readonly answer: Value; conditions: Term[] }[] = []
  for (const { condition, answer } of rules) {
    const value = known(answer)
    const group = groups.find((each) => equal(each.answer, value) === true)
    if (group) group.conditions.push(condition)
    else groups.push({ answer: value, conditions: [condition] })
  }
  return groups.map(({ answer, conditions }) => ({
    answer: constant(answer),
    condition: logic('or', conditions.map(certain)),
  }))
}

/** A value of an answer that is the same for all. */
function known(answer: Term): Value {
  if (answer.kind === 'constant') return answer.value
  if (answer.kind === 'context' && !answer.present)
    return contextValue([...answer.entries].map(([name, entry]) => [name, known(entry)] as const))
  throw new Unpushable('HIT_POLICY', 'PRIORITY')
}

function byPriority(rules: readonly Rule[], { outputs }: Table, by: Translation): readonly Rule[] {
  const orders = outputs.map(
    ({ order }) => order?.tests.map((test) => known(by.translate(test, new Names(), by))) ?? [],
  )
  const places = rules.map(({ answer }) => {
    const value = known(answer)
    return orders.map((values, i) => {
      const own =
        outputs.length === 1 ? value : (value as Readonly<Record<string, Value>>)[outputs[i]?.name ?? '']
      const place = values.findIndex((each) => equal(each, own ?? null) === true)
      return place < 0 ? values.length : place
    })
  })
  const order = (a: number, b: number) => {
    const [x, y] = [places[a] as number[], places[b] as number[]]
    const at = x.findIndex((place, i) => place !== y[i])
    return at < 0 ? a - b : (x[at] as number) - (y[at] as number)
  }
  return rules
    .map((_, i) => i)
    .sort(order)
    .map((i) => rules[i] as Rule)
}

function collect(
  rules: readonly Rule[],
  otherwise: Term,
  { aggregator, outputs }: Table,
  by: Translation,
): Term {
  const { columns } = by
  if (aggregator === undefined) throw new Unpushable('HIT_POLICY', 'COLLECT')
  const open = rules
    .filter(({ condition }) => condition.kind === 'scalar' || isTrue(condition))
    .map(({ condition, answer }) => {
      const sure = certain(condition)
      return { answer, condition: sure.kind === 'scalar' ? columns.bind(sure) : sure }
    })
  if (open.length === 0) return otherwise
  const conditions = open.map(({ condition }) => condition)
  const any = logic('or', conditions)
  if (aggregator === 'COUNT') {
    const sum = conditions
      .map((each) => `${wrapped((asScalar(columns, each) as Scalar).sql)}::int`)
      .join(' + ')
    const count = columns.bind(scalar('number', `(${sum})::numeric`, needsOf(conditions)))
    return when(by, any, count, otherwise)
  }
  const total = (pick: (answer: Term) => Term) =>
    aggregate(
      aggregator,
      open.map(({ condition, answer }) => ({ condition, answer: pick(answer) })),
      by,
    )
  const answer =
    outputs.length === 1
      ? total((each) => each)
      : contextOf(
          outputs,
          outputs.map(({ name = '' }) =>
            total((each) => (each.kind === 'context' ? (each.entries.get(name) ?? NULL) : NULL)),
          ),
        )
  return when(by, any, answer, otherwise)
}

/** Of the rules that match; nothing where one of their answers is no number. */
function aggregate(aggregator: 'SUM' | 'MIN' | 'MAX', rules: readonly Rule[], by: Translation): Term {
  const { columns } = by
  const given = rules.map(({ condition, answer }) => {
    const term = bound(columns, answer)
    return { condition, answer: term, wrong: noNumber(term) }
  })
  const wrong = logic(
    'or',
    given.map((each) => logic('and', [each.condition, each.wrong])),
  )
  const values = given
    .filter((each) => !isTrue(each.wrong))
    .map(({ condition, answer }) => {
      const value = when(by, condition, answer, aggregator === 'SUM' ? constant(0) : NULL)
      return asScalar(columns, value) as Scalar
    })
  const [one, ...more] = values
  if (!one) return NULL
  const all =
    aggregator === 'SUM'
      ? more.reduce((sum, value) => arithmetic(columns, '+', sum, value), one)
      : scalar(
          'number',
          `${EXTREME[aggregator]}(${values.map(({ sql }) => sql).join(', ')})`,
          needsOf(values),
        )
  return when(by, not(wrong), all, NULL)
}

const EXTREME = { MIN: 'least', MAX: 'greatest' } as const

function noNumber(answer: Term): Term {
  if (answer.kind === 'scalar' && answer.type === 'number') return absence(answer)
  return constant(answer.kind !== 'constant' || !isNumber(answer.value))
}
