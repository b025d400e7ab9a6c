import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { AskForm } from './AskForm.tsx'
import type { Detail } from './ClaimPage.tsx'
import { askAgain, send } from './useSend.ts'
import { W } from './words.ts'

/** 追回: why, how much of it is back, and where the paying office enters what came. */
export function Clawback({ detail: { claim, clawback, mayRecover } }: { readonly detail: Detail }) {
  const say = useSay()
  const language = useLanguage()
  if (!clawback) return null
  const rows = [
    [W.reason, clawback.reason],
    [W.clawbackBasis, clawback.basis],
    [W.toRecover, `${formatNumber(clawback.amount, 2)} ${say(W.yuan)}`],
    [W.recoveredSoFar, `${formatNumber(clawback.recovered, 2)} ${say(W.yuan)}`],
    ...(clawback.dueOn ? ([[W.due, formatDate(clawback.dueOn, language)]] as const) : []),
  ] as const
  return (
    <section className="block" aria-label={say(W.clawback)}>
      <h2>{say(W.clawback)}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name.zh} style={{ display: 'contents' }}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayRecover && (
        <AskForm
          key={clawback.recovered}
          id="recovered"
          about={W.recoverAbout}
          fields={[{ name: 'amount', label: W.cameBack, kind: 'number' }]}
          button={W.enterRecovered}
          send={(values) => send(`/claims/${claim.id}/recovered`, values).finally(askAgain)}
        />
      )}
    </section>
  )
}
