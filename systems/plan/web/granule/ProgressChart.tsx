import { useMemo } from 'react'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { Chart } from '../../../../app/web/kit/Chart.tsx'
import { progressOption } from '../../../../app/web/kit/chartOptions.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatMonth, monthName } from '../../../../app/web/kit/format.ts'
import type { Detail } from '../types.ts'
import { W } from '../words.ts'

/** Done against plan, month by month of the task's years, the plan dashed to its end. */
export function ProgressChart({ detail }: { detail: Detail }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const marks = useMarks()
  const { granule, progress } = detail
  const months = useMemo(() => monthsOf(granule.startsOn, granule.dueOn), [granule.startsOn, granule.dueOn])
  const byMonth = useMemo(() => new Map(progress.map((row) => [row.month, row])), [progress])
  const option = useMemo(
    () =>
      progressOption(
        months.map((month) => monthName(month.slice(5), language)),
        {
          name: say(W.planned),
          values: months.map((month, index) => byMonth.get(month)?.planned ?? proRata(index, months.length)),
        },
        { name: say(W.actual), values: months.map((month) => byMonth.get(month)?.actual ?? null) },
      ),
    [months, byMonth, language, say],
  )
  const finding = `${say(W.actual)} ${granule.actual}%${marks.comma}${say(W.planned)} ${granule.planned}%${marks.comma}${say(W.timeGone)} ${granule.time}%`
  return (
    <section className="block">
      <Chart
        title={finding}
        label={finding}
        option={option}
        height={240}
        table={
          <DataTable
            compact
            caption={say(W.progress)}
            rows={progress}
            rowKey={({ month }) => month}
            columns={[
              {
                key: 'month',
                name: words('month'),
                card: 'title',
                cell: ({ month }) => formatMonth(month, language),
              },
              {
                key: 'planned',
                name: say(W.planned),
                unit: '%',
                numeric: true,
                card: 'show',
                cell: ({ planned }) => planned,
              },
              {
                key: 'actual',
                name: say(W.actual),
                unit: '%',
                numeric: true,
                card: 'show',
                cell: ({ actual }) => actual,
              },
            ]}
          />
        }
      />
    </section>
  )
}

/** Months not reported yet go on pro rata, as the plan does without a path of its own. */
const proRata = (index: number, count: number) => Math.round(((index + 1) * 1000) / count) / 10

function monthsOf(from: string, to: string): string[] {
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  return Array.from({ length: Math.max(1, index(to) - index(from) + 1) }, (_, step) => {
    const at = index(from) + step
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
