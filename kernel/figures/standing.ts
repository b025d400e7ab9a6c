import { type RawBuilder, sql } from 'kysely'
import { quote } from '../store/ddl.ts'
import { type BaseIndicator, type Group, holdsOne, lastDay, valuesOf, whereKey } from './base.ts'
import type { Span } from './reach.ts'
import { Decimal, entriesBetween, type MonthTotal } from './series.ts'
import type { Source } from './source.ts'

/**
 * What stands at the end of each month between two: rows that began by then less those that ended by then, so a row is
 * read once whatever the number of months.
 */
export async function loadStanding(
  source: Source,
  { measure, keys, members }: Group,
  from: string,
  to: string,
  found: Map<string, Map<string, MonthTotal>>,
  span: Span | undefined,
): Promise<void> {
  if (measure.by !== 'standing' || !span) return
  const [first, last] = [span.first > from ? span.first : from, span.last < to ? span.last : to]
  const columns = keys.map((key) => sql.raw(`t.${quote(key)}`))
  const wanted = keys.map((key, nth) =>
    holdsOne(columns[nth] as RawBuilder<unknown>, valuesOf({ members }, key)),
  )
  const [began, ended] = [sql.raw(`t.${quote(measure.period)}`), sql.raw(`t.${quote(measure.until)}`)]
  const month = sql`to_char(e.day, 'YYYY-MM')`
  const { rows } = await sql<Record<string, string | number>>`
    select ${sql.join([...columns.map((column, nth) => sql`${column} as ${sql.raw(`k${nth}`)}`), sql`${month} as month`])},
      sum(e.n)::int as n
    from ${source.table(measure.record)} t
    cross join lateral (values (${began}, 1), (${ended}, -1)) e(day, n)
    where ${sql.join([...wanted, sql`${began} <= ${lastDay(to)}::date and e.day <= ${lastDay(to)}::date`], sql` and `)}
    group by ${sql.join([...columns, month])} order by ${month}`.execute(source.db)
  const changes = new Map<string, { month: string; n: number }[]>()
  for (const row of rows) {
    const key = whereKey(keys.map((_, nth) => row[`k${nth}`]))
    changes.set(key, [...(changes.get(key) ?? []), { month: String(row.month), n: Number(row.n) }])
  }
  for (const { id, grain, measure } of members)
    found.set(
      id,
      standingAt(
        entriesBetween(first, last, grain),
        changes.get(whereKey(keys.map((key) => measure.where[key]))) ?? [],
        span.synthetic,
      ),
    )
}

/** @param changes how many more by month, oldest first */
function standingAt(
  entries: readonly string[],
  changes: readonly { readonly month: string; readonly n: number }[],
  synthetic: boolean,
): Map<string, MonthTotal> {
  let [standing, next] = [0, 0]
  return new Map(
    entries.map((entry) => {
      for (let change = changes[next]; change && change.month <= entry; change = changes[++next])
        standing += change.n
      const value = new Decimal(standing)
      return [entry, { value, comparable: value, rows: standing, synthetic }]
    }),
  )
}

/** The rows that stand at a month's end. */
export function standsAt(measure: Extract<BaseIndicator['measure'], { by: 'standing' }>, month: string) {
  const [began, ended] = [sql.raw(`t.${quote(measure.period)}`), sql.raw(`t.${quote(measure.until)}`)]
  const day = lastDay(month)
  return sql`${began} <= ${day}::date and (${ended} is null or ${ended} > ${day}::date)`
}
