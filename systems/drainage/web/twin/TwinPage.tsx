import { Link, useSearchParams } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import type { Field, Replays as Known, Twin, TwinRun } from '../types.ts'
import { useChosen } from '../useChosen.ts'
import { ErrorChart, RainChart, Scores } from './Charts.tsx'
import { HydrographBlock } from './HydrographBlock.tsx'
import { clock } from './options.ts'
import { Places } from './Places.tsx'
import { PlayedMap } from './PlayedMap.tsx'
import { usePlay } from './play.ts'
import { ReplayBar } from './ReplayBar.tsx'
import { Replays } from './Replays.tsx'
import { SectionAt } from './SectionAt.tsx'
import { Warnings } from './Warnings.tsx'
import { T } from './words.ts'
import { provenTo } from './worth.ts'
import '../drainage.css'
import './twin.css'

/**
 * 内涝预报: what the twin's newest run foresees, played over the network, and how far it can be trusted; or a run of a storm
 * that is replayed (`?replay=`, `?run=`).
 */
export default function TwinPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const [replay, run] = [params.get('replay') ?? undefined, params.get('run') ?? undefined]
  const twin = useApi('/api/drainage/twin', { query: { replay, run } })
  const past = useApi('/api/drainage/replays', {})
  return (
    <>
      <PageHead title={say(T.title)} about={say(T.about)}>
        <Link className="button" to="/drainage/scenario">
          {say(T.whatIf)}
        </Link>
        <Link className="button" to="/drainage">
          {say(T.register)}
        </Link>
      </PageHead>
      <Answer of={twin} lines={10}>
        {(known) => (
          <div className="stack">
            {known.replay && (
              <ReplayBar
                replay={known.replay}
                runs={known.runs}
                run={known.run?.id}
                live={known.live}
                may={past.data?.may ?? false}
              />
            )}
            {known.run ? (
              <Board twin={known} run={known.run} past={past.data} />
            ) : (
              <>
                {!known.replay && <Never />}
                {past.data && <Replays known={past.data} />}
              </>
            )}
          </div>
        )}
      </Answer>
    </>
  )
}

function Never() {
  const say = useSay()
  return (
    <div className="state">
      <p className="state-title">{say(T.never)}</p>
      <p>{say(T.neverHelp)}</p>
      <ol className="twin-steps">
        {T.steps.map((each) => (
          <li key={each.en}>{say(each)}</li>
        ))}
      </ol>
      <p>
        <Link to="/drainage">{say(T.register)}</Link> ·{' '}
        <Link to="/records/drainage/sensors">{say(T.sensorsList)}</Link> ·{' '}
        <Link to="/records/drainage/rain_forecasts">{say(T.rain)}</Link>
      </p>
    </div>
  )
}

const NONE: Field = { times: [], nodes: {}, links: {}, ground: {} }

interface BoardProps {
  readonly twin: Twin
  readonly run: TwinRun
  readonly past: Known | undefined
}

function Board({ twin, run, past }: BoardProps) {
  const { chosen, choose } = useChosen()
  const field = useApi('/api/drainage/twin/field', { query: { run: run.id } })
  const shown = field.data ?? NONE
  const play = usePlay(shown.times)
  const [first] = twin.places
  const [watched] = twin.watched
  // Of a replay it is known what a sensor said later: where one stands, there is most to see.
  const measured =
    twin.replay && twin.places.find(({ node }) => twin.watched.some((one) => one.node === node))
  const fallback = measured?.node ?? first?.node ?? watched?.node
  const at = chosen ?? (fallback ? { node: fallback } : undefined)
  return (
    <>
      <Status run={run} />
      <Figures twin={twin} run={run} />
      <div className="grid twin-main">
        <PlayedMap field={field} levels={twin.levels} play={play} chosen={at} choose={choose} />
        <Places
          places={twin.places}
          rains={twin.rains}
          runAt={run.at}
          proven={provenTo(twin.scores)}
          chosen={at}
          show={({ node, peakAt }) => {
            choose({ node })
            play.goTo(peakAt)
          }}
        />
      </div>
      <div className="grid two">
        <RainChart rain={twin.rain} run={run} />
        {at && (
          <HydrographBlock
            at={at}
            run={run}
            watched={twin.watched}
            choose={choose}
            replayed={twin.replay !== null}
          />
        )}
      </div>
      {at && <SectionAt at={at} field={shown} step={play.step} />}
      {!twin.replay && <Warnings warnings={twin.warnings} plan={twin.plan} />}
      <div className="grid two">
        <ErrorChart errors={twin.errors} />
        <Scores scores={twin.scores} replayed={twin.replay !== null} />
      </div>
      {past && <Replays known={past} />}
    </>
  )
}

function Status({ run }: { run: TwinRun }) {
  const say = useSay()
  const language = useLanguage()
  const { at, until, stale, synthetic, sensors, doubted } = run
  return (
    <p className="twin-status">
      <b>
        {say(T.ranAt)} {formatInstant(at, language)}
      </b>
      <span>
        {say(T.until)} {clock(until)}
      </span>
      <span>
        {say(T.believed)} {sensors}
        {doubted ? ` · ${say(T.doubted)} ${doubted}` : ''}
      </span>
      {synthetic && <span className="tag">{say(T.synthetic)}</span>}
      {stale && <span className="twin-stale">{say(T.stale)}</span>}
    </p>
  )
}

function Figures({ twin: { places, scores }, run }: { twin: Twin; run: TwinRun }) {
  const say = useSay()
  const wet = places.filter(({ level }) => level).length
  const hour = scores.find(({ lead }) => lead === 60)
  const metres = (value: number | null | undefined) => (value == null ? '—' : formatNumber(value, 3))
  const cards = [
    [T.willStand, formatNumber(wet), say(T.places)],
    [T.rainAhead, formatNumber(run.rainAhead, 1), 'mm'],
    [T.errorNow, `${metres(run.before)} → ${metres(run.after)}`, say(T.metres)],
    [T.scoreNow, hour ? metres(hour.error) : '—', hour ? say(T.metres) : say(T.noScore)],
  ] as const
  return (
    <div className="figures twin-figures">
      {cards.map(([name, value, unit]) => (
        <div key={name.en} className="figure-card">
          <span className="name">{say(name)}</span>
          <span className="figure-value">
            {value}
            <small>{unit}</small>
          </span>
        </div>
      ))}
    </div>
  )
}
