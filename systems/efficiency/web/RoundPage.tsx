import { Link, useParams } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatDate } from '../../../app/web/kit/format.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { Classes } from './Classes.tsx'
import { Objections } from './Objections.tsx'
import { Results } from './Results.tsx'
import { Steps, WhoMay } from './Steps.tsx'
import type { Round } from './types.ts'
import { useNames } from './useNames.ts'
import { STATES, W } from './words.ts'

/** One evaluation: what to do with it, how firms are classed, who they are, what they object to. */
export default function RoundPage() {
  const { id = '' } = useParams()
  return (
    <Answer of={useApi('/api/efficiency/rounds/{id}', { path: { id } })} lines={12}>
      {(round) => <Whole id={id} round={round} />}
    </Answer>
  )
}

function Whole({ id, round }: { id: string; round: Round }) {
  const say = useSay()
  const names = useNames()
  const { scheme } = round
  return (
    <>
      <PageHead
        title={`${scheme.year} · ${names('segment', scheme.segment)}`}
        about={
          <>
            <Link to="/efficiency">{say(W.title)}</Link> · {scheme.name}
            {!scheme.official && <span className="tag">{say(W.sample)}</span>} · <State round={round} />
          </>
        }
      >
        <Steps line={scheme} />
      </PageHead>
      {!scheme.official && (
        <div className="toolbar">
          <p className="second">{say(W.sampleHint)}</p>
        </div>
      )}
      <div className="grid main-side">
        <div className="stack">
          <Classes shares={round.shares} />
          <Results round={id} shares={round.shares} />
        </div>
        <div className="stack">
          <WhoMay moves={scheme.moves} />
          <Reasons
            title={say(W.vetoes)}
            lines={round.vetoes.map(({ kind, firms }) => [names('veto', kind), firms])}
          />
          <Reasons
            title={say(W.exemptions)}
            lines={round.exemptions.map(({ reason, firms }) => [names('exemption', reason), firms])}
          />
          <Objections objections={round.objections} mayAnswer={round.mayAnswer} />
        </div>
      </div>
    </>
  )
}

function State({ round: { scheme } }: { round: Round }) {
  const say = useSay()
  const language = useLanguage()
  const { round } = scheme
  if (!round) return null
  if (round.state === 'notice') return <>{say(W.until(round.noticeTo ?? ''))}</>
  const on = round.publishedOn ? ` ${formatDate(round.publishedOn, language)}` : ''
  return <>{`${say(STATES[round.state])}${on}`}</>
}

function Reasons({ title, lines }: { title: string; lines: readonly (readonly [string, number])[] }) {
  const say = useSay()
  return (
    <section className="block">
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="second">{say(W.none)}</p>
      ) : (
        <ul className="lines">
          {lines.map(([name, firms]) => (
            <li key={name}>
              <span className="grow">{name}</span>
              <span className="end">{`${firms} ${say(W.countOf)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
