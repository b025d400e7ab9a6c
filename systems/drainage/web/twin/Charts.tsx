import { useMemo } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chart } from '../../../../app/web/kit/Chart.tsx'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import type { Twin, TwinRun } from '../types.ts'
import { clock, errorsOption, rainOption } from './options.ts'
import { T } from './words.ts'
import { gainOf, worthOf } from './worth.ts'

/** Hyetograph: the rain that fell and the rain that is forecast. */
export function RainChart({ rain: { past, ahead }, run }: { rain: Twin['rain']; run: TwinRun }) {
  const say = useSay()
  const option = useMemo(
    () =>
      rainOption(past, ahead, run.at, {
        past: say(T.rainPast),
        ahead: say(T.rainComing),
        now: say(T.now),
        unit: say(T.mmPerHour),
      }),
    [past, ahead, run.at, say],
  )
  return (
    <section className="block">
      <Chart title={say(T.rain)} option={option} label={say(T.rain)} height={260} />
    </section>
  )
}

export function ErrorChart({ errors }: { errors: Twin['errors'] }) {
  const say = useSay()
  const option = useMemo(
    () => errorsOption(errors, { before: say(T.before), after: say(T.after), unit: 'm' }),
    [errors, say],
  )
  return (
    <section className="block">
      <Chart
        title={say(T.errors)}
        option={option}
        label={say(T.errors)}
        height={220}
        source={say(T.errorsHelp)}
        table={
          <DataTable
            caption={say(T.errors)}
            compact
            boxed
            rows={errors}
            rowKey={({ at }) => at}
            columns={[
              { key: 'at', name: say(T.ranAt), card: 'title', cell: ({ at }) => clock(at) },
              {
                key: 'before',
                name: say(T.before),
                unit: '米',
                numeric: true,
                card: 'show',
                cell: ({ before }) => formatNumber(before, 3),
              },
              {
                key: 'after',
                name: say(T.after),
                unit: '米',
                numeric: true,
                card: 'show',
                cell: ({ after }) => formatNumber(after, 3),
              },
            ]}
          />
        }
      />
    </section>
  )
}

/** ▼ an error that is smaller, ▲ one that is not. */
const gainSaid = (gain: number): string =>
  gain === 0 ? '0' : `${gain > 0 ? '▼' : '▲'} ${formatNumber(Math.abs(gain), 0)}`

/** What forecasts were worth, by how far ahead. */
export function Scores({ scores, replayed }: { scores: Twin['scores']; replayed: boolean }) {
  const say = useSay()
  const metres = (value: number) => formatNumber(value, 3)
  return (
    <section className="block">
      <h2>{say(T.scores)}</h2>
      {scores.length === 0 ? (
        <p className="second">{say(T.noScore)}</p>
      ) : (
        <>
          <p className="twin-worth">{say(worthOf(scores))}</p>
          <DataTable
            caption={say(T.scores)}
            compact
            rows={scores}
            rowKey={({ lead }) => String(lead)}
            columns={[
              {
                key: 'lead',
                name: say(T.lead),
                card: 'title',
                cell: ({ lead }) => `${lead} ${say(T.minutes)}`,
              },
              {
                key: 'error',
                name: say(T.twinError),
                unit: '米',
                numeric: true,
                card: 'show',
                cell: ({ error }) => metres(error),
              },
              {
                key: 'still',
                name: say(T.still),
                unit: '米',
                numeric: true,
                card: 'show',
                cell: ({ still }) => metres(still),
              },
              {
                key: 'gain',
                name: say(T.gain),
                unit: '%',
                numeric: true,
                card: 'show',
                cell: (score) => gainSaid(gainOf(score)),
              },
              { key: 'count', name: say(T.count), numeric: true, cell: ({ count }) => formatNumber(count) },
            ]}
          />
        </>
      )}
      <p className="chart-source">{say(replayed ? T.scoresReplayHelp : T.scoresHelp)}</p>
    </section>
  )
}
