/** Everybody by several granules in one statement: the database judges. */
import { type RawBuilder, sql } from 'kysely'
import { type Asked, askOf, type NotAsked } from '../../../kernel/rules/index.ts'
import type { Database } from '../../../kernel/store/index.ts'
import { DECISION } from '../granule/index.ts'
import type { AskedGranule, Tally } from './asked.ts'

/** Granules in one statement: with more, the wider row on the way costs what reading less often saves. */
export const AT_ONCE = 1

/** Entries of the answer, in the order of the model. */
const ENTRIES = ['verdict', 'near', 'gap', 'due'] as const

export interface Subjects {
  /** A row an enterprise: `id` and a column for every trait. */
  readonly query: RawBuilder<unknown>
  readonly types: ReadonlyMap<string, string>
  readonly names: readonly string[]
}

/** Why a granule cannot be asked of the database; undefined where it can. */
export function notAskedOf(granule: AskedGranule, subjects: Subjects): NotAsked | undefined {
  const asked = ask(granule, subjects.query, subjects, ['id'], 'a')
  return 'query' in asked ? undefined : asked
}

const ask = (
  { model }: AskedGranule,
  query: RawBuilder<unknown>,
  { types }: Subjects,
  keep: readonly string[],
  as: string,
): Asked | NotAsked => askOf({ model, decision: DECISION.answer, subjects: query, types, keep, as })

/**
 * Judges by granules that can be asked of the database, at most {@link AT_ONCE}.
 * @param into a table for what is found, see `found.ts`
 */
export async function findBySet(
  db: Database,
  granules: readonly AskedGranule[],
  subjects: Subjects,
  into: RawBuilder<unknown>,
  tally: Tally,
): Promise<void> {
  let { query } = subjects
  let keep: readonly string[] = ['id', ...subjects.names]
  const answers = granules.map((granule, i) => {
    const as = `gx${i}`
    const asked = ask(granule, query, subjects, keep, as) as Asked
    query = asked.query
    keep = [...keep, ...asked.columns]
    const known = asked.columns.length < ENTRIES.length ? constantsOf(asked) : {}
    const entry = (at: number) => {
      const column = `${as}_${at + 1}`
      return asked.columns.includes(column)
        ? sql`q.${sql.ref(column)}`
        : sql`${known[ENTRIES[at] as string] ?? null}::text`
    }
    const [verdict, near, gap, due] = ENTRIES.map((_, at) => entry(at))
    return sql`(${granule.id}::text, ${granule.open}::boolean, ${verdict}, ${near}, ${gap}, ${due})`
  })
  const { rows } = await sql<{ granule: string; open: boolean; n: string }>`
    with judged as materialized (
      select q.id, g.granule, case when g.open and g.verdict = 'match' then 'open' when g.open then 'unknown'
        else g.verdict end as verdict, g.near, g.gap, g.due
      from (${query}) q
      cross join lateral (values ${sql.join(answers)}) g(granule, open, verdict, near, gap, due)
      where g.verdict <> 'no' and not (g.open and g.verdict = 'near')),
    kept as (insert into ${into} (enterprise, granule, verdict, amount, near, gap)
      select id, granule, verdict, due::numeric, near::integer, gap::numeric from judged
      where verdict in ('match', 'near'))
    select granule, verdict = 'open' as open, count(*)::text as n from judged
    where verdict in ('open', 'unknown') group by 1, 2`.execute(db)
  for (const { granule, open, n } of rows) tally.add(granule, open ? 'open' : 'unknown', Number(n))
}

/** What of an answer is the same for everybody has no column. */
function constantsOf(asked: Asked): Readonly<Record<string, string | null>> {
  const answer = asked.read({}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, value === null ? null : String(value)]),
  )
}
