import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useApi, useMeta, useMetaRecord } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer, Loading } from '../../../app/web/kit/States.tsx'
import { Cells } from './Cells.tsx'
import { Days } from './Days.tsx'
import { HeatMap } from './HeatMap.tsx'
import { Now } from './Now.tsx'
import { Scores } from './Scores.tsx'
import type { Overview } from './types.ts'
import { CITY_OFFICE, OPEN_STATES, W } from './words.ts'

const MapTab = lazy(() => import('../../../app/web/pages/map/MapTab.tsx'))

const PERIODS = { week: 7, month: 30, year: 365 } as const
type Period = keyof typeof PERIODS

/** 城管总览: what is under way and late, how areas and offices do, day by day, and where. */
export default function OverviewPage() {
  const say = useSay()
  const { data: meta } = useMeta()
  const [period, setPeriod] = useState<Period>('month')
  const today = meta?.zone.today
  const query = today ? { from: daysBefore(today, PERIODS[period] - 1), to: today } : undefined
  const overview = useApi('/api/city/overview', query && { query })
  return (
    <>
      <PageHead title={say(W.title)} about={say(W.about)}>
        <Link className="button" to="/records/city/reports">
          {say(W.reports)}
        </Link>
        <Link className="button" to="/city/cleanest">
          {say(W.cleanest)}
        </Link>
        <Link className="button" to="/city/wall">
          {say(W.wall)}
        </Link>
        {meta?.actor.office === CITY_OFFICE && (
          <Link className="button primary" to="/city/desk">
            {say(W.desk)}
          </Link>
        )}
      </PageHead>
      <div className="stack">
        <Answer of={overview} lines={3}>
          {(found) => <Now {...found} />}
        </Answer>
        <div className="toolbar">
          <Chips
            label={say(W.period)}
            chosen={period}
            choose={setPeriod}
            chips={(Object.keys(PERIODS) as Period[]).map((key) => ({ key, name: say(W[key]) }))}
          />
        </div>
        {query && <Scores query={query} />}
        <Answer of={overview} lines={8}>
          {({ days }) => <Days days={days} />}
        </Answer>
        <Answer of={overview} lines={8}>
          {({ cells }) => query && <Heat heat={cells} query={query} />}
        </Answer>
        <OpenMap />
        <Answer of={overview} lines={8}>
          {({ cells, recurDays }) => <Cells cells={cells} recurDays={recurDays} />}
        </Answer>
      </div>
    </>
  )
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

const SIDES = ['250', '500'] as const

interface HeatProps {
  readonly heat: Overview['cells']
  readonly query: { readonly from: string; readonly to: string }
}

/** 热力图: by surveyed cells, or by squares of equal size, which show what lies on both sides of a line. */
function Heat({ heat, query }: HeatProps) {
  const say = useSay()
  const [by, setBy] = useState<'cell' | (typeof SIDES)[number]>('cell')
  const cells = useApi('/api/city/cells', {})
  const squares = useApi('/api/city/squares', by === 'cell' ? undefined : { query: { ...query, side: by } })
  return (
    <section className="block">
      <h2>{say(W.heat)}</h2>
      <div className="toolbar">
        <Chips
          label={say(W.heatBy)}
          chosen={by}
          choose={setBy}
          chips={[
            { key: 'cell' as const, name: say(W.cell) },
            ...SIDES.map((side) => ({ key: side, name: say(W.bySquare).replace('{n}', side) })),
          ]}
        />
      </div>
      {by === 'cell' ? (
        <Answer of={cells} lines={8}>
          {(known) => <HeatMap cells={known.cells} heat={heat} />}
        </Answer>
      ) : (
        <Answer of={squares} lines={8}>
          {(known) => (
            <HeatMap cells={known.squares} heat={known.squares} linked={false} unit={W.squareUnit} />
          )}
        </Answer>
      )}
    </section>
  )
}

const FILTERS = { 'filter[state]': OPEN_STATES.join('|') }

function OpenMap() {
  const say = useSay()
  const record = useMetaRecord('city.reports')
  const [at, setAt] = useState('')
  if (!record) return null
  return (
    <section className="block">
      <h2>{say(W.map)}</h2>
      <Suspense fallback={<Loading />}>
        <MapTab record={record} column="place" filters={FILTERS} at={at} setAt={setAt} />
      </Suspense>
    </section>
  )
}
