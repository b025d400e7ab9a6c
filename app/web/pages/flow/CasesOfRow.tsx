import { Link } from 'react-router'
import { useApi, useMeta } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { worksOnCases } from '../../shell/usePlaces.ts'
import { useStepName } from './names.ts'
import { W } from './words.ts'

/** Links to the cases about a row, the newest first, as far as one may see them; nothing where there is none. */
export function CasesOfRow({ record, id }: { readonly record: string; readonly id: string }) {
  const say = useSay()
  const stepName = useStepName()
  const { data: meta } = useMeta()
  const query = { record, row: id, limit: 5 }
  const { data } = useApi('/api/flow/cases', meta && worksOnCases(meta.actor.role) ? { query } : undefined)
  if (!data?.cases.length) return null
  return (
    <>
      {data.cases.map(({ id, state, step }) => (
        <Link key={id} to={`/cases/${id}`} className="case-of-row">
          {say(W.case)} · {step === null ? say(W.states[state]) : stepName(step)}
        </Link>
      ))}
    </>
  )
}
