import { useSay } from '../../../../app/web/i18n/index.ts'
import { type Parcel, progressOf } from './queue/parcel.ts'
import { useOnline } from './queue/useQueue.ts'
import { P } from './words.ts'

interface Props {
  readonly waiting: readonly Parcel[]
  readonly me?: string | undefined
  readonly retry: (parcel: Parcel) => Promise<void>
  readonly drop: (key: string) => Promise<void>
}

/** What waits in this browser, how far each is, and what keeps it. */
export function Parcels({ waiting, me, retry, drop }: Props) {
  const say = useSay()
  const online = useOnline()
  if (waiting.length === 0) return null
  return (
    <section className="block" aria-live="polite">
      <h2>{say(P.waitingTitle)}</h2>
      <ul className="parcels">
        {waiting.map((parcel) => {
          const { value, max } = progressOf(parcel)
          const foreign = parcel.kind === 'step' && me !== undefined && parcel.by !== me
          return (
            <li key={parcel.key}>
              <span>{parcel.about}</span>
              {parcel.problem ? (
                <>
                  <span className="field-problem" role="alert">
                    {say(parcel.problem.says)} · {say(parcel.problem.remedy)}{' '}
                    <code>{parcel.problem.code}</code>
                  </span>
                  <span className="phone-line">
                    <button type="button" className="button" onClick={() => void retry(parcel)}>
                      {say(P.retry)}
                    </button>
                    <button type="button" className="button quiet" onClick={() => void drop(parcel.key)}>
                      {say(P.drop)}
                    </button>
                  </span>
                </>
              ) : (
                <>
                  <progress value={value} max={max} aria-label={say(P.sending)} />
                  <small className="second">
                    {say(foreign ? P.otherPost : online ? P.sending : P.waitingOffline)} · {value}/{max}
                  </small>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
