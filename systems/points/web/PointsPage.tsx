import { Link, useSearchParams } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatMonth } from '../../../app/web/kit/format.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../app/web/kit/States.tsx'
import { Ranking } from './Ranking.tsx'
import { Scheme } from './Scheme.tsx'
import { Spread } from './Spread.tsx'
import { Steps } from './Steps.tsx'
import { STATES, W } from './words.ts'

/** A month's points as the office sees them: where the round stands, how points spread, who leads, by which weights. */
export default function PointsPage() {
  const say = useSay()
  const asked = useApi('/api/points/rounds', {})
  return (
    <>
      <PageHead title={say(W.title)} about={say(W.about)}>
        <Link className="button" to="/points/lists">
          {say(W.lists)}
        </Link>
        <Link className="button" to="/records/points/objections">
          {say(W.objections)}
        </Link>
        <Link className="button" to="/records/points/schemes">
          {say(W.schemes)}
        </Link>
      </PageHead>
      <Answer of={asked} lines={12}>
        {({ rounds }) =>
          rounds.length > 0 ? (
            <Chosen rounds={rounds} />
          ) : (
            <Empty title={say(W.noRounds)} hint={say(W.noRoundsHint)} />
          )
        }
      </Answer>
    </>
  )
}

interface Head {
  readonly id: string
  readonly month: string
  readonly state: string
  readonly standing: string
}

function Chosen({ rounds }: { readonly rounds: readonly Head[] }) {
  const say = useSay()
  const language = useLanguage()
  const [params, setParams] = useSearchParams()
  const id = rounds.find((one) => one.id === params.get('round'))?.id ?? rounds[0]!.id
  const asked = useApi('/api/points/rounds/{id}', { path: { id } })
  return (
    <>
      <div className="toolbar">
        <select
          className="select"
          aria-label={say(W.month)}
          value={id}
          onChange={({ target }) => setParams({ round: target.value }, { replace: true })}
        >
          {rounds.map(({ id, month, state, standing }) => (
            <option key={id} value={id}>
              {formatMonth(month, language)} · {say(STATES[state])}
              {standing === 'sample' ? ` · ${say(W.sample)}` : ''}
            </option>
          ))}
        </select>
      </div>
      <Answer of={asked} lines={12}>
        {(overview) => (
          <div className="stack">
            <div className="grid main-side">
              <Spread stages={overview.stages} />
              <Steps of={overview} />
            </div>
            <Ranking key={id} round={id} stages={overview.stages.map(({ stage }) => stage)} />
            <Scheme of={overview} />
          </div>
        )}
      </Answer>
    </>
  )
}
