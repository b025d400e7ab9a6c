/** Up to which month the rows of an indicator reach, and which months are still being collected. */

import { sql } from 'kysely'
import { quote } from '../store/ddl.ts'
import {
  type BaseIndicator,
  type BaseMeasure,
  entryOf,
  type Group,
  groupsOf,
  isDated,
  isSpanned,
} from './base.ts'
import type { Source } from './source.ts'

export interface Reach {
  /** The last month, YYYY-MM, that nearly everyone has filed; undefined without rows. */
  readonly month: string | undefined
  /** The newest month, where its returns are still coming in: known, but not to be shown as the latest. */
  readonly collecting: string | undefined
}

/** A month with fewer rows than this part of the month before is still being collected. */
const ENOUGH = 0.9

/** How many months back the rule looks: a panel that really shrinks is not followed into its past. */
const MONTHS = 4

/**
 * The rule of nine tenths. It holds for sums, whose rows are returns that a panel of units files over and over. The
 * rows of a count are the matter itself: fewer of them say nothing about collection.
 *
 * @param months (quarters, years) with rows, oldest first
 */
export function reachOf(
  months: readonly { readonly month: string; readonly rows: number }[],
  by: 'sum' | 'count',
): Reach {
  const newest = months.at(-1)?.month
  const recent = months.slice(-MONTHS)
  const lacking = (index: number) => (recent[index]?.rows ?? 0) < ENOUGH * (recent[index - 1]?.rows ?? 0)
  let last = recent.length - 1
  if (by === 'sum') while (last > 0 && lacking(last)) last--
  const month = recent[last]?.month
  return { month, collecting: month === newest ? undefined : newest }
}

/**
 * How far each indicator reaches, by id: one query for each group of indicators. A count or sum of events, and of what
 * stands, reaches as far as its record, since its months without rows are known, too. Those without rows are absent.
 */
export async function loadReach(
  source: Source,
  indicators: readonly BaseIndicator[],
): Promise<Map<string, Reach>> {
  const found = new Map<string, Reach>()
  const spanOf = spansIn(source)
  for (const { measure, members } of groupsOf(indicators.filter(isSpanned))) {
    const span = await spanOf(measure)
    if (span)
      for (const { id } of members) found.set(id, { month: span.last.slice(0, 7), collecting: undefined })
  }
  for (const group of groupsOf(indicators.filter((indicator) => !isSpanned(indicator))))
    for (const [{ id, measure }, months] of await recentMonths(source, group))
      found.set(id, reachOf(months, measure.by === 'sum' ? 'sum' : 'count'))
  return found
}

/** The first and the last entry of a record as a whole, whatever the `where`. */
export interface Span {
  readonly first: string
  readonly last: string
  readonly synthetic: boolean
}

async function loadSpan(source: Source, measure: BaseMeasure): Promise<Span | undefined> {
  const { record, period } = measure
  const column = sql.raw(quote(period))
  const entry = (edge: 'min' | 'max') => entryOf(sql`${sql.raw(edge)}(${column})`, isDated(measure))
  const kept = measure.by === 'sum' && measure.kept ? sql.raw(`min(${quote(measure.kept)})`) : undefined
  // Whatever was paid first was there to be paid before.
  const first = kept ? sql`least(${entry('min')}, to_char(${kept}, 'YYYY-MM'))` : entry('min')
  const { rows } = await sql<{ first: string | null; last: string | null; synthetic: boolean | null }>`
    select ${first} as first, ${entry('max')} as last, bool_or(synthetic) as synthetic
    from ${source.table(record)} t ${kept ? sql`` : sql`where ${column} is not null`}`.execute(source.db)
  const span = rows[0]
  return span?.first && span.last
    ? { first: span.first, last: span.last, synthetic: span.synthetic === true }
    : undefined
}

/** The spans of records, each asked for once. */
export function spansIn(source: Source): (measure: BaseMeasure) => Promise<Span | undefined> {
  const asked = new Map<string, Promise<Span | undefined>>()
  return (measure) => {
    const kept = measure.by === 'sum' ? measure.kept : undefined
    const key = `${measure.record}|${measure.period}|${isDated(measure)}|${kept ?? ''}`
    const span = asked.get(key) ?? loadSpan(source, measure)
    asked.set(key, span)
    return span
  }
}

/** The rows of each indicator's newest months; read from the end of the index, so a long history costs nothing. */
async function recentMonths(source: Source, { measure, keys, members }: Group) {
  // By day, four months are as many as 124 entries.
  const entries = members.some(({ grain }) => grain === 'day') ? MONTHS * 31 : MONTHS
  const period = sql.raw(quote(measure.period))
  const values = keys.map((key) => sql`${members.map((member) => member.measure.where[key])}::text[]`)
  const names = ['nth', ...keys.map((_, index) => `v${index}`)].join(', ')
  const same = keys.map((key, index) => sql.raw(`t.${quote(key)} = w.v${index}`))
  const { rows } = await sql<{ nth: number; entry: string; n: number }>`
    select w.nth, r.entry, r.n
    from unnest(${sql.join([sql`${members.map((_, nth) => nth)}::int[]`, ...values])}) as w(${sql.raw(names)})
    cross join lateral (
      select t.${period} as entry, count(*) as n from ${source.table(measure.record)} t
      where ${sql.join([...same, sql`t.${period} is not null`], sql` and `)}
      group by t.${period} order by t.${period} desc limit ${entries}) r
    order by w.nth, r.entry`.execute(source.db)
  const months = new Map<BaseIndicator, { month: string; rows: number }[]>()
  for (const { nth, entry, n } of rows) {
    const member = members[nth]
    if (!member) continue
    const list = months.get(member) ?? []
    const [month, last] = [entry.slice(0, 7), list.at(-1)]
    if (last?.month === month) last.rows += n
    else list.push({ month, rows: n })
    months.set(member, list)
  }
  return months
}
