import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '../../../../app/web/access/Field.tsx'
import { Refusal } from '../../../../app/web/access/Refusal.tsx'
import { send } from '../../../../app/web/client/fetch.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { Picture } from './Shots.tsx'
import { EVENTS, NOW, P } from './words.ts'

export interface Credentials {
  readonly number: string
  readonly token: string
}
export interface FollowedReport {
  readonly number: string
  readonly state: keyof typeof NOW
  readonly description: string
  readonly address: string | null
  readonly class: string | null
  readonly classEn?: string | null
  readonly office: string | null
  readonly officeEn?: string | null
  readonly due: string | null
  readonly rating: number | null
  readonly canReopen: boolean
  readonly why: string | null
  readonly events: readonly { readonly what: keyof typeof EVENTS; readonly at: string }[]
  readonly photos: readonly {
    readonly id: string
    readonly phase: 'before' | 'after' | 'check'
    readonly at: string
  }[]
  readonly mergedInto: { readonly number: string; readonly state: keyof typeof NOW } | null
}

interface Acts {
  readonly act: (what: 'rate' | 'not-fixed', body: object) => void
  readonly busy: boolean
  readonly error: unknown
  readonly did: 'rate' | 'not-fixed' | undefined
}
interface Props {
  readonly of: FollowedReport
  readonly by: Credentials
  /** What its reporter can still say; nothing without a network. */
  readonly acts?: Acts
}

/** Where a report stands, in words, with its photos; and what its reporter can still say. */
export function Followed({ of: report, by, acts }: Props) {
  const say = useSay()
  const language = useLanguage()
  const [kind, office] = language === 'zh' ? [report.class, report.office] : [report.classEn, report.officeEn]
  const open = !['closed', 'void', 'merged'].includes(report.state)
  return (
    <>
      <section className="block" aria-live="polite">
        <h2>{say(NOW[report.state])}</h2>
        <p>{report.description}</p>
        <p className="second">{[report.number, kind, report.address].filter(Boolean).join(' · ')}</p>
        {open && (
          <p>
            {report.due ? say(P.expected(formatInstant(report.due, language))) : say(P.notYetDue)}
            {office && ` · ${say(P.with)} ${office}`}
          </p>
        )}
        {report.why && (
          <p>
            {say(P.reason)}: {report.why}
          </p>
        )}
        {report.mergedInto && (
          <p>
            {say(P.merged)}: {report.mergedInto.number} · {say(NOW[report.mergedInto.state])}
          </p>
        )}
        <ol className="stood" aria-label={say(P.standing)}>
          {report.events.map(({ what, at }) => (
            <li key={what}>
              <span>{say(EVENTS[what])}</span>
              <time dateTime={at}>{formatInstant(at, language)}</time>
            </li>
          ))}
          {open && (
            <li data-now>
              <strong>{say(NOW[report.state])}</strong>
            </li>
          )}
        </ol>
        <div className="shots">
          {report.photos.map(({ id, phase, at }) => (
            <Shown key={id} by={by} id={id} name={`${say(P[phase])} ${formatInstant(at, language)}`} />
          ))}
        </div>
        {report.photos.length === 0 && <p className="second">{say(P.noPhotos)}</p>}
      </section>
      {acts && <Reply of={report} {...acts} />}
    </>
  )
}

/** 评价, and 没有解决. */
function Reply({ of: report, act, busy, error, did }: Acts & { of: FollowedReport }) {
  const say = useSay()
  return (
    <>
      <Refusal error={error} />
      {did === 'not-fixed' && (
        <p className="block" role="status">
          ✓ {say(P.reopened)}
        </p>
      )}
      {report.state === 'closed' && (
        <section className="block">
          <h2>{say(P.rate)}</h2>
          <fieldset className="stars" disabled={busy}>
            <legend className="sr-only">{say(P.rate)}</legend>
            {[1, 2, 3, 4, 5].map((n) => (
              <button
                key={n}
                type="button"
                aria-label={say(P.stars(n))}
                aria-pressed={(report.rating ?? 0) >= n}
                onClick={() => act('rate', { rating: n })}
              >
                ★
              </button>
            ))}
          </fieldset>
          {report.rating !== null && (
            <p className="second">
              {say(P.stars(report.rating))} · {say(P.rated)}
            </p>
          )}
        </section>
      )}
      {report.canReopen && <NotFixed busy={busy} tell={(words) => act('not-fixed', { words })} />}
    </>
  )
}

function NotFixed({ busy, tell }: { busy: boolean; tell: (words: string) => void }) {
  const say = useSay()
  const [words, setWords] = useState('')
  return (
    <form
      className="block form"
      onSubmit={(event) => {
        event.preventDefault()
        tell(words.trim())
      }}
    >
      <Field label={say(P.notFixedWhat)} help={say(P.notFixedHelp)}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            required
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="button" disabled={busy || !words.trim()}>
        {say(P.notFixed)}
      </button>
    </form>
  )
}

function Shown({ by, id, name }: { by: Credentials; id: string; name: string }) {
  const { data } = useQuery({
    queryKey: ['follow-photo', by.number, id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ ...by, photo: id })
      return (await send('/api/city/public/photo', { method: 'POST', headers, body })).blob()
    },
  })
  return (
    <figure>
      {data && <Picture blob={data} alt={name} />}
      <figcaption>{name}</figcaption>
    </figure>
  )
}
