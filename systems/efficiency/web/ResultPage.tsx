import { Link, useParams } from 'react-router'
import { useApi, useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { Meaning, PointsTable, Standing } from './Explanation.tsx'
import { ObjectButton } from './ObjectButton.tsx'
import { Objections } from './Objections.tsx'
import type { Result } from './types.ts'
import { useNames } from './useNames.ts'
import { STATES, W } from './words.ts'

/** What one firm scored, and why: to the office, and to the firm itself from the notice on. */
export default function ResultPage() {
  const { id = '' } = useParams()
  return (
    <Answer of={useApi('/api/efficiency/results/{id}', { path: { id } })} lines={10}>
      {(result) => <Whole result={result} />}
    </Answer>
  )
}

function Whole({ result }: { result: Result }) {
  const say = useSay()
  const names = useNames()
  const { data: meta } = useMeta()
  const { scheme, objections } = result
  const { round } = scheme
  const title = `${scheme.year} · ${names('segment', scheme.segment)}`
  const role = meta?.actor.role ?? ''
  return (
    <>
      <PageHead
        title={result.name}
        about={
          <>
            {round && role !== 'enterprise' ? (
              <Link to={`/efficiency/rounds/${encodeURIComponent(round.id)}`}>{title}</Link>
            ) : (
              title
            )}
            {round && ` · ${say(round.state === 'computed' ? W.trial : STATES[round.state])}`}
            {!scheme.official && <span className="tag">{say(W.sample)}</span>}
            {result.synthetic && <span className="tag">{say(W.synthetic)}</span>}
          </>
        }
      >
        <ObjectButton result={result} />
      </PageHead>
      <div className="grid main-side">
        <section className="block">
          <h2>{say(W.explained)}</h2>
          <PointsTable result={result} />
        </section>
        <div className="stack">
          <section className="block">
            <Standing result={result} />
            <Meaning result={result} />
          </section>
          <Objections objections={objections} mayAnswer={['statistician', 'supervisor'].includes(role)} />
        </div>
      </div>
    </>
  )
}
