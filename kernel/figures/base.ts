import type { Indicator, Measure } from './indicator.ts'

export type BaseMeasure = Exclude<Measure, { by: 'ratio' }>

/** An indicator with rows of its own. */
export interface BaseIndicator extends Indicator {
  readonly measure: BaseMeasure
}

export const isBase = (indicator: Indicator | undefined): indicator is BaseIndicator =>
  indicator?.measure !== undefined && indicator.measure.by !== 'ratio'

/** Whether a month without rows is a zero, see `Measure`. */
export const countsEvents = ({ measure, nature }: BaseIndicator): boolean =>
  measure.by === 'count' && nature === 'flow'

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
  const value = measure.by === 'sum' ? `${measure.value}/${measure.comparable ?? ''}` : ''
  return [record, by, value, period, ...Object.keys(where).sort()].join('|')
}
