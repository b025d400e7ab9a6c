import type { MarkLineComponentOption } from 'echarts/components'
import { AXIS, GRID, LEGEND, VALUE_AXIS } from '../../../../app/web/kit/chartFrame.ts'
import type { ChartOption } from '../../../../app/web/kit/EChart.tsx'
import { zoneTime } from '../../../../app/web/kit/format.ts'

type Points = readonly (readonly [at: string, value: number])[]

const WIDE = { ...GRID, right: 16, top: 52 } as const
const STEP_MS = 300_000

/** HH:MM of the zone. */
export const clock = (at: string | number): string => new Date(zoneTime(at)).toISOString().slice(11, 16)

/** Every five minutes between the first and the last of some points. */
function stepsOf(...lines: readonly Points[]): readonly number[] {
  const all = lines.flatMap((line) => line.map(([at]) => Date.parse(at)))
  if (all.length === 0) return []
  const first = Math.floor(Math.min(...all) / STEP_MS) * STEP_MS
  const count = Math.round((Math.max(...all) - first) / STEP_MS) + 1
  return Array.from({ length: Math.min(count, 2000) }, (_, i) => first + i * STEP_MS)
}

/** Values of points on those steps; null where there is none. */
function on(steps: readonly number[], line: Points): (number | null)[] {
  const values = new Map(line.map(([at, value]) => [Math.round(Date.parse(at) / STEP_MS), value]))
  return steps.map((at) => values.get(at / STEP_MS) ?? null)
}

/** A dashed line at the moment of the run. */
const nowLine = (label: string, at: string): MarkLineComponentOption => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: 'var(--ink)', type: 'dashed', width: 1 },
  label: { formatter: label, color: 'var(--second)' },
  data: [{ xAxis: clock(at) }],
})

export interface Names {
  readonly past: string
  readonly ahead: string
  readonly now: string
  readonly unit: string
}

/** Rain as it fell and as it is forecast. */
export function rainOption(past: Points, ahead: Points, at: string, names: Names): ChartOption {
  const steps = stepsOf(past, ahead)
  const bar = { type: 'bar', stack: 'rain', barCategoryGap: '10%' } as const
  return {
    grid: WIDE,
    legend: { ...LEGEND, data: [names.past, names.ahead] },
    xAxis: { type: 'category', data: steps.map(clock), ...AXIS },
    yAxis: { ...VALUE_AXIS, name: names.unit, min: 0 },
    series: [
      {
        ...bar,
        name: names.past,
        data: on(steps, past),
        itemStyle: { color: 'var(--chart-1)' },
        markLine: nowLine(names.now, at),
      },
      {
        ...bar,
        name: names.ahead,
        data: on(steps, ahead),
        itemStyle: { color: 'var(--chart-5)', opacity: 0.7 },
      },
    ],
  }
}

export interface HydrographNames {
  readonly measured: string
  readonly before: string
  readonly after: string
  readonly ahead: string
  readonly ground: string
  readonly now: string
  readonly unit: string
}
interface Lines {
  readonly measured: Points
  readonly before: Points
  readonly after: Points
  readonly ahead: Points
  readonly ground: number | null
}

/** What was measured, the model before and after it was corrected, and what is to come. */
export function hydrographOption(
  lines: Lines,
  at: string,
  names: HydrographNames,
  sparse = false,
): ChartOption {
  const { measured, before, after, ahead, ground } = lines
  const steps = stepsOf(measured, before, after, ahead)
  const line = (name: string, points: Points, colour: string, type: 'solid' | 'dashed', width = 2) => ({
    type: 'line' as const,
    name,
    data: on(steps, points),
    symbol: 'none',
    connectNulls: true,
    lineStyle: { color: colour, type, width },
    itemStyle: { color: colour },
  })
  // Between runs that lie far apart the model was nowhere: they are points.
  const own = (drawn: ReturnType<typeof line>) =>
    sparse
      ? { ...drawn, symbol: 'diamond', symbolSize: 9, lineStyle: { ...drawn.lineStyle, width: 0 } }
      : drawn
  const shown = [
    { ...line(names.ahead, ahead, 'var(--chart-1)', 'dashed'), markLine: nowLine(names.now, at) },
    ...(before.length > 0 ? [own(line(names.before, before, 'var(--chart-4)', 'dashed', 1.5))] : []),
    ...(after.length > 0 ? [own(line(names.after, after, 'var(--chart-1)', 'solid'))] : []),
    ...(measured.length > 0
      ? [
          {
            ...line(names.measured, measured, 'var(--chart-2)', 'solid', 0),
            symbol: 'circle',
            symbolSize: 5,
          },
        ]
      : []),
    ...(ground === null
      ? []
      : [
          {
            ...line(names.ground, [], 'var(--chart-3)', 'solid', 1),
            data: steps.map(() => ground),
          },
        ]),
  ]
  return {
    grid: WIDE,
    legend: { ...LEGEND, data: shown.map(({ name }) => name) },
    xAxis: { type: 'category', data: steps.map(clock), boundaryGap: false, ...AXIS },
    yAxis: { ...VALUE_AXIS, name: names.unit },
    series: shown,
  }
}

/** Errors of the runs one after the other. */
export function errorsOption(
  errors: readonly { readonly at: string; readonly before: number; readonly after: number }[],
  names: { readonly before: string; readonly after: string; readonly unit: string },
): ChartOption {
  const line = (name: string, data: number[], colour: string, type: 'solid' | 'dashed') =>
    ({
      type: 'line',
      name,
      data,
      symbol: 'circle',
      symbolSize: 4,
      lineStyle: { color: colour, width: 2, type },
      itemStyle: { color: colour },
    }) as const
  return {
    grid: WIDE,
    legend: { ...LEGEND, data: [names.before, names.after] },
    xAxis: { type: 'category', data: errors.map(({ at }) => clock(at)), boundaryGap: false, ...AXIS },
    yAxis: { ...VALUE_AXIS, name: names.unit, min: 0 },
    series: [
      line(
        names.before,
        errors.map(({ before }) => before),
        'var(--chart-4)',
        'dashed',
      ),
      line(
        names.after,
        errors.map(({ after }) => after),
        'var(--chart-1)',
        'solid',
      ),
    ],
  }
}
