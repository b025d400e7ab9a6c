import { type RawBuilder, sql } from 'kysely'
import { quote } from '../store/ddl.ts'
import {
  type BaseIndicator,
  during,
  entryOf,
  type Group,
  groupsOf,
  holdsOne,
  isDated,
  isSpanned,
  valuesOf,
  whereKey,
} from './base.ts'
import { type Span, spansIn } from './reach.ts'
import { Decimal, entriesBetween, type MonthTotal, type Series } from './series.ts'
import type { Source } from './source.ts'
import { loadStanding } from './standing.ts'

/**
 * The monthly totals of many indicators between two months: one grouped query for all those that share a table
 * and its columns, so the cost is that of one index scan whatever the number of figures asked for. Events
 * need a second one, see `fillZeros`.
 */
export async function loadSeries(
  source: Source,
  indicators: readonly BaseIndicator[],
  from: string,
  to: string,
): Promise<Map<string, Series>> {
  const found = new Map<string, Map<string, MonthTotal>>()
  const spanOf = spansIn(source)
  for (const group of groupsOf(indicators)) {
    const span = group.members.some(isSpanned) ? await spanOf(group.measure) : undefined
    if (group.measure.by === 'standing') await loadStanding(source, group, from, to, found, span)
    else await loadGroup(source, group, from, to, found)
    if (span && group.measure.by !== 'standing') fillZeros(group, from, to, found, span)
  }
  return found
}

async function loadGroup(
  source: Source,
  { measure, keys, members }: Group,
  from: string,
  to: string,
  found: Map<string, Map<string, MonthTotal>>,
): Promise<void> {
  // Two indicators may stand on the same rows and differ in grain, unit or scale only.
  const byWhere = new Map<string, BaseIndicator[]>()
  for (const member of members) {
    const key = whereKey(keys.map((column) => member.measure.where[column]))
    byWhere.set(key, [...(byWhere.get(key) ?? []), member])
  }
  const columns = keys.map((key) => sql.raw(quote(key)))
  const wanted = keys.map((key, nth) =>
    holdsOne(columns[nth] as RawBuilder<unknown>, valuesOf({ members }, key)),
  )
  const period = entryOf(sql.raw(quote(measure.period)), isDated(measure))
  const value = measure.by === 'sum' ? sql.raw(`sum(${quote(measure.value)})`) : sql.raw('count(*)')
  const comparable =
    measure.by === 'sum' && measure.comparable
      ? sql.raw(`sum(coalesce(${quote(measure.comparable)}, ${quote(measure.value)}))`)
      : value
  const { rows } = await sql<Record<string, string | number | boolean>>`
    select ${sql.join([...columns, sql`${period} as month`])}, ${value}::text as total,
      ${comparable}::text as comparable, count(*) as n, bool_or(synthetic) as synthetic
    from ${source.table(measure.record)} t
    where ${sql.join([...wanted, during(measure, from, to)], sql` and `)}
    group by ${sql.join([...columns, period])}`.execute(source.db)
  for (const row of rows)
    for (const { id, measure } of byWhere.get(whereKey(keys.map((key) => row[key]))) ?? []) {
      const scale = measure.by === 'sum' ? measure.scale : '1'
      const series = found.get(id) ?? new Map<string, MonthTotal>()
      series.set(String(row.month), {
        value: new Decimal(String(row.total)).times(scale),
        comparable: new Decimal(String(row.comparable)).times(scale),
        rows: Number(row.n),
        synthetic: row.synthetic === true,
      })
      found.set(id, series)
    }
}

/** Writes the zeros of events that did not happen, in months that the record has been kept for (see `Measure`). */
function fillZeros(
  { members }: Group,
  from: string,
  to: string,
  found: Map<string, Map<string, MonthTotal>>,
  span: Span,
): void {
  const [first, last] = [span.first > from ? span.first : from, span.last < to ? span.last : to]
  const zero = { value: new Decimal(0), comparable: new Decimal(0), rows: 0, synthetic: span.synthetic }
  for (const { id, grain } of members.filter(isSpanned)) {
    const series = found.get(id) ?? new Map<string, MonthTotal>()
    for (const entry of entriesBetween(first, last, grain)) if (!series.has(entry)) series.set(entry, zero)
    found.set(id, series)
  }
}

/** What peers published: `indicator|aspect|period` → place → value. */
export interface PeerValue {
  readonly place: string
  readonly group: string
  readonly value: Decimal
  readonly synthetic: boolean
}
export type Peers = ReadonlyMap<string, readonly PeerValue[]>

export const peerKey = (indicator: string, aspect: string, period: string) =>
  `${indicator}|${aspect}|${period}`

export async function loadPeers(
  source: Source,
  indicators: readonly string[],
  firstYear: string,
  lastYear: string,
): Promise<Peers> {
  if (indicators.length === 0) return new Map()
  const { rows } = await sql<Record<string, string | boolean>>`
    select indicator, aspect, period, place, peer_group, value::text as value, synthetic from ${source.table('figures.peers')} t
    where indicator = any(${indicators}::text[]) and left(period, 4) between ${firstYear} and ${lastYear}
    order by place`.execute(source.db)
  const found = new Map<string, PeerValue[]>()
  for (const row of rows) {
    const key = peerKey(String(row.indicator), String(row.aspect), String(row.period))
    const list = found.get(key) ?? []
    list.push({
      place: String(row.place),
      group: String(row.peer_group),
      value: new Decimal(String(row.value)),
      synthetic: row.synthetic === true,
    })
    found.set(key, list)
  }
  return found
}

export interface Statement {
  readonly report: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: string
  readonly unit: string
}
/** `indicator:aspect@period` → the newest statement of it. */
export type Statements = ReadonlyMap<string, Statement>

export async function loadStatements(source: Source, indicators: readonly string[]): Promise<Statements> {
  const { rows } = await sql<Record<string, string | number | null>>`
    select report, start, finish, text, indicator, aspect, period, value::text as value, unit
    from ${source.table('figures.statements')} t where indicator = any(${indicators}::text[]) order by recorded_at, start desc`.execute(
    source.db,
  )
  return new Map(
    rows.map((row) => [
      `${row.indicator}:${row.aspect}@${row.period}`,
      {
        report: String(row.report),
        start: Number(row.start),
        end: Number(row.finish),
        text: String(row.text),
        value: String(row.value),
        unit: String(row.unit ?? ''),
      },
    ]),
  )
}
