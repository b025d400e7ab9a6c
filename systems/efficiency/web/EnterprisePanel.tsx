import { Link } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Panel } from '../../../app/web/kit/Panel.tsx'
import { Meaning, PointsTable, Standing } from './Explanation.tsx'
import { ObjectButton } from './ObjectButton.tsx'
import { STATES, W } from './words.ts'

/** An enterprise's newest evaluation on its own page. */
export default function EnterprisePanel({ id }: { readonly id: string }) {
  const say = useSay()
  return (
    <Panel of={useApi('/api/efficiency/enterprises/{id}', { path: { id } })}>
      {(result) => {
        const { scheme } = result
        const state = scheme.round?.state ?? 'computed'
        return (
          <>
            <p className="second">
              {`${scheme.year} · ${say(
                state === 'notice'
                  ? W.until(scheme.round?.noticeTo ?? '')
                  : state === 'computed'
                    ? W.trial
                    : STATES[state],
              )} · `}
              <Link to={`/efficiency/results/${encodeURIComponent(result.id)}`}>{say(W.explained)}</Link>
              {!scheme.official && <span className="tag">{say(W.sample)}</span>}
            </p>
            <Standing result={result} />
            <PointsTable result={result} />
            <Meaning result={result} />
            <ObjectButton result={result} />
          </>
        )
      }}
    </Panel>
  )
}
