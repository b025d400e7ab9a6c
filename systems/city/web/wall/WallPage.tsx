import { useQuery } from '@tanstack/react-query'
import { zoneInstant } from '../../../../app/web/client/clock.ts'
import { get } from '../../../../app/web/client/fetch.ts'
import { useConnection, useLive } from '../../../../app/web/client/live.ts'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { useWallTheme } from '../../../../app/web/theme/useWallTheme.ts'
import { HeatMap } from '../HeatMap.tsx'
import type { Overview, Scores, Wall } from '../types.ts'
import { OPEN_STATES, STATE_WORDS } from '../words.ts'
import { Turning } from './Turning.tsx'
import { V } from './words.ts'
import './wall.css'

/** What is counted over thirty days changes slowly, and is much to count: not at every change, but so often. */
const COUNTED_MS = 60_000
function useCounted<T>(path: string) {
  return useQuery<T, Error>({
    queryKey: ['city-wall', path],
    queryFn: () => get<T>(path),
    refetchInterval: COUNTED_MS,
  })
}

/** 指挥大屏: what is under way, late and where, live; what is counted over the month takes turns. Nothing scrolls. */
export default function WallPage() {
  useLive()
  useWallTheme()
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const connection = useConnection()
  const { data: meta } = useMeta()
  const now = useApi('/api/city/wall', {})
  const cells = useApi('/api/city/cells', {})
  const overview = useCounted<Overview>('/api/city/overview')
  const offices = useCounted<Scores>('/api/city/scores?by=office')
  const streets = useCounted<Scores>('/api/city/scores?by=street')
  const stale = connection !== 'live' || now.isError
  return (
    <main className="city-wall" aria-busy={!now.data}>
      <header>
        <h1>
          {say(meta?.zone.name)} {say(V.title)}
        </h1>
        <p>
          {meta?.zone.demonstration && <span>{words('synthetic')}</span>}
          <span>{now.data && formatInstant(now.data.at, language)}</span>
          <span data-stale={stale || undefined} role="status">
            {stale
              ? `${words(connection === 'offline' ? 'connection.offline' : 'connection.lost')} · ${say(V.lastGot)} ${formatInstant(zoneInstant(now.dataUpdatedAt), language)}`
              : say(V.live)}
          </span>
        </p>
      </header>
      {now.data && <Open {...now.data} />}
      {now.data && <Today {...now.data} />}
      <section className="city-wall-map">
        <h2>{say(V.map)}</h2>
        {cells.data && (
          <HeatMap
            cells={cells.data.cells}
            heat={overview.data?.cells ?? []}
            dots={now.data?.open ?? []}
            linked={false}
          />
        )}
      </section>
      {now.data && <Late {...now.data} />}
      {overview.data && offices.data && streets.data && (
        <Turning overview={overview.data} offices={offices.data} streets={streets.data} />
      )}
    </main>
  )
}

function Open({ overdueCount, states }: Wall) {
  const say = useSay()
  return (
    <section>
      <h2>{say(V.open)}</h2>
      <p className="city-wall-number">
        {formatNumber(OPEN_STATES.reduce((sum, state) => sum + states[state], 0))}
        {overdueCount > 0 && (
          <small data-late>
            <LightShape light="red" /> {say(V.late)} {formatNumber(overdueCount)}
          </small>
        )}
      </p>
      <dl className="city-wall-facts">
        {OPEN_STATES.map((state) => (
          <div key={state}>
            <dt>{say(STATE_WORDS[state])}</dt>
            <dd>{formatNumber(states[state])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Today({ today }: Wall) {
  const say = useSay()
  return (
    <section>
      <h2>{say(V.today)}</h2>
      <dl className="city-wall-today">
        {(['reported', 'filed', 'closed'] as const).map((name) => (
          <div key={name}>
            <dt>{say(V[name])}</dt>
            <dd>{formatNumber(today[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Late({ overdue, at }: Wall) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const over = (due: string) => {
    const hours = Math.floor((Date.parse(at) - Date.parse(due)) / 3600_000)
    return hours < 48 ? `${hours} ${say(V.hours)}` : `${Math.floor(hours / 24)} ${say(V.days)}`
  }
  return (
    <section className="city-wall-late">
      <h2>{say(V.lateList)}</h2>
      {overdue.length === 0 && <p className="city-wall-none">{say(V.noLate)}</p>}
      <ol>
        {overdue.map((one) => (
          <li key={one.id}>
            <span>
              {language === 'zh' ? one.class : one.classEn} <small>{one.address}</small>
            </span>
            <span>
              <small>{office(one.unit)}</small>{' '}
              <b data-late>
                {say(V.over)} {over(one.due)}
              </b>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
