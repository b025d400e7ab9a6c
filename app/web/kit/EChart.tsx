import {
  BarChart,
  type BarSeriesOption,
  LineChart,
  type LineSeriesOption,
  RadarChart,
  type RadarSeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  RadarComponent,
  type RadarComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { multiplied } from '../../../engines/report/write/unitWords.ts'
import { useTheme } from '../theme/theme.ts'
import { token } from '../theme/tokens.ts'
import { formatNumber } from './format.ts'

export type ChartOption = echarts.ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | RadarSeriesOption
  | RadarComponentOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
>

echarts.use([
  BarChart,
  LineChart,
  RadarChart,
  RadarComponent,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  SVGRenderer,
])

/** Axes, words and tips in our tokens, so that an option says only what is its own. */
const common = (): ChartOption => ({
  textStyle: { fontFamily: token('sans'), fontSize: 12, color: token('second') },
  color: [1, 2, 3, 4, 5, 6].map((n) => token(`chart-${n}`)),
  animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
  tooltip: {
    trigger: 'axis',
    backgroundColor: token('surface'),
    borderColor: token('line'),
    textStyle: { color: token('ink'), fontSize: 12 },
  },
})

/** `var(--x)` in an option is written out: SVG attributes made by echarts do not read properties. */
const resolve = (option: ChartOption): ChartOption =>
  JSON.parse(
    JSON.stringify(option).replace(/var\(--([a-z0-9-]+)\)/g, (_all, name: string) => token(name)),
  ) as ChartOption

/** A value in a tip carries the unit that stands at the axis. */
function withUnit({ yAxis }: ChartOption) {
  const axis = Array.isArray(yAxis) ? yAxis[0] : yAxis
  const unit = multiplied(axis?.name ?? '')
  return (value: unknown) =>
    typeof value === 'number' ? `${formatNumber(value)}${unit === '%' ? '' : ' '}${unit}`.trim() : '—'
}

export default function EChart({
  option,
  label,
  height,
}: {
  option: ChartOption
  label: string
  height: number
}) {
  const box = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read when drawn, a new theme draws again
  useEffect(() => {
    const element = box.current
    if (!element) return
    const chart = echarts.init(element, null, { renderer: 'svg' })
    chart.setOption(common())
    chart.setOption(resolve(option))
    chart.setOption({ tooltip: { valueFormatter: withUnit(option) } })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option, theme])
  return <div ref={box} role="img" aria-label={label} style={{ height }} />
}
