import { useMemo } from 'react'
import { Link } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chart } from '../../../../app/web/kit/Chart.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { seriesPath } from '../../../../app/web/pages/series/path.ts'
import type { Chosen, Hydrograph, Twin, TwinRun } from '../types.ts'
import { hydrographOption } from './options.ts'
import { T } from './words.ts'

interface Props {
  readonly at: Chosen
  readonly run: TwinRun
  readonly watched: Twin['watched']
  readonly choose: (chosen: Chosen) => void
  /** Runs of a replay lie further apart. */
  readonly replayed: boolean
}

/** The chosen node or link over time: measured, modelled, foreseen. */
export function HydrographBlock({ at, run, watched, choose, replayed }: Props) {
  const say = useSay()
  const series = useApi('/api/drainage/twin/series', { query: { ...at, run: run.id } })
  const id = 'link' in at ? at.link : at.node
  const placed = watched.filter(({ node, link }) => node ?? link)
  const own = placed.find(({ node, link }) => (node ?? link) === id)
  return (
    <section className="block">
      {placed.length > 0 && (
        <select
          className="select twin-sensor"
          aria-label={say(T.choose)}
          value={own?.device ?? ''}
          onChange={({ target }) => {
            const next = placed.find(({ device }) => device === target.value)
            if (next?.node) choose({ node: next.node })
            else if (next?.link) choose({ link: next.link })
          }}
        >
          <option value="">{say(T.choose)}</option>
          {placed.map(({ device, code }) => (
            <option key={device} value={device}>
              {device} · {code}
            </option>
          ))}
        </select>
      )}
      <Answer of={series} lines={6}>
        {(shown) => <Lines shown={shown} run={run} replayed={replayed} />}
      </Answer>
      {own && (
        <p>
          <Link
            to={seriesPath({ device: own.device, quantity: own.node ? 'drainage.level' : 'drainage.flow' })}
          >
            {say(T.readingsOf)}
          </Link>
        </p>
      )}
    </section>
  )
}

function Lines({ shown, run, replayed }: { shown: Hydrograph; run: TwinRun; replayed: boolean }) {
  const say = useSay()
  const option = useMemo(
    () =>
      hydrographOption(
        shown,
        run.at,
        {
          measured: say(T.measured),
          before: say(T.before),
          after: say(T.after),
          ahead: say(T.ahead),
          ground: say(T.groundLine),
          now: say(T.now),
          unit: shown.kind === 'node' ? 'm' : 'm³/s',
        },
        replayed,
      ),
    [shown, run.at, say, replayed],
  )
  const title = `${shown.code} ${say(shown.kind === 'node' ? T.atNode : T.inPipe)}`
  return (
    <Chart
      title={title}
      option={option}
      label={title}
      height={260}
      {...(shown.sensor ? {} : { source: say(T.noSensor) })}
    />
  )
}
