import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../app/web/kit/format.ts'
import type { Bounds } from '../../../app/web/kit/map/base.ts'
import { canDraw } from '../../../app/web/kit/map/open.ts'
import { W as MAP } from '../../../app/web/kit/map/words.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer, Empty, Problem } from '../../../app/web/kit/States.tsx'
import { ChosenCard } from './ChosenCard.tsx'
import { Diagnoses } from './diagnosis/Diagnoses.tsx'
import { Findings } from './Findings.tsx'
import { LongSection } from './LongSection.tsx'
import { ModelFiles } from './ModelFiles.tsx'
import { Permits } from './Permits.tsx'
import { Priority } from './Priority.tsx'
import type { Chosen, Totals, Traced } from './types.ts'
import { useChosen } from './useChosen.ts'
import { show, useNetworkMap } from './useNetworkMap.ts'
import { addRegister, useRegister } from './useRegister.ts'
import { W } from './words.ts'
import './drainage.css'

/** 排水管网: the network on a map, what lies above and below a pipe, its long section, and what the register gets wrong. */
export default function DrainagePage() {
  const say = useSay()
  const totals = useApi('/api/drainage/totals', {})
  return (
    <>
      <PageHead title={say(W.title)} about={say(W.about)}>
        <Link className="button" to="/drainage/twin">
          {say(W.twin)}
        </Link>
        {(['links', 'nodes', 'drainers', 'defects'] as const).map((record) => (
          <Link key={record} className="button" to={`/records/drainage/${record}`}>
            {say(W[record])}
          </Link>
        ))}
      </PageHead>
      <div className="stack">
        <Answer of={totals} lines={10}>
          {(known) => <Network totals={known} />}
        </Answer>
        <ModelFiles />
      </div>
    </>
  )
}

function Network({ totals: { networks, extent } }: { totals: Totals }) {
  const say = useSay()
  const { chosen, to, choose } = useChosen()
  const [toNext, setToNext] = useState(false)
  const query = chosen && { query: chosen }
  /** What is pressed on the map: the other end of a section where one is asked for. */
  const press = (next: Chosen | undefined) => {
    setToNext(false)
    if (toNext && chosen && next) choose(chosen, 'link' in next ? next.link : next.node)
    else choose(next)
  }
  const trace = useApi('/api/drainage/trace', query)
  const section = useApi(
    '/api/drainage/section',
    query && { query: { ...query.query, ...(to ? { to } : {}) } },
  )
  const findings = useApi('/api/drainage/findings', {})
  const priority = useApi('/api/drainage/priority', {})
  const moved = useRef<(longitude: number, latitude: number) => void>(undefined)
  const id = chosen && ('link' in chosen ? chosen.link : chosen.node)
  return (
    <div className="stack">
      <section className="block drain-map" aria-label={say(W.map)}>
        <ul className="drain-key">
          {networks.map(({ network, pipes, length }) => (
            <li key={network}>
              <i className={`drain-${network}`} />
              {say(W[network])} {formatNumber(pipes)} {say(W.pipes)} · {formatNumber(length / 1000, 1)}{' '}
              {say(W.kilometres)}
            </li>
          ))}
          {(['outfall', 'storage'] as const).map((kind) => (
            <li key={kind}>
              <i className={`drain-node drain-${kind}`} />
              {say(W[kind])}
            </li>
          ))}
          {chosen && (
            <>
              <li>
                <i className="drain-up" />
                {say(W.up)}
              </li>
              <li>
                <i className="drain-down" />
                {say(W.down)}
              </li>
            </>
          )}
        </ul>
        {trace.error && (
          <>
            <Problem error={trace.error} />
            <p className="toolbar">
              <button type="button" className="button" onClick={() => choose(undefined)}>
                {say(W.close)}
              </button>
            </p>
          </>
        )}
        {extent ? (
          <NetworkMap extent={extent} chosen={chosen} choose={press} traced={trace.data} moved={moved}>
            {chosen && trace.data && (
              <ChosenCard
                chosen={chosen}
                traced={trace.data}
                section={section.data}
                ends={toNext}
                toNext={() => setToNext(!toNext)}
                close={() => choose(undefined)}
              />
            )}
          </NetworkMap>
        ) : (
          <Empty title={say(MAP.nowhere)} />
        )}
      </section>
      {section.error && !trace.error && <Problem error={section.error} />}
      {chosen && section.data && section.data.nodes.length > 1 && (
        <section className="block">
          <h2>{say(W.section)}</h2>
          <p className="second">{say(to ? W.betweenHelp : W.sectionHelp)}</p>
          <LongSection section={section.data} chosen={id} />
        </section>
      )}
      <Diagnoses show={choose} />
      <Answer of={findings} lines={6}>
        {({ checks }) => (
          <Findings
            checks={checks}
            show={(next, place) => {
              choose(next)
              if (place) moved.current?.(place.longitude, place.latitude)
            }}
          />
        )}
      </Answer>
      <Answer of={priority} lines={6}>
        {({ pipes }) => <Priority pipes={pipes} />}
      </Answer>
      <Permits show={choose} />
    </div>
  )
}

interface MapProps {
  readonly extent: Bounds
  readonly chosen: Chosen | undefined
  readonly choose: (chosen: Chosen | undefined) => void
  readonly traced: Traced | undefined
  /** Filled with what moves the map to a place. */
  readonly moved: React.RefObject<((longitude: number, latitude: number) => void) | undefined>
  readonly children: React.ReactNode
}

function NetworkMap(props: MapProps) {
  const say = useSay()
  const [able] = useState(canDraw)
  return able ? <Drawn {...props} /> : <Empty title={say(MAP.cannot)} hint={say(MAP.cannotHelp)} />
}

function Drawn({ extent, chosen, choose, traced, moved, children }: MapProps) {
  const box = useRef<HTMLDivElement>(null)
  const map = useNetworkMap({ box, extent, choose, layers: addRegister })
  useRegister(map, traced, chosen)
  moved.current = (longitude, latitude) => {
    box.current?.scrollIntoView({ block: 'nearest' })
    show(map, longitude, latitude)
  }
  return (
    <div className="map-box">
      <div ref={box} />
      {children}
    </div>
  )
}
