import { useMeta } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatDate } from '../../../app/web/kit/format.ts'
import { Problem } from '../../../app/web/kit/States.tsx'
import { useOffice } from '../../../app/web/kit/useOffice.ts'
import { ActButton } from './ActButton.tsx'
import type { Overview } from './types.ts'
import { useSend } from './useSend.ts'
import { STATES, STEP_WORDS, W } from './words.ts'

/** How far a round has come, and what may be done now by the one who looks. */
export function Steps({ of: { round, scheme, steps, objections } }: { readonly of: Overview }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  return (
    <section className="block" aria-label={say(W.steps)}>
      <h2>
        <span>
          {say(STATES[round.state])}
          {scheme.standing === 'sample' && <small className="tag">{say(W.sample)}</small>}
        </span>
      </h2>
      <dl className="facts">
        <dt>{say(W.scheme)}</dt>
        <dd>
          {scheme.name} · {office(scheme.keeper)}
        </dd>
        <dt>{say(W.asOf)}</dt>
        <dd>{formatDate(round.as_of, language)}</dd>
        {round.notice_from && (
          <>
            <dt>{say(W.notice)}</dt>
            <dd>
              {formatDate(round.notice_from, language)} — {formatDate(round.notice_to, language)}
            </dd>
          </>
        )}
        <dt>{say(W.open)}</dt>
        <dd>{objections}</dd>
      </dl>
      {scheme.standing === 'sample' && <p className="second because">{say(W.sampleWhy)}</p>}
      {round.remark && <p className="second because">{round.remark}</p>}
      <div className="actions">
        {steps.length === 0 && <span className="second">{say(W.noSteps)}</span>}
        {steps.map((step) => (
          <StepButton key={step} step={step} round={round.id} />
        ))}
        <OpenButton scheme={scheme} />
      </div>
    </section>
  )
}

function StepButton({ step, round }: { readonly step: Overview['steps'][number]; readonly round: string }) {
  const say = useSay()
  const send = useSend()
  const { data: meta } = useMeta()
  const { title, about } = STEP_WORDS[step]
  const path = `/rounds/${encodeURIComponent(round)}/${step}`
  if (step === 'notice') {
    const today = meta?.zone.today ?? ''
    return (
      <ActButton
        action={{
          title: say(title),
          about: say(about),
          fields: [
            { name: 'from', label: say(W.from), kind: 'date', initial: today },
            { name: 'to', label: say(W.to), kind: 'date', initial: daysAfter(today, 6) },
          ],
          run: (body) => send.mutateAsync({ path, body }),
        }}
      />
    )
  }
  return (
    <>
      <button
        type="button"
        className={step === 'reopen' ? 'button' : 'button primary'}
        title={say(about)}
        disabled={send.isPending}
        onClick={() => send.mutate({ path })}
      >
        {send.isPending ? say(W.working) : say(title)}
      </button>
      {send.error && <Problem error={send.error} />}
    </>
  )
}

/** Opens another month by the same scheme, for the office that keeps it. */
function OpenButton({ scheme }: { readonly scheme: Overview['scheme'] }) {
  const say = useSay()
  const send = useSend()
  const { data: meta } = useMeta()
  if (meta?.actor.role !== 'officer' || meta.actor.office !== scheme.keeper) return null
  return (
    <ActButton
      action={{
        title: say(W.new),
        about: scheme.name,
        fields: [
          { name: 'month', label: say(W.month), initial: meta.zone.today.slice(0, 7) },
          { name: 'asOf', label: say(W.asOf), kind: 'date', initial: meta.zone.today },
        ],
        run: (given) => send.mutateAsync({ path: '/rounds', body: { ...given, scheme: scheme.id } }),
      }}
    />
  )
}

const daysAfter = (day: string, days: number): string =>
  day && new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
