import { Link } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Panel } from '../../../app/web/kit/Panel.tsx'
import { Headline, Months, Profile } from './Standing.tsx'
import { W } from './words.ts'

/** On the page of an enterprise: what it scored, in one look. */
export default function PointsPanel({ id }: { readonly id: string }) {
  const say = useSay()
  const asked = useApi('/api/points/enterprises/{id}', { path: { id }, query: {} })
  return (
    <Panel of={asked}>
      {(of) => (
        <div className="grid two">
          <div className="stack">
            <Headline of={of} />
            <Months months={of.months} />
            <Link className="button" to={`/points/enterprises/${encodeURIComponent(id)}`}>
              {say(W.parts)}
            </Link>
          </div>
          <Profile parts={of.parts} />
        </div>
      )}
    </Panel>
  )
}
