import { useState } from 'react'
import '../policy.css'
import { Link, useNavigate, useParams } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate, formatInstant } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { granulePage, move, useGranule, type Whole } from '../queries.ts'
import { Propose } from '../redemption/Propose.tsx'
import { W } from '../words.ts'
import { Editor } from './Editor.tsx'
import { Facts } from './Facts.tsx'
import { Moves } from './Moves.tsx'
import { Reached } from './Reached.tsx'

/** One granule: conditions in plain words, what it gives, whom it reaches, and what this person may do with it. */
export default function GranulePage() {
  const { id = '' } = useParams()
  return (
    <Answer of={useGranule(id)} lines={12}>
      {(granule) => <OneGranule key={`${granule.id} ${granule.seen}`} granule={granule} />}
    </Answer>
  )
}

function OneGranule({ granule }: { granule: Whole }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const navigate = useNavigate()
  const [unsaved, setUnsaved] = useState(false)
  const { id, title, version, state, standing, from, moves, mayDraft } = granule
  const about = (
    <>
      <Link to="/policy">{say(W.library)}</Link> · {granule.code} · {say(W.version(version))} ·{' '}
      {say(W.states[state])} · {office(granule.office)} · {say(W.from)} {formatDate(from, language)}
    </>
  )
  return (
    <>
      <PageHead title={title} about={about}>
        {mayDraft && (
          <button
            type="button"
            className="button"
            onClick={async () => {
              const draft = await move(id, 'versions')
              await navigate(granulePage(draft.id))
            }}
          >
            {say(W.newVersion)}
          </button>
        )}
        <Moves granule={granule} unsaved={unsaved} />
      </PageHead>
      {standing !== 'official' && <p className="policy-note">{say(W.standingAbout[standing])}</p>}
      <div className="stack">
        {moves.includes('save') && <Editor granule={granule} onUnsaved={setUnsaved} />}
        <Facts granule={granule} />
        {state === 'published' && granule.mode === 'automatic' && (
          <Propose granule={id} office={granule.office} />
        )}
        {state !== 'draft' && state !== 'submitted' && <Reached granule={granule} />}
        <Past granule={granule} />
      </div>
    </>
  )
}

function Past({ granule: { id, versions, history } }: { granule: Whole }) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  return (
    <section className="block">
      <h2>{say(W.history)}</h2>
      <p>
        {say(W.versions)}{' '}
        {versions.map((each) =>
          each.id === id ? (
            <strong key={each.id}>{say(W.version(each.version))} </strong>
          ) : (
            <Link key={each.id} to={granulePage(each.id)}>
              {say(W.version(each.version))}{' '}
            </Link>
          ),
        )}
      </p>
      <ul className="lines">
        {history.map(({ at, actor, why, state }) => (
          <li key={at}>
            <span className="grow">
              {formatInstant(at, language)} · {post(actor)}
              {why && ` · ${why}`}
            </span>
            <span className="second">{say(W.states[state as keyof typeof W.states])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
