import type { ApiAnswer } from '../../client/api.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { DataTable } from '../../kit/DataTable.tsx'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { Answer } from '../../kit/States.tsx'
import { Quality } from './Quality.tsx'
import { useReadingTime } from './useReadingTime.ts'
import { W } from './words.ts'

type Flagged = ApiAnswer<'/api/series/flagged'>
/** As many as are read one by one; the chart marks more. */
const MOST = 200

/** The readings of the stretch that something is doubted of, and those before which some are missing. */
export function FlaggedTable({
  of,
  unit,
  from,
}: {
  readonly of: {
    readonly data: Flagged | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly unit: string
  readonly from: string
}) {
  const say = useSay()
  const language = useLanguage()
  const timeOf = useReadingTime()
  return (
    <section className="block">
      <h2>{say(W.flagged)}</h2>
      <Answer of={of} lines={4}>
        {({ since, readings }) => (
          <>
            {readings.length === 0 ? (
              <p className="second">{say(W.noFlagged)}</p>
            ) : (
              <DataTable
                caption={say(W.flagged)}
                compact
                boxed
                rows={readings.slice(0, MOST)}
                rowKey={({ at }) => at}
                columns={[
                  {
                    key: 'at',
                    name: say(W.at),
                    card: 'title',
                    cell: ({ at }) => formatInstant(timeOf(at), language),
                  },
                  {
                    key: 'value',
                    name: say(W.value),
                    unit,
                    numeric: true,
                    card: 'show',
                    cell: ({ value }) => formatNumber(Number(value.toPrecision(6))),
                  },
                  {
                    key: 'flags',
                    name: say(W.quality),
                    card: 'show',
                    cell: ({ flags }) => <Quality flags={flags} />,
                  },
                ]}
              />
            )}
            {Date.parse(since) > Date.parse(from) && (
              <p className="chart-source">{say(W.lookedSince(formatInstant(timeOf(since), language)))}</p>
            )}
            {readings.length > MOST && <p className="chart-source">{say(W.mostTold)}</p>}
          </>
        )}
      </Answer>
    </section>
  )
}
