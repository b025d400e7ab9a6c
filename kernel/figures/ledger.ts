import { sql } from 'kysely'
import type { CatalogueEntry } from '../../engines/report/types.ts'
import type { Database } from '../store/database.ts'
import { quote } from '../store/ddl.ts'
import { during, holdsOne, isBase } from './base.ts'
import { evaluate, type Ledger } from './evaluate.ts'
import type { FigureRef } from './figure.ts'
import type { Figures, Point } from './figures.ts'
import type { Indicator } from './indicator.ts'
import { loadPeers, loadSeries, loadStatements } from './load.ts'
import { firstMonth, lastMonth, parsePeriod } from './period.ts'
import { loadReach, type Reach } from './reach.ts'
import { Decimal, entriesOf, type Series } from './series.ts'
import { sourceOf } from './source.ts'
import { standsAt } from './standing.ts'

/** The first year that a figure may look at: its own for a level, the one before for growth, any for a streak. */
const firstYear = ({ aspect }: FigureRef, year: number): number =>
  aspect.includes('streak') ? 0 : aspect === 'level' ? year : year - 1

/** What a reader of reports needs to know of indicators. */
export const catalogueOf = (list: readonly Indicator[]): CatalogueEntry[] =>
  list.map(({ id, name, synonyms = [], unit }) => ({ id, names: [name.zh, ...synonyms], unit }))

const pointsOf = (series: Series): Point[] =>
  [...series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { value, comparable, rows }]) => ({
      month,
      value: value.toFixed(),
      comparable: comparable.toFixed(),
      rows,
    }))

/**
 * The ledger over a database. However many figures are asked for at once, the database is asked once for each group of
 * base series that share a table and its columns (`load.ts`; twice where they count events), once for statements and,
 * where places are compared, once for peers; the rest is arithmetic (`evaluate.ts`).
 *
 * @param ownPlace the zone's name among its peers
 * @param knownOn ISO 8601: figures as they followed from what was known at that instant
 */
export function createFigures(
  db: Database,
  list: readonly Indicator[],
  ownPlace: string,
  knownOn?: string,
): Figures {
  const source = sourceOf(db, knownOn)
  const indicators = new Map(list.map((indicator) => [indicator.id, indicator]))
  if (indicators.size !== list.length) {
    const twice = list.find((indicator) => indicators.get(indicator.id) !== indicator)
    throw new Error(`indicator declared twice: ${twice?.id}`)
  }

  /** An indicator with those that its ratio stands on. */
  function withInputs(id: string, into = new Map<string, Indicator>()): Map<string, Indicator> {
    const indicator = indicators.get(id)
    if (!indicator || into.has(id)) return into
    into.set(id, indicator)
    if (indicator.measure?.by === 'ratio') {
      withInputs(indicator.measure.numerator, into)
      withInputs(indicator.measure.denominator, into)
    }
    return into
  }

  async function load(refs: readonly FigureRef[]): Promise<Ledger> {
    const needed = new Map<string, Indicator>()
    for (const ref of refs) withInputs(ref.indicator, needed)
    const spans = refs.flatMap((ref) => {
      const year = parsePeriod(ref.period)?.year
      return year === undefined ? [] : [{ first: firstYear(ref, year), last: year }]
    })
    const first = String(Math.min(...spans.map((span) => span.first))).padStart(4, '0')
    const last = String(Math.max(...spans.map((span) => span.last)))
    const compare = refs.some((ref) => /rank|gap/.test(ref.aspect))
    const ids = [...needed.keys()]
    const [series, peers, statements] = await Promise.all([
      loadSeries(source, [...needed.values()].filter(isBase), `${first}-01`, `${last}-12-31`),
      compare ? loadPeers(source, ids, first, last) : new Map(),
      loadStatements(source, ids),
    ])
    return { indicators, series, peers, statements, ownPlace }
  }

  async function all(refs: readonly FigureRef[]) {
    if (refs.length === 0) return []
    const ledger = await load(refs)
    return refs.map((ref) => evaluate(ledger, ref))
  }

  async function seriesOf(ids: readonly string[], from: string, to: string): Promise<Map<string, Point[]>> {
    const bases = ids.map((id) => indicators.get(id)).filter(isBase)
    const found = await loadSeries(source, bases, from, to)
    return new Map(ids.map((id) => [id, pointsOf(found.get(id) ?? new Map())]))
  }

  async function lastMonths(ids: readonly string[]): Promise<Map<string, Reach>> {
    const bases = new Map(ids.map((id) => [id, [...withInputs(id).values()].filter(isBase)]))
    const reaches = await loadReach(source, [...new Set([...bases.values()].flat())])
    return new Map(
      [...bases].map(([id, inputs]) => {
        const own = reaches.get(id)
        if (own) return [id, own]
        // A ratio is known as far as all that it stands on; what is being collected is theirs to say.
        const months = inputs.map((input) => reaches.get(input.id)?.month)
        return [
          id,
          { month: months.includes(undefined) ? undefined : months.sort()[0], collecting: undefined },
        ]
      }),
    )
  }

  return {
    indicators,
    catalogue: catalogueOf(list),
    all,
    figure: async (ref) => (await all([ref]))[0]!,

    seriesOf,
    series: async (id, from, to) => (await seriesOf([id], from, to)).get(id) ?? [],

    recordOf: ({ indicator: id }) => {
      const indicator = indicators.get(id)
      return isBase(indicator) ? indicator.measure.record : undefined
    },

    async rows(ref, { offset, limit, where: seen = sql`true` }) {
      const indicator = indicators.get(ref.indicator)
      const period = parsePeriod(ref.period)
      if (!isBase(indicator) || !period) return { record: '', total: 0, sum: '0', rows: [] }
      const { measure } = indicator
      const scale = measure.by === 'sum' ? measure.scale : '1'
      const entries = entriesOf(period, indicator.grain)
      const months = indicator.nature === 'stock' ? entries.slice(-1) : entries
      const last = months.at(-1) ?? lastMonth(period)
      const where = sql.join(
        [
          ...Object.entries(measure.where).map(([key, value]) =>
            holdsOne(sql`t.${sql.raw(quote(key))}`, [value]),
          ),
          measure.by === 'standing'
            ? standsAt(measure, last)
            : during(measure, months[0] ?? firstMonth(period), last),
          seen,
        ],
        sql` and `,
      )
      const table = source.table(measure.record)
      // A bare 1 would be the first column where rows are put in order.
      const value = measure.by === 'sum' ? sql.raw(`t.${quote(measure.value)}`) : sql.raw('1::bigint')
      const total = await sql<{ n: number; total: string }>`
        select count(*) as n, coalesce(sum(${value}), 0)::text as total from ${table} t where ${where}`.execute(
        db,
      )
      const page = await sql<Record<string, unknown>>`
        select t.*, (${value})::text as contribution from ${table} t where ${where}
        order by ${value} desc, t.id limit ${limit} offset ${offset}`.execute(db)
      return {
        record: measure.record,
        total: Number(total.rows[0]?.n ?? 0),
        sum: new Decimal(total.rows[0]?.total ?? 0).times(scale).toFixed(),
        rows: page.rows.map((row) => ({
          ...row,
          contribution: new Decimal(String(row.contribution)).times(scale).toFixed(),
        })),
      }
    },

    asKnownOn: (at) => createFigures(db, list, ownPlace, at),
    lastMonths,
    lastMonth: async (id) => (await lastMonths([id])).get(id)?.month,
  }
}
