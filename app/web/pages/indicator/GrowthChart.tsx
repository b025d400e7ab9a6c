import { useMemo } from 'react'
import type { IndicatorSummary, SeriesAnswer } from '../../client/types.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { Chart } from '../../kit/Chart.tsx'
import { rateOption } from '../../kit/chartOptions.ts'
import { DataTable } from '../../kit/DataTable.tsx'
import { formatGrowth, formatMonth } from '../../kit/format.ts'
import { Growth } from '../../kit/Growth.tsx'

const SHOWN = 24

/** Cumulative growth over the last two years of months. */
export function GrowthChart({
  indicator,
  growth,
}: {
  indicator: IndicatorSummary
  growth: SeriesAnswer['growth']
}) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const name = words('cumulativeGrowth')
  const shown = useMemo(() => growth.slice(-SHOWN), [growth])
  const last = shown.at(-1)
  const option = useMemo(
    () =>
      rateOption(
        shown.map(({ month }) => month),
        shown.map(({ value }) => Number(Number(value).toFixed(1))),
        name,
      ),
    [shown, name],
  )
  if (!last) return null
  const title = `${name}${marks.colon}${formatMonth(last.month, language)} ${formatGrowth(last.value)}`
  return (
    <section className="block">
      <Chart
        title={title}
        label={`${say(indicator.name)}${marks.comma}${title}`}
        option={option}
        height={220}
        table={
          <DataTable
            boxed
            compact
            caption={name}
            rows={[...growth].reverse()}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', name: words('month'), cell: ({ month }) => formatMonth(month, language) },
              { key: 'value', name, numeric: true, cell: ({ value }) => <Growth value={value} /> },
            ]}
          />
        }
      />
    </section>
  )
}
