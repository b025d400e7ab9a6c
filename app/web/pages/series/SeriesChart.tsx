import { useMemo } from 'react'
import type { ApiAnswer } from '../../client/api.ts'
import { useApi } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useUnitName } from '../../i18n/units.ts'
import { Chart } from '../../kit/Chart.tsx'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { Answer, Empty } from '../../kit/States.tsx'
import { duration } from '../flow/time.ts'
import { type Read, seriesOption } from './option.ts'
import type { OneSeries } from './SeriesPage.tsx'
import { useReadingTime } from './useReadingTime.ts'
import { W } from './words.ts'

interface Range {
  readonly device: string
  readonly quantity: string
  readonly from: string
  readonly to: string
}
interface Props {
  readonly series: OneSeries
  readonly range: Range
  readonly flagged: ApiAnswer<'/api/series/flagged'>['readings']
}

/** As many points as a screen shows side by side; the server reads the roll-up that fits. */
const pointsThatFit = (): number => Math.max(120, Math.min(1000, Math.floor(window.innerWidth * 0.7)))

export function SeriesChart({ series, range, flagged }: Props) {
  const say = useSay()
  const points = useMemo(pointsThatFit, [])
  const read = useApi('/api/series/readings', { query: { ...range, points } })
  return (
    <section className="block">
      <Answer of={read} lines={8}>
        {(known) =>
          known.points.length === 0 ? (
            <Empty title={say(W.empty)} hint={say(W.emptyHint)} />
          ) : (
            <Drawn series={series} range={range} flagged={flagged} read={known} />
          )
        }
      </Answer>
    </section>
  )
}

function Drawn({ series, range, flagged: given, read: answer }: Props & { readonly read: Read }) {
  const say = useSay()
  const timeOf = useReadingTime()
  const read = useMemo(() => inZone(answer, timeOf), [answer, timeOf])
  const flagged = useMemo(() => given.map((one) => ({ ...one, at: timeOf(one.at) })), [given, timeOf])
  const [from, to] = [timeOf(range.from), timeOf(range.to)]
  const language = useLanguage()
  const unit = useUnitName()(series.unit)
  const { own, general } = series
  const [low, high] = [own.low ?? general.low, own.high ?? general.high]
  const option = useMemo(
    () =>
      seriesOption(read, flagged, { low, high }, [Date.parse(from), Date.parse(to)], {
        value: say(W.value),
        mean: say(W.mean),
        max: say(W.max),
        min: say(W.min),
        low: say(W.low),
        high: say(W.high),
        missing: say(W.missing),
        doubted: say(W.someDoubted),
        flags: {
          range: say(W.flags.range),
          rate: say(W.flags.rate),
          stuck: say(W.flags.stuck),
          gap: say(W.flags.gap),
        },
        unit,
      }),
    [read, flagged, low, high, from, to, say, unit],
  )
  const [least, most] = [
    Math.min(...read.points.map(({ min }) => min)),
    Math.max(...read.points.map(({ max }) => max)),
  ]
  const title = `${say(series.quantityName)} ${formatNumber(round(least))}–${formatNumber(round(most))} ${unit}`
  const how = [
    `${formatInstant(from, language)} – ${formatInstant(to, language)}`,
    say(W.sources[read.source === 'readings' && read.width > 0 ? 'grouped' : read.source]),
    ...(read.width > 0 ? [say(W.of(say(duration(read.width * 1000))))] : []),
  ]
  return (
    <Chart
      title={title}
      label={`${series.name} ${title}`}
      option={option}
      height={320}
      source={how.join(' · ')}
      table={<PointsTable read={read} unit={series.unit} />}
    />
  )
}

/** The same by the zone's clock. */
const inZone = ({ points, gaps, ...read }: Read, timeOf: (at: string) => string): Read => ({
  ...read,
  points: points.map((point) => ({ ...point, at: timeOf(point.at) })),
  gaps: gaps.map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) })),
})

const round = (value: number) => Number(value.toPrecision(6))

function PointsTable({ read, unit }: { readonly read: Read; readonly unit: string }) {
  const say = useSay()
  const language = useLanguage()
  type Point = Read['points'][number]
  const number = (key: 'min' | 'mean' | 'max' | 'last', name: string): TableColumn<Point> => ({
    key,
    name,
    unit,
    numeric: true,
    card: 'show',
    cell: (point) => formatNumber(round(point[key])),
  })
  const columns: TableColumn<Point>[] = [
    { key: 'at', name: say(W.at), card: 'title', cell: ({ at }) => formatInstant(at, language) },
    ...(read.width === 0
      ? [number('last', say(W.value))]
      : [
          number('min', say(W.min)),
          number('mean', say(W.mean)),
          number('max', say(W.max)),
          number('last', say(W.last)),
          {
            key: 'count',
            name: say(W.count),
            numeric: true,
            cell: ({ count }: Point) => formatNumber(count),
          },
        ]),
    {
      key: 'good',
      name: say(W.goodCount),
      numeric: true,
      cell: ({ good }: Point) => formatNumber(good),
    },
  ]
  return (
    <DataTable
      caption={say(W.value)}
      compact
      boxed
      rows={read.points.toReversed()}
      rowKey={({ at }) => at}
      columns={columns}
    />
  )
}
