import { useSay } from '../../../../app/web/i18n/index.ts'
import { text } from '../../../../app/web/i18n/text.ts'
import { type Asked, AskForm } from './AskForm.tsx'
import type { Detail } from './ClaimPage.tsx'
import { askAgain, send } from './useSend.ts'
import { W } from './words.ts'

const YES_NO = [
  ['true', W.yes],
  ['false', W.no],
] as const

/** The enterprise's turn: what it said before may be corrected, the account is given if there is none; then it is sent. */
export function Resend({ detail }: { readonly detail: Detail }) {
  const say = useSay()
  const { claim, given, account, materials } = detail
  const fields: readonly Asked[] = [
    ...given.map(
      ({ name, says, unit, kind, value }): Asked => ({
        name: `given.${name}`,
        label: text(
          `${says ?? name}${unit ? `（${unit}）` : ''}`,
          `${says ?? name}${unit ? ` (${unit})` : ''}`,
        ),
        ...(kind === 'number' || kind === 'date' ? { kind } : {}),
        ...(kind === 'boolean' ? { options: YES_NO } : {}),
        initial: value === null ? '' : String(value),
      }),
    ),
    ...(detail.needsEventDay
      ? [{ name: 'eventOn', label: W.eventOn, kind: 'date' as const, initial: detail.eventOn ?? '' }]
      : []),
    ...(account
      ? []
      : [
          { name: 'bank', label: W.bank },
          { name: 'account', label: W.accountNumber, kind: 'number' as const },
        ]),
  ]
  const kinds = new Map(given.map(({ name, kind }) => [`given.${name}`, kind]))
  return (
    <>
      {claim.state === 'asked' && <p className="claim-asked">{claim.asked}</p>}
      {claim.state === 'proposed' && <p>{say(W.proposedAbout)}</p>}
      {account && (
        <p className="second">
          {say(W.account)} {account.bank} {account.account}
        </p>
      )}
      {materials.length > 0 && <p className="second">{say(W.attachBelow(materials.join('、')))}</p>}
      <AskForm
        id="resend"
        fields={fields}
        button={claim.state === 'asked' ? W.resend : claim.state === 'proposed' ? W.confirmIntent : W.submit}
        send={async ({ bank, account: number, eventOn, ...values }) => {
          if (bank && number) await send('/account', { bank, account: number })
          const facts = Object.fromEntries(
            Object.entries(values).map(([name, value]) => [
              name.slice('given.'.length),
              kinds.get(name) === 'boolean' ? value === 'true' : value,
            ]),
          )
          await send(`/claims/${claim.id}/acts`, {
            act: 'submit',
            facts,
            ...(eventOn ? { eventOn } : {}),
          }).finally(askAgain)
        }}
      />
    </>
  )
}
