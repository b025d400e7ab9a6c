import { AXIS, GRID, LEGEND, VALUE_AXIS } from './chartFrame.ts'
import type { ChartOption } from './EChart.tsx'

export interface YearLine {
  readonly name: string
  readonly values: readonly (number | null)[]
}

/** This year as strong bars, last year as a faint line behind: bars start at zero. */
export const yearsOption = (
  labels: readonly string[],
  unit: string,
  now: YearLine,
  before: YearLine,
): ChartOption => ({
  grid: { ...GRID, right: 8 },
  legend: { ...LEGEND, data: [now.name, before.name] },
  xAxis: { type: 'category', data: [...labels], ...AXIS },
  yAxis: { ...VALUE_AXIS, name: unit },
  series: [
    {
      type: 'bar',
      name: now.name,
      data: [...now.values],
      barMaxWidth: 28,
      itemStyle: { color: 'var(--chart-1)', borderRadius: [2, 2, 0, 0] },
    },
    {
      type: 'line',
      name: before.name,
      data: [...before.values],
      symbolSize: 5,
      lineStyle: { color: 'var(--faint)', width: 1.5 },
      itemStyle: { color: 'var(--faint)' },
    },
  ],
})

/** A rate over months, its last value labelled where it ends. */
export const rateOption = (
  months: readonly string[],
  values: readonly number[],
  name: string,
  unit = '%',
): ChartOption => ({
  grid: GRID,
  xAxis: { type: 'category', data: [...months], boundaryGap: false, ...AXIS },
  yAxis: { ...VALUE_AXIS, name: unit },
  series: [
    {
      type: 'line',
      name,
      data: values.map((value, index) =>
        index === values.length - 1
          ? {
              value,
              label: {
                show: true,
                position: 'right',
                formatter: `{c}${unit}`,
                color: 'var(--ink)',
                fontWeight: 600,
              },
            }
          : value,
      ),
      symbol: 'circle',
      symbolSize: 4,
      lineStyle: { width: 2, color: 'var(--chart-1)' },
      itemStyle: { color: 'var(--chart-1)' },
    },
  ],
})

export interface Ranked {
  readonly name: string
  readonly value: number
  readonly own?: boolean
}

/** Places by value, the best on top, ours in the strong colour. */
export function rankOption(places: readonly Ranked[], unit: string): ChartOption {
  const sorted = [...places].sort((a, b) => a.value - b.value)
  return {
    tooltip: { show: false },
    grid: { left: 8, right: 56, top: 8, bottom: 4, containLabel: true },
    xAxis: { ...VALUE_AXIS, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: { type: 'category', data: sorted.map(({ name }) => name), ...AXIS, axisLine: { show: false } },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        data: sorted.map(({ value, own }) => ({
          value,
          itemStyle: { color: own ? 'var(--chart-1)' : 'var(--line)', borderRadius: 2 },
          label: {
            show: true,
            position: value < 0 ? 'left' : 'right',
            color: 'var(--ink)',
            formatter: `{c}${unit}`,
          },
        })),
      },
    ],
  }
}

/** Progress in percent against time: plan dashed, actual strong. */
export const progressOption = (
  labels: readonly string[],
  planned: YearLine,
  actual: YearLine,
): ChartOption => ({
  grid: GRID,
  legend: { ...LEGEND, data: [planned.name, actual.name] },
  xAxis: { type: 'category', data: [...labels], boundaryGap: false, ...AXIS },
  yAxis: { ...VALUE_AXIS, name: '%', min: 0, max: 100 },
  series: [
    {
      type: 'line',
      name: planned.name,
      data: [...planned.values],
      symbol: 'none',
      lineStyle: { type: 'dashed', color: 'var(--second)', width: 1.5 },
      itemStyle: { color: 'var(--second)' },
    },
    {
      type: 'line',
      name: actual.name,
      data: [...actual.values],
      symbol: 'circle',
      symbolSize: 6,
      lineStyle: { color: 'var(--chart-1)', width: 2 },
      itemStyle: { color: 'var(--chart-1)' },
    },
  ],
})

export interface Band {
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  readonly middle: readonly (number | null)[]
}

/** What is known as a strong line, what is forecast as a dashed one in its band. */
export function forecastOption(
  labels: readonly string[],
  unit: string,
  known: YearLine,
  band: Band,
  bandName: string,
  middleName: string,
): ChartOption {
  const width = band.high.map((high, index) => {
    const low = band.low[index]
    return high === null || low === null || low === undefined ? null : high - low
  })
  const flat = {
    type: 'line',
    symbol: 'none',
    stack: 'band',
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  } as const
  return {
    grid: GRID,
    legend: { ...LEGEND, data: [known.name, bandName] },
    xAxis: { type: 'category', data: [...labels], boundaryGap: false, ...AXIS },
    yAxis: { ...VALUE_AXIS, name: unit, scale: true },
    series: [
      { ...flat, name: 'low', data: [...band.low] },
      {
        ...flat,
        name: bandName,
        data: width,
        areaStyle: { color: 'var(--chart-5)', opacity: 0.45 },
        itemStyle: { color: 'var(--chart-5)' },
      },
      {
        type: 'line',
        name: middleName,
        data: [...band.middle],
        symbol: 'none',
        lineStyle: { type: 'dashed', color: 'var(--chart-1)', width: 1.5 },
      },
      {
        type: 'line',
        name: known.name,
        data: [...known.values],
        symbolSize: 5,
        lineStyle: { width: 2, color: 'var(--chart-1)' },
        itemStyle: { color: 'var(--chart-1)' },
      },
    ],
  }
}
