import { HydraulicsError } from '../errors.ts'
import { columnOf, type Keep, millisOf, type Results, seriesOf } from '../run/results.ts'
import { numberIn, rowsOfCsv } from './csv.ts'
import type { Points } from './points.ts'

/** What was measured at one node (depth, head) or link (flow, depth), in units of the model. */
export interface Observed {
  readonly kind: 'node' | 'link'
  readonly object: string
  readonly variable: string
  readonly points: Points
}

const VARIABLES = { depth: 'node', head: 'node', flow: 'link' } as const

/**
 * Reads a CSV of lines `at,object,variable,value`; variable is `depth` or `head` of a node, or `flow` of a link. Empty
 * values are gaps.
 * @param place what messages call the file
 * @throws HydraulicsError hydraulics/table
 */
export function readObserved(text: string, place: string): readonly Observed[] {
  const found = new Map<string, Observed & { points: [number, number][] }>()
  for (const row of rowsOfCsv(text, place, ['object', 'variable', 'value'])) {
    const { object = '', variable = '', value } = row.cells
    if (value === '') continue
    const kind = VARIABLES[variable as keyof typeof VARIABLES]
    if (!kind) throw new HydraulicsError('hydraulics/table', `${place}:${row.line}`, variable)
    const key = `${kind} ${object} ${variable}`
    const series = found.get(key) ?? { kind, object, variable, points: [] }
    found.set(key, series)
    series.points.push([row.at, numberIn(row, 'value', place)])
  }
  for (const { points } of found.values()) points.sort(([a], [b]) => a - b)
  return [...found.values()]
}

/** The columns of results that observations are set beside. */
export const keepFor = (observed: readonly Observed[]): Keep => {
  const of = (kind: Observed['kind']) => [
    ...new Set(observed.filter((each) => each.kind === kind).map(({ variable }) => variable)),
  ]
  return { node: of('node'), link: of('link'), subcatchment: [], system: [] }
}

/**
 * Observed values and those of the results at the same moments, drawn straight between periods. What was observed outside
 * the time of the results is left out.
 * @throws HydraulicsError hydraulics/no-such-result; hydraulics/observed where fewer than three values are left, or all
 *   are the same
 */
export function beside(results: Results, { kind, object, variable, points }: Observed) {
  columnOf(results, kind, variable)
  const values = seriesOf(results, kind, object, variable)
  const times = Array.from(results.times, millisOf)
  const observed: number[] = []
  const simulated: number[] = []
  let period = 0
  for (const [at, value] of points) {
    while (period + 1 < times.length && (times[period + 1] as number) < at) period++
    const from = times[period] as number
    const to = times[period + 1] as number
    if (!(at >= from && at <= to)) continue
    const share = (at - from) / (to - from)
    observed.push(value)
    simulated.push((values[period] as number) * (1 - share) + (values[period + 1] as number) * share)
  }
  if (observed.length < 3 || observed.every((value) => value === observed[0]))
    throw new HydraulicsError('hydraulics/observed', object, String(observed.length))
  return { observed, simulated }
}
