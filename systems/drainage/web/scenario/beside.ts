import { AXIS, GRID, LEGEND, VALUE_AXIS } from '../../../../app/web/kit/chartFrame.ts'
import type { ChartOption } from '../../../../app/web/kit/EChart.tsx'
import { millisOf, type Results, seriesOf } from '../../../../engines/hydraulics/run/browser.ts'
import { clock } from '../twin/options.ts'

export interface Line {
  readonly times: readonly number[]
  readonly values: readonly number[]
}

/** What one run says of a node (depth over its bottom, m) or a link (flow, m³/s); undefined where the run has it not. */
export function lineOf(results: Results | undefined, kind: 'node' | 'link', name: string): Line | undefined {
  if (!results?.header.objects[kind].includes(name)) return undefined
  const values = seriesOf(results, kind, name, kind === 'node' ? 'depth' : 'flow')
  return { times: Array.from(results.times, millisOf), values: Array.from(values) }
}

export interface BesideNames {
  readonly base: string
  readonly other: string
  readonly ground: string
  readonly unit: string
}

/** Both runs at one place over time; the longer of the two gives the axis. */
export function besideOption(
  base: Line,
  other: Line,
  ground: number | undefined,
  names: BesideNames,
): ChartOption {
  const { times } = base.times.length > other.times.length ? base : other
  const line = (name: string, data: readonly (number | null)[], colour: string, more = {}) => ({
    type: 'line' as const,
    name,
    data: [...data],
    symbol: 'none',
    lineStyle: { color: colour, width: 2, ...more },
    itemStyle: { color: colour },
  })
  const rounded = ({ values }: Line) => values.map((value) => Number(value.toFixed(3)))
  const shown = [
    line(names.base, rounded(base), 'var(--second)', { type: 'dashed' }),
    line(names.other, rounded(other), 'var(--chart-1)'),
    ...(ground === undefined
      ? []
      : [
          line(
            names.ground,
            times.map(() => ground),
            'var(--chart-3)',
            { width: 1 },
          ),
        ]),
  ]
  return {
    grid: { ...GRID, right: 16, top: 52 },
    legend: { ...LEGEND, data: shown.map(({ name }) => name) },
    xAxis: { type: 'category', data: times.map((at) => clock(at)), boundaryGap: false, ...AXIS },
    yAxis: { ...VALUE_AXIS, name: names.unit },
    series: shown,
  }
}
