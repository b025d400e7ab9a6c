import { useMemo } from 'react'
import type { IndicatorSummary, SeriesAnswer } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { Chart } from '../../kit/Chart.tsx'
import { rankOption } from '../../kit/chartOptions.ts'
import { DataTable } from '../../kit/DataTable.tsx'
import { formatNumber } from '../../kit/format.ts'
import { usePlace } from '../../kit/usePlace.ts'

/** The zone among the districts, the highest on top. */
export function PeersChart({
  indicator,
  peers,
}: {
  indicator: IndicatorSummary
  peers: SeriesAnswer['peers']
}) {
  const words = useWords()
  const say = useSay()
  const marks = useMarks()
  const name = usePlace()
  const sorted = useMemo(() => [...peers].sort((a, b) => Number(b.value) - Number(a.value)), [peers])
  const option = useMemo(
    () =>
      rankOption(
        sorted.map(({ place, value, own }) => ({
          name: name(place, own ?? false),
          value: Number(Number(value).toFixed(1)),
          own: own ?? false,
        })),
        '%',
      ),
    [sorted, name],
  )
  const rank = sorted.findIndex(({ own }) => own) + 1
  const title = `${words('peersTitle')}${rank > 0 ? `${marks.colon}${rank} / ${sorted.length}` : ''}`
  return (
    <section className="block">
      <Chart
        title={title}
        label={`${say(indicator.name)}${marks.comma}${title}`}
        option={option}
        height={24 * sorted.length + 24}
        table={
          <DataTable
            compact
            caption={title}
            rows={sorted}
            rowKey={({ place }) => place}
            columns={[
              {
                key: 'place',
                name: words('place'),
                card: 'title',
                cell: ({ place, own }) => name(place, own ?? false),
              },
              {
                key: 'value',
                name: words('growth'),
                unit: '%',
                numeric: true,
                card: 'show',
                cell: ({ value }) => formatNumber(value, 1),
              },
            ]}
          />
        }
      />
    </section>
  )
}
