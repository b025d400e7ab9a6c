import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { zoneInstant } from '../../../../app/web/client/clock.ts'
import { filesPath } from '../../../../app/web/client/files.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useNow } from '../../../../app/web/client/useNow.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { Loading } from '../../../../app/web/kit/States.tsx'
import { remaining } from '../../../../app/web/pages/flow/time.ts'
import { noMap } from './NoMap.tsx'
import { PlainMap } from './PlainMap.tsx'
import { newKey, type Shot, type StepParcel } from './queue/parcel.ts'
import { useOnline } from './queue/useQueue.ts'
import { Shots } from './Shots.tsx'
import { locate } from './shots.ts'
import type { FieldTask } from './useTasks.ts'
import { P } from './words.ts'

export const loadForms = () => import('../../../../app/web/pages/flow/form/FormView.tsx')
const FormView = lazy(loadForms)
const PointMap = lazy(() => import('../../../../app/web/kit/map/PointMap.tsx').catch(noMap))

const PHASES = { verify: 'before', handle: 'after', check: 'check' } as const

interface Props {
  readonly task: FieldTask
  readonly me: string
  readonly back: () => void
  readonly send: (parcel: StepParcel) => Promise<void>
}

/** One task on the spot: what it is about, photos with their place and time, and its form. */
export function TaskWork({ task, me, back, send }: Props) {
  const say = useSay()
  const language = useLanguage()
  const online = useOnline()
  const [shots, setShots] = useState<readonly Shot[]>([])
  const [lacking, setLacking] = useState(false)
  const { says } = remaining(task.due, useNow())
  const { report, step } = task
  const submit = (values: object) => {
    // Sent back without having been there: a reason is enough. Everything else is shown.
    const returned = 'outcome' in values && values.outcome === 'return'
    if (shots.length === 0 && !returned) return setLacking(true)
    const made = zoneInstant()
    const about = `${say(P.steps[step])} · ${report.number}`
    const { case: id, token } = task
    void send({
      kind: 'step',
      key: newKey(),
      made,
      about,
      photos: shots,
      sent: 0,
      by: me,
      case: id,
      token,
      report: report.id,
      phase: PHASES[step],
      values,
    })
  }
  const kind = language === 'zh' ? report.class : report.classEn
  return (
    <>
      <button type="button" className="button" onClick={back}>
        ← {say(P.back)}
      </button>
      <section className="block">
        <h2>{say(P.steps[step])}</h2>
        <p>{say(P.stepHelp[step])}</p>
        <dl className="facts">
          <dt>{say(P.number)}</dt>
          <dd>
            <Link to={`/cases/${task.case}`}>{report.number}</Link>
          </dd>
          {kind && (
            <>
              <dt>{say(P.classes)}</dt>
              <dd>{kind}</dd>
            </>
          )}
          <dt>{say(P.what)}</dt>
          <dd>{report.description}</dd>
          {report.address && (
            <>
              <dt>{say(P.place)}</dt>
              <dd>{report.address}</dd>
            </>
          )}
          <dt>{say(P.reportedWhen)}</dt>
          <dd>{formatInstant(report.reportedAt, language)}</dd>
          <dt>{say(P.limit)}</dt>
          <dd>
            {say(says)}
            {task.due && ` · ${formatInstant(task.due, language)}`}
          </dd>
          {report.why && (
            <>
              <dt>{say(P.lastReason)}</dt>
              <dd>{report.why}</dd>
            </>
          )}
        </dl>
        {report.place && online && (
          <Suspense fallback={<Loading lines={4} />}>
            <PointMap place={report.place} label={report.number} />
          </Suspense>
        )}
        {report.place && !online && (
          <PlainMap spots={[{ id: report.id, label: report.number, ...report.place }]} from={undefined} />
        )}
        {online && <Before report={report.id} />}
      </section>
      <Shots shots={shots} set={setShots} where={locate} />
      {task.form && (
        <section className="block">
          <Suspense fallback={<Loading lines={4} />}>
            <FormView form={task.form} known={{}} busy={false} send={submit}>
              {lacking && shots.length === 0 && (
                <p className="refusal" role="alert">
                  {say(P.needsPhoto)}
                </p>
              )}
            </FormView>
          </Suspense>
        </section>
      )}
    </>
  )
}

/** What was photographed before, by phase: what is to be done, and what was. */
function Before({ report }: { report: string }) {
  const say = useSay()
  const { data } = useApi('/api/city/reports/{id}/photos', { path: { id: report } })
  if (!data || data.photos.length === 0) return null
  return (
    <div className="shots">
      {data.photos.map(({ id, name, phase }) => (
        <figure key={id}>
          <a href={`${filesPath('city.reports', report)}/${id}?inline=1`}>
            <img src={`${filesPath('city.reports', report)}/${id}?inline=1`} alt={name} />
          </a>
          {phase && <figcaption>{say(P[phase])}</figcaption>}
        </figure>
      ))}
    </div>
  )
}
