import { type RawBuilder, sql } from 'kysely'
import { quote } from '../store/ddl.ts'
import type { Indicator, Measure } from './indicator.ts'
import { daysIn } from './period.ts'

export type BaseMeasure = Exclude<Measure, { by: 'ratio' }>

/** An indicator with rows of its own. */
export interface BaseIndicator extends Indicator {
  readonly measure: BaseMeasure
}

export const isBase = (indicator: Indicator | undefined): indicator is BaseIndicator =>
  indicator?.measure !== undefined && indicator.measure.by !== 'ratio'

/** Whether a month without rows is known all the same, see `Measure`: a zero, or what stood the month before. */
export const isSpanned = ({ measure, nature }: BaseIndicator): boolean =>
  measure.by === 'standing' || (nature === 'flow' && (measure.by === 'count' || measure.kept !== undefined))

/** Whether the period column holds days that stand for their months. */
export const isDated = (measure: Pick<BaseMeasure, 'by' | 'period'> & { readonly dated?: true }): boolean =>
  measure.by === 'standing' || measure.dated === true

/** The entry that a column of a row stands for, YYYY-MM or, by day, YYYY-MM-DD. */
export const entryOf = (column: RawBuilder<unknown>, dated: boolean): RawBuilder<unknown> =>
  dated ? sql`to_char(${column}, 'YYYY-MM')` : column

/** Rows of the entries from one to another; an index over the column leads to them. */
export function during(measure: BaseMeasure, from: string, to: string, alias = 't'): RawBuilder<unknown> {
  const column = sql.raw(`${alias}.${quote(measure.period)}`)
  if (!isDated(measure)) return sql`${column} between ${from} and ${to}`
  // A streak looks back as far as there is anything; a calendar has no year 0.
  const first = from < '0001' ? '-infinity' : `${from.slice(0, 7)}-01`
  return sql`${column} between ${first}::date and ${lastDay(to)}::date`
}

/** The last day of a month, YYYY-MM-DD. */
export function lastDay(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return `${month.slice(0, 7)}-${daysIn(year, number)}`
}

/** Indicators that one query can serve: same table and columns, differing in `where` values only. */
export interface Group {
  /** What they share apart from the values of `where`: that of the first. */
  readonly measure: BaseMeasure
  /** The columns of `where`, sorted. */
  readonly keys: readonly string[]
  readonly members: readonly BaseIndicator[]
}

export function groupsOf(indicators: readonly BaseIndicator[]): Group[] {
  const groups = new Map<string, BaseIndicator[]>()
  for (const indicator of indicators) {
    const key = groupKey(indicator)
    groups.set(key, [...(groups.get(key) ?? []), indicator])
  }
  return [...groups.values()].flatMap((members) => {
    const measure = members[0]?.measure
    return measure ? [{ measure, keys: Object.keys(measure.where).sort(), members }] : []
  })
}

function groupKey({ measure }: BaseIndicator): string {
  const { record, by, period, where } = measure
  const value =
    measure.by === 'sum'
      ? `${measure.value}/${measure.comparable ?? ''}/${measure.kept ?? ''}`
      : measure.by === 'standing'
        ? measure.until
        : ''
  return [record, by, value, period, isDated(measure), ...Object.keys(where).sort()].join('|')
}

/** Whether a column of `where` holds one of some values; the empty one means that the row leaves it empty. */
export const holdsOne = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  values.includes('')
    ? sql`coalesce(${column}, '') = any(${values}::text[])`
    : sql`${column} = any(${values}::text[])`

/** The values of a group's members for a column of `where`, each once. */
export const valuesOf = ({ members }: Pick<Group, 'members'>, key: string): readonly string[] => [
  ...new Set(members.map(({ measure }) => measure.where[key] as string)),
]

/** Values of `where` as one key; what a row leaves empty is the empty value. */
export const whereKey = (values: readonly unknown[]): string => values.join('\u0000')
