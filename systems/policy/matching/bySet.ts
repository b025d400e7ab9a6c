/** Everybody by one granule in one statement: the database judges. */
import { type RawBuilder, sql } from 'kysely'
import { type Asked, askOf, type NotAsked } from '../../../kernel/rules/index.ts'
import type { Database } from '../../../kernel/store/index.ts'
import { DECISION } from '../granule/index.ts'
import type { AskedGranule, Tally } from './asked.ts'

/** Entries of the answer, in the order of the model. */
const ENTRIES = ['verdict', 'near', 'gap', 'due'] as const

export interface Subjects {
  /** A row an enterprise: `id` and a column for every trait. */
  readonly query: RawBuilder<unknown>
  readonly types: ReadonlyMap<string, string>
}

/**
 * A granule as the database is asked of it: first only whether, then of those who are not ruled out by how much they miss
 * it and what is due to them. Or why it cannot be asked.
 */
export function askedOf(granule: AskedGranule, { query, types }: Subjects): Asked | NotAsked {
  const { model, names } = granule
  const keep = ['id', ...names]
  const verdict = askOf({ model, decision: DECISION.verdict, subjects: query, types, keep, as: 'gx_verdict' })
  if (!('query' in verdict)) return verdict
  // A granule that asks nothing rules nobody out.
  const subjects =
    verdict.columns.length === 0 ? query : sql`select * from (${verdict.query}) v where v.gx_verdict <> 'no'`
  return askOf({ model, decision: DECISION.answer, subjects, types, keep: ['id'], as: 'gx' })
}

/**
 * Judges everybody by a granule.
 * @param into a table for what is found, see `merge.ts`
 */
export async function findBySet(
  db: Database,
  granule: AskedGranule,
  asked: Asked,
  into: RawBuilder<unknown>,
  tally: Tally,
): Promise<void> {
  const known = asked.columns.length < ENTRIES.length ? constantsOf(asked) : {}
  const [verdict, near, gap, due] = ENTRIES.map((name, i) => {
    const column = `gx_${i + 1}`
    return asked.columns.includes(column) ? sql`q.${sql.ref(column)}` : sql`${known[name] ?? null}::text`
  }) as [RawBuilder<unknown>, ...RawBuilder<unknown>[]]
  // Who waits for what a claim brings is counted, and no match.
  const told = granule.open
    ? sql`case ${verdict} when 'match' then 'open' when 'near' then 'no' else 'unknown' end`
    : verdict
  const { rows } = await sql<{ open: boolean; n: string }>`
    with judged as materialized (
      select q.id, ${told} as verdict, ${near} as near, ${gap} as gap, ${due} as due from (${asked.query}) q
      where ${verdict} <> 'no'),
    kept as (insert into ${into} (enterprise, granule, verdict, amount, near, gap)
      select id, ${granule.id}, verdict, due::numeric, near::integer, gap::numeric from judged
      where verdict in ('match', 'near'))
    select verdict = 'open' as open, count(*)::text as n from judged
    where verdict in ('open', 'unknown') group by 1`.execute(db)
  for (const { open, n } of rows) tally.add(granule.id, open ? 'open' : 'unknown', Number(n))
}

/** What of an answer is the same for everybody has no column. */
function constantsOf(asked: Asked): Readonly<Record<string, string | null>> {
  const answer = asked.read({}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, value === null ? null : String(value)]),
  )
}
