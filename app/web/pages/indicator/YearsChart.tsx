import { useMemo } from 'react'
import type { IndicatorSummary, SeriesAnswer } from '../../client/types.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useUnit, useUnitName } from '../../i18n/units.ts'
import { Chart } from '../../kit/Chart.tsx'
import { yearsOption } from '../../kit/chartOptions.ts'
import { DataTable } from '../../kit/DataTable.tsx'
import { FigureLink } from '../../kit/FigureLink.tsx'
import { formatDate, formatMonth, formatNumber, monthName } from '../../kit/format.ts'

type Points = SeriesAnswer['points']
const STEPS = { month: 1, quarter: 3, year: 12 } as const
const PER = { day: 'perDay', month: 'perMonth', quarter: 'perQuarter', year: 'perYear' } as const

/** This year's periods strong, last year's faint; yearly indicators show their years. */
export function YearsChart({ indicator, points }: { indicator: IndicatorSummary; points: Points }) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const behind = useUnit()
  const axis = useUnitName()
  const { grain, unit, decimals, id } = indicator
  const last = points.at(-1)
  const option = useMemo(
    () =>
      grain === 'year' || grain === 'day'
        ? inOrder(points, axis(unit), words(PER[grain]))
        : byPeriod(points, grain, axis(unit), language),
    [points, grain, unit, axis, language, words],
  )
  const title = last
    ? `${periodLabel(last.month, grain, language)} ${formatNumber(last.value, Math.max(decimals, 1))} ${behind(unit)}`
    : ''
  return (
    <section className="block">
      <Chart
        title={`${words(PER[grain])}${marks.colon}${title}`}
        label={`${say(indicator.name)}${marks.comma}${title}`}
        option={option}
        source={say(indicator.source)}
        table={
          <DataTable
            boxed
            compact
            caption={words('table')}
            rows={[...points].reverse()}
            rowKey={({ month }) => month}
            columns={[
              {
                key: 'month',
                name: words('month'),
                cell: ({ month }) => periodLabel(month, grain, language),
              },
              {
                key: 'value',
                name: words('value'),
                unit,
                numeric: true,
                cell: ({ month, value }) => (
                  <FigureLink to={`${id}@${refPeriod(month, grain)}`} className="">
                    {formatNumber(value, Math.max(decimals, 2))}
                  </FigureLink>
                ),
              },
              {
                key: 'rows',
                name: words('rowsBehind'),
                numeric: true,
                cell: ({ rows }) => formatNumber(rows),
              },
            ]}
          />
        }
      />
    </section>
  )
}

const refPeriod = (month: string, grain: IndicatorSummary['grain']): string =>
  ({
    day: month,
    month,
    quarter: `${month.slice(0, 4)}Q${Number(month.slice(5)) / 3}`,
    year: month.slice(0, 4),
  })[grain]

const periodLabel = (month: string, grain: IndicatorSummary['grain'], language: 'zh' | 'en'): string => {
  const year = month.slice(0, 4)
  const quarter = Number(month.slice(5)) / 3
  if (grain === 'day') return formatDate(month, language)
  if (grain === 'month') return formatMonth(month, language)
  if (grain === 'year') return language === 'zh' ? `${year}年` : year
  return language === 'zh' ? `${year}年${'一二三四'[quarter - 1]}季度` : `Q${quarter} ${year}`
}

function byPeriod(points: Points, grain: 'month' | 'quarter', unit: string, language: 'zh' | 'en') {
  const year = Number(points.at(-1)?.month.slice(0, 4))
  const step = STEPS[grain]
  const months = Array.from({ length: 12 / step }, (_, index) => String((index + 1) * step).padStart(2, '0'))
  const label = (month: string) => {
    const number = Number(month) / step
    if (grain === 'month') return monthName(month, language)
    return language === 'en' ? `Q${number}` : `${'一二三四'[number - 1]}季度`
  }
  const of = (wanted: number) =>
    months.map((month) => {
      const found = points.find((point) => point.month === `${wanted}-${month}`)
      return found ? round(found.value) : null
    })
  return yearsOption(
    months.map(label),
    unit,
    { name: String(year), values: of(year) },
    { name: String(year - 1), values: of(year - 1) },
  )
}

/** Years, or days, one after the other. */
const inOrder = (points: Points, unit: string, name: string) =>
  yearsOption(
    points.map(({ month }) => (month.length > 7 ? month : month.slice(0, 4))),
    unit,
    { name, values: points.map(({ value }) => round(value)) },
    { name: '', values: [] },
  )

const round = (value: string) => Number(Number(value).toFixed(3))
