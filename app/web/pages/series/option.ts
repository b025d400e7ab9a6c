import type { ApiAnswer } from '../../client/api.ts'
import { AXIS, GRID, LEGEND, VALUE_AXIS } from '../../kit/chartFrame.ts'
import type { ChartOption } from '../../kit/EChart.tsx'
import { zoneTime } from '../../kit/format.ts'
import type { Flag } from './Quality.tsx'

export type Read = ApiAnswer<'/api/series/readings'>
type Flagged = ApiAnswer<'/api/series/flagged'>['readings']

/** Each kind of doubt has its shape and its colour. */
const MARKS = {
  range: { symbol: 'triangle', color: 'var(--red)' },
  rate: { symbol: 'diamond', color: 'var(--chart-2)' },
  stuck: { symbol: 'rect', color: 'var(--chart-4)' },
} as const
type Mark = keyof typeof MARKS

/** Digits only: months have names in one language. */
const TIMES = {
  year: '{yyyy}',
  month: '{yyyy}-{MM}',
  day: '{MM}-{dd}',
  hour: '{HH}:{mm}',
  minute: '{HH}:{mm}',
  second: '{HH}:{mm}:{ss}',
} as const

export interface ChartNames {
  readonly value: string
  readonly mean: string
  readonly max: string
  readonly min: string
  readonly low: string
  readonly high: string
  readonly missing: string
  readonly doubted: string
  readonly flags: Readonly<Record<Flag, string>>
  readonly unit: string
}

type Spot = readonly [at: number, value: number | null]
type Point = Read['points'][number]

/** A series over time: its mean between its least and its most, what is doubted, where readings are missing, its limits. */
export function seriesOption(
  { points, gaps, width }: Read,
  flagged: Flagged,
  limits: { readonly low: number | null; readonly high: number | null },
  [from, to]: readonly [from: number, to: number],
  names: ChartNames,
): ChartOption {
  const line = (name: string, of: (point: Point) => number, colour: string, thick: number) => ({
    type: 'line' as const,
    name,
    // Readings one by one are few: each is seen.
    showSymbol: width === 0 && points.length <= 60,
    symbolSize: 4,
    connectNulls: false,
    lineStyle: { color: colour, width: thick },
    itemStyle: { color: colour },
    data: broken(points, of, gaps, width * 1000),
  })
  const least = Math.min(...points.map(({ min }) => min))
  const most = Math.max(...points.map(({ max }) => max))
  const limit = (name: string, at: number | null) =>
    at === null || at < least - (most - least) || at > most + (most - least)
      ? []
      : [{ name, yAxis: at, label: { formatter: name, color: 'var(--second)', position: 'insideEndTop' } }]
  const main = line(width === 0 ? names.value : names.mean, ({ mean }) => mean, 'var(--chart-1)', 1.5)
  const shown = [
    {
      ...main,
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: 'var(--red)', type: 'dashed', width: 1 },
        data: [...limit(names.low, limits.low), ...limit(names.high, limits.high)],
      },
    },
    ...(width === 0
      ? []
      : [
          line(names.max, ({ max }) => max, 'var(--chart-6)', 0.8),
          line(names.min, ({ min }) => min, 'var(--chart-5)', 0.8),
        ]),
    ...(Object.keys(MARKS) as Mark[]).flatMap((flag) => marks(flag, flagged, names)),
    ...unnamed(points, flagged, names.doubted),
    ...(gaps.length > 0 ? [missing(names.missing, gaps, least)] : []),
  ]
  return {
    grid: { ...GRID, right: 16, top: 52 },
    legend: { ...LEGEND, type: 'scroll', left: 60, data: shown.map(({ name }) => name) },
    // Times are the zone's, whatever the clock of the screen.
    useUTC: true,
    xAxis: {
      type: 'time',
      min: zoneTime(from),
      max: zoneTime(to),
      ...AXIS,
      axisLabel: { ...AXIS.axisLabel, hideOverlap: true, formatter: TIMES },
    },
    yAxis: { ...VALUE_AXIS, name: names.unit, scale: true },
    series: shown as NonNullable<ChartOption['series']>,
  } as ChartOption
}

/** Points with a hole where readings are missing for longer than a point is wide. */
function broken(
  points: Read['points'],
  of: (point: Point) => number,
  gaps: Read['gaps'],
  width: number,
): readonly Spot[] {
  const holes = gaps
    .map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const)
    .filter(([from, to]) => to - from > width)
    .map(([from, to]): Spot => [zoneTime((from + to) / 2), null])
  return [...points.map((point): Spot => [zoneTime(point.at), of(point)]), ...holes].sort(
    ([one], [other]) => one - other,
  )
}

function marks(flag: Mark, flagged: Flagged, { flags }: ChartNames) {
  const found = flagged.filter((reading) => reading.flags.includes(flag))
  if (found.length === 0) return []
  const { symbol, color } = MARKS[flag]
  return [
    {
      type: 'line' as const,
      name: flags[flag],
      symbol,
      symbolSize: sizeOf(found.length),
      showSymbol: true,
      lineStyle: { width: 0 },
      itemStyle: { color },
      data: found.map(({ at, value }): Spot => [zoneTime(at), value]).reverse(),
    },
  ]
}

/** Of more readings than are told one by one, it is known that some of a point are doubted. */
function unnamed(points: Read['points'], flagged: Flagged, name: string) {
  const told = flagged.at(-1)?.at
  const found = points.filter(
    ({ at, count, good }) => good < count && (!told || Date.parse(at) < Date.parse(told)),
  )
  // The point in which the last that is told lies has its mark already.
  if (found.length < 2) return []
  return [
    {
      type: 'line' as const,
      name,
      symbol: 'emptyCircle',
      symbolSize: sizeOf(found.length),
      showSymbol: true,
      lineStyle: { width: 0 },
      itemStyle: { color: 'var(--yellow)' },
      data: found.map(({ at, mean }): Spot => [zoneTime(at), mean]),
    },
  ]
}

/** Many marks side by side are small. */
const sizeOf = (count: number): number => (count > 100 ? 4 : 8)

/** Stretches without a reading lie on the ground of the chart. */
const missing = (name: string, gaps: Read['gaps'], ground: number) => ({
  type: 'line' as const,
  name,
  symbol: 'none',
  connectNulls: false,
  silent: true,
  lineStyle: { color: 'var(--grey)', width: 6 },
  itemStyle: { color: 'var(--grey)' },
  data: [...gaps].reverse().flatMap(({ from, to }): Spot[] => [
    [zoneTime(from), ground],
    [zoneTime(to), ground],
    [zoneTime(to) + 1, null],
  ]),
})
