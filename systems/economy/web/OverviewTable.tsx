import { Link } from 'react-router'
import { useLanguage, useSay, useWords } from '../../../app/web/i18n/index.ts'
import { useUnit } from '../../../app/web/i18n/units.ts'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { FigureLink } from '../../../app/web/kit/FigureLink.tsx'
import { formatMonth, formatNumber, formatPeriod } from '../../../app/web/kit/format.ts'
import { Growth } from '../../../app/web/kit/Growth.tsx'
import { Spark } from '../../../app/web/kit/Spark.tsx'
import type { Card } from './types.ts'
import { W } from './words.ts'

/** Headline figures as a table: it reads across, prints, and becomes cards on a phone. */
export function OverviewTable({ items }: { items: readonly Card[] }) {
  const say = useSay()
  const columns = useColumns()
  return (
    <DataTable caption={say(W.title)} columns={columns} rows={items} rowKey={({ indicator }) => indicator} />
  )
}

const RATIO = /%|\//

function useColumns(): readonly TableColumn<Card>[] {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const unitName = useUnit()
  const compared = ({ unit, growth }: Card) => (growth === null || RATIO.test(unit) ? '' : 'growth.')
  return [
    {
      key: 'name',
      name: say(W.indicator),
      card: 'title',
      cell: ({ indicator, name, synthetic }) => (
        <>
          <Link to={`/indicators/${encodeURIComponent(indicator)}`}>{say(name)}</Link>
          {synthetic && <small className="tag">{words('syntheticShort')}</small>}
        </>
      ),
    },
    {
      key: 'value',
      name: say(W.level),
      numeric: true,
      card: 'show',
      cell: ({ indicator, period, value, decimals, unit }) =>
        period && value ? (
          <FigureLink to={`${indicator}@${period}`}>
            <span className="figure-value">
              <strong>{formatNumber(value, Math.max(decimals, 1))}</strong>
              <small>{unitName(unit)}</small>
            </span>
          </FigureLink>
        ) : (
          '—'
        ),
    },
    {
      key: 'growth',
      name: say(W.growth),
      numeric: true,
      card: 'show',
      cell: ({ indicator, period, growth }) =>
        growth ? (
          <FigureLink to={`${indicator}:growth@${period}`}>
            <Growth value={growth} />
          </FigureLink>
        ) : (
          '—'
        ),
    },
    {
      key: 'rank',
      name: say(W.rank),
      numeric: true,
      card: 'show',
      cell: (card) =>
        card.rank ? (
          <FigureLink to={`${card.indicator}:${compared(card)}rank@${card.period}`}>{card.rank}</FigureLink>
        ) : (
          '—'
        ),
    },
    {
      key: 'gap',
      name: say(W.gap),
      numeric: true,
      card: 'show',
      cell: (card) =>
        card.gap ? (
          <Growth
            value={card.gap}
            unit={` ${compared(card) || card.unit === '%' ? words('points') : unitName(card.unit)}`}
          />
        ) : (
          '—'
        ),
    },
    {
      key: 'streak',
      name: say(W.streak),
      numeric: true,
      cell: ({ streak }) => (streak ? `${streak.count} ${unitName(streak.unit)}` : ''),
    },
    {
      key: 'course',
      name: say(W.course),
      cell: ({ sparkline, name }) => (
        <Spark values={sparkline.map(({ value }) => value)} label={`${say(name)} ${say(W.course)}`} />
      ),
    },
    {
      key: 'period',
      name: say(W.period),
      cell: ({ period, collecting }) => (
        <span className="second nowrap">
          {period ? formatPeriod(period, language) : '—'}
          {collecting && (
            <small className="tag">{`${formatMonth(collecting, language)} ${say(W.collecting)}`}</small>
          )}
        </span>
      ),
    },
  ]
}
