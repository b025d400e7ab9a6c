import { type RawBuilder, sql } from 'kysely'
import type { Model, RuleTest } from '../../engines/feel/index.ts'
import type { Database } from '../store/index.ts'
import type { Decision } from './decision.ts'
import { factsOf } from './population.ts'
import { type NotAsked, queryOver, typesOf, unlikeInput } from './setQuery.ts'
import { type Way, waysOf } from './ways.ts'

/** How everybody stands to the best verdict, as one query. */
export interface Standing {
  /**
   * A row a subject: `id`, `title`, `passes`; of who is one step away `way` and `input` (places of the way and of the
   * input in its table), `unknown` (not filed), `value`, `short` (how far a number is off its bound) and `gap` (that as a share of the bound).
   */
  readonly query: RawBuilder<unknown>
  readonly ways: readonly Way[]
}

/**
 * Who passes, and who fails exactly one test of a way to the best verdict that they may be advised to mend: asked of
 * the database for everybody at once, from the same tree of the same model by which one subject is judged.
 */
export async function standingOf(
  db: Database,
  decision: Decision,
  model: Model,
  asOf: string,
): Promise<Standing | NotAsked> {
  const ways = waysOf(decision, model)
  let subjects = decision.population.subjects(factsOf(asOf))
  const inputs = Object.keys(decision.inputs)
  const unlike = unlikeInput(model, await typesOf(db, subjects, inputs))
  if (unlike) return unlike
  let keep: readonly string[] = ['id', 'title', ...inputs]
  const asked: (readonly RuleTest[])[] = []
  for (const [i, way] of ways.entries()) {
    const rule = model.queryRule(way.decision, way.rule, { keep, as: `way${i}` })
    if (!('query' in rule)) return rule
    subjects = queryOver(rule, subjects)
    keep = [...keep, ...rule.columns]
    asked.push(rule.tests)
  }
  const each = asked.map((tests, i) => wayColumns(ways[i] as Way, tests, i))
  const passes =
    each.length > 0
      ? sql.join(
          each.map(({ passes }) => passes),
          sql` or `,
        )
      : sql`false`
  const whens = (column: keyof StepColumns) =>
    each.flatMap(({ near, steps }) =>
      steps.map((step) => sql`when ${near} and ${step.fails} then ${step[column]}`),
    )
  const pick = (column: keyof StepColumns) =>
    sql`case when ${passes} then null ${sql.join(whens(column), sql` `)} end`
  const query = sql`select id, title, ${passes} as passes, ${pick('way')} as way, ${pick('input')} as input,
    ${pick('unknown')} as unknown, ${pick('value')} as value, ${pick('short')} as short, ${pick('gap')} as gap from (${subjects}) judged`
  return { query, ways }
}

interface StepColumns {
  readonly fails: RawBuilder<unknown>
  readonly way: RawBuilder<unknown>
  readonly input: RawBuilder<unknown>
  readonly unknown: RawBuilder<unknown>
  readonly value: RawBuilder<unknown>
  readonly short: RawBuilder<unknown>
  readonly gap: RawBuilder<unknown>
}

function wayColumns({ tests }: Way, asked: readonly RuleTest[], number: number) {
  const passing = ({ passes }: RuleTest) =>
    'column' in passes ? sql`${sql.ref(passes.column)}` : sql`${sql.lit(passes.value)}::boolean`
  const sure = (test: RuleTest) => sql`coalesce(${passing(test)}, false)`
  const count = sql.join([sql`0`, ...asked.map((test) => sql`(not ${sure(test)})::int`)], sql` + `)
  const steps = asked
    .filter(({ input }) => tests.find((each) => each.input === input)?.mendable)
    .map((test): StepColumns => {
      const value = test.measured ? sql`${sql.ref(test.measured.column)}::numeric` : sql`null::numeric`
      const bound = sql`${test.measured?.bound ?? null}::numeric`
      return {
        fails: sql`not ${sure(test)}`,
        way: sql`${sql.lit(number)}`,
        input: sql`${sql.lit(test.input)}`,
        unknown: sql`${passing(test)} is null`,
        value,
        short: sql`abs(${value} - ${bound})`,
        // Off a bound of nothing, the number itself says how far.
        gap: sql`round(abs(${value} - ${bound}) / coalesce(nullif(abs(${bound}), 0), 1), 6)`,
      }
    })
  return { passes: sql`(${count}) = 0`, near: sql`(${count}) = 1`, steps }
}
