import { AXIS, GRID, LEGEND, VALUE_AXIS } from '../../../app/web/kit/chartFrame.ts'
import type { ChartOption } from '../../../app/web/kit/EChart.tsx'

/** Enterprises by range of points, one row of bars a stage. */
export const spreadOption = (
  stages: readonly { readonly name: string; readonly bins: readonly number[] }[],
  unit: string,
  points: string,
): ChartOption => ({
  grid: { ...GRID, right: 40 },
  legend: LEGEND,
  xAxis: {
    type: 'category',
    name: points,
    data: (stages[0]?.bins ?? []).map((_, i) => `${i * 10}–${i * 10 + 10}`),
    nameTextStyle: { color: 'var(--second)' },
    ...AXIS,
  },
  yAxis: { ...VALUE_AXIS, name: unit },
  series: stages.map(({ name, bins }) => ({ type: 'bar', name, data: [...bins], barMaxWidth: 18 })),
})

/** What share of each weight was earned, 0 to 100 %. */
export const radarOption = (
  parts: readonly { readonly name: string; readonly share: number }[],
  called: string,
  narrow: boolean,
): ChartOption => ({
  legend: { bottom: 0, data: [called], itemWidth: 16, itemHeight: 8, textStyle: { color: 'var(--second)' } },
  tooltip: { trigger: 'item', confine: true },
  radar: {
    indicator: parts.map(({ name }) => ({ name: broken(name, narrow ? 5 : 8), max: 100, min: 0 })),
    radius: narrow ? '56%' : '64%',
    center: ['50%', '47%'],
    splitNumber: 4,
    axisName: { color: 'var(--second)', fontSize: narrow ? 10 : 11 },
    // One axis says what all rings stand for.
    axisLabel: { show: false },
    axisLine: { lineStyle: { color: 'var(--line)' } },
    splitLine: { lineStyle: { color: 'var(--line)' } },
    splitArea: { show: false },
  },
  series: [
    {
      type: 'radar',
      symbolSize: 4,
      lineStyle: { color: 'var(--chart-1)', width: 2 },
      itemStyle: { color: 'var(--chart-1)' },
      areaStyle: { color: 'var(--chart-5)', opacity: 0.25 },
      data: [{ name: called, value: parts.map(({ share }) => share) }],
    },
  ],
})

/** Long names stand in several lines, or they would leave the picture. */
const broken = (name: string, most: number): string =>
  (/^\p{ASCII}+$/u.test(name) ? [name] : (name.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])).join('\n')

/** Points over months; the axis begins where it helps to see the change. */
export const historyOption = (
  months: readonly string[],
  totals: readonly number[],
  name: string,
  unit: string,
): ChartOption => ({
  grid: { ...GRID, right: 44, top: 32 },
  xAxis: { type: 'category', data: [...months], boundaryGap: false, ...AXIS },
  yAxis: { ...VALUE_AXIS, name: unit, scale: true },
  series: [
    {
      type: 'line',
      name,
      symbolSize: 5,
      lineStyle: { width: 2, color: 'var(--chart-1)' },
      itemStyle: { color: 'var(--chart-1)' },
      data: totals.map((value, i) =>
        i === totals.length - 1
          ? {
              value,
              label: {
                show: true,
                position: 'right',
                formatter: '{c}',
                color: 'var(--ink)',
                fontWeight: 600,
              },
            }
          : value,
      ),
    },
  ],
})
