import { useSay } from '../../../app/web/i18n/index.ts'
import { useUnit } from '../../../app/web/i18n/units.ts'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../app/web/kit/format.ts'
import type { Result } from './types.ts'
import { useNames } from './useNames.ts'
import { W } from './words.ts'

type Line = Result['points'][number]

/** Each indicator: what the firm has, against what, with which weight, and how many points that gives. */
export function PointsTable({ result }: { result: Result }) {
  const say = useSay()
  const unit = useUnit()
  const columns: readonly TableColumn<Line>[] = [
    {
      key: 'measure',
      name: say(W.measure),
      card: 'title',
      cell: (line) => (
        <>
          {say(line.name)}
          {line.unit && <small className="second"> {unit(line.unit)}</small>}
        </>
      ),
      total: say(W.total),
    },
    {
      key: 'value',
      name: say(W.value),
      numeric: true,
      card: 'show',
      cell: ({ value }) => (value === null ? '—' : formatNumber(value, 4)),
    },
    {
      key: 'benchmark',
      name: say(W.benchmark),
      numeric: true,
      card: 'show',
      cell: ({ benchmark }) => formatNumber(benchmark, 4),
    },
    { key: 'ratio', name: say(W.ratio), numeric: true, cell: (line) => ratioOf(line) },
    {
      key: 'weight',
      name: say(W.weight),
      numeric: true,
      card: 'show',
      cell: ({ weight }) => formatNumber(weight),
    },
    {
      key: 'points',
      name: say(W.points),
      numeric: true,
      card: 'show',
      cell: ({ points }) => <strong>{formatNumber(points, 4)}</strong>,
      total: <strong>{formatNumber(result.score, 4)}</strong>,
    },
    { key: 'how', name: say(W.how), card: 'show', cell: ({ reason }) => say(W.reasons[reason]) },
  ]
  return (
    <>
      <DataTable
        compact
        caption={say(W.explained)}
        columns={columns}
        rows={result.points}
        rowKey={({ measure }) => measure}
      />
      <p className="chart-source">
        {say(result.cap ? W.cap(formatNumber(result.cap)) : W.noCap)}
        {result.deducted && ` · ${say(W.deducted)} ${formatNumber(result.deducted, 2)}`}
      </p>
    </>
  )
}

/** How many times its benchmark a firm has, as it counts: points ÷ weight. */
const ratioOf = ({ points, weight }: Line): string => formatNumber(String(Number(points) / Number(weight)), 3)

/** Place and class, and what moved it. */
export function Standing({ result }: { result: Result }) {
  const say = useSay()
  const names = useNames()
  const { rank, ranked, class: own, byRank, moved, exemption, found, members, next, score } = result
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [say(W.class), <strong key="class">{names('class', own)}</strong>],
    [say(W.score), formatNumber(score, 2)],
    ...(rank ? [[say(W.rank), say(W.rankOf(rank, ranked))] as const] : []),
    ...(exemption ? [[say(W.exemptions), names('exemption', exemption)] as const] : []),
    ...(moved
      ? [
          [
            say(W.byPlace),
            `${names('class', byRank ?? '')} · ${say(moved === 'floor' ? W.floorSays : W.vetoSays)}`,
          ] as const,
        ]
      : []),
    ...(found.length > 0
      ? [
          [
            say(W.vetoes),
            found.map(({ kind, best }) => `${names('veto', kind)}（${say(W.best)} ${best}）`).join('；'),
          ] as const,
        ]
      : []),
    ...(members.length > 0 ? [[say(W.members), members.map(({ name }) => name).join('；')] as const] : []),
    ...(next && !moved
      ? [['', say(W.lacks(formatNumber(String(Number(next) - Number(score)), 2)))] as const]
      : []),
  ]
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term} className="facts-row">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the class means for prices and taxes; only what is published has a meaning. */
export function Meaning({ result: { policy } }: { result: Result }) {
  const say = useSay()
  const unit = useUnit()
  if (!policy) return <p className="chart-source">{`${say(W.meaning)} · ${say(W.notYet)}`}</p>
  const lines = [
    [W.water, policy.water, '元/立方米'],
    [W.power, policy.power, '元/千瓦时'],
    [W.relief, policy.relief, '%'],
  ] as const
  return (
    <p>
      {say(W.meaning)}
      {policy.sample && <span className="tag">{say(W.samplePolicy)}</span>}
      {lines.map(([name, value, of]) => ` · ${say(name)} ${formatNumber(value)} ${unit(of)}`)}
    </p>
  )
}
