import { useMemo } from 'react'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chart } from '../../../app/web/kit/Chart.tsx'
import { yearsOption } from '../../../app/web/kit/chartOptions.ts'
import { DataTable } from '../../../app/web/kit/DataTable.tsx'
import type { Overview } from './types.ts'
import { W } from './words.ts'

/** What was reported and closed day by day. */
export function Days({ days }: Pick<Overview, 'days'>) {
  const say = useSay()
  const option = useMemo(
    () =>
      yearsOption(
        days.map(({ day }) => day.slice(5)),
        say(W.unit),
        { name: say(W.reported), values: days.map(({ reported }) => reported) },
        { name: say(W.closed), values: days.map(({ closed }) => closed) },
      ),
    [days, say],
  )
  return (
    <section className="block">
      <Chart
        title={say(W.days)}
        option={option}
        label={say(W.days)}
        table={
          <DataTable
            caption={say(W.days)}
            boxed
            rows={days}
            rowKey={({ day }) => day}
            columns={[
              { key: 'day', name: say(W.date), card: 'title', cell: ({ day }) => day },
              {
                key: 'reported',
                name: say(W.reported),
                numeric: true,
                card: 'show',
                cell: ({ reported }) => reported,
              },
              {
                key: 'closed',
                name: say(W.closed),
                numeric: true,
                card: 'show',
                cell: ({ closed }) => closed,
              },
            ]}
          />
        }
      />
    </section>
  )
}
