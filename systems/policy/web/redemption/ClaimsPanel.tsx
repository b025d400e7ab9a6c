import { useState } from 'react'
import { Link } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { Panel } from '../../../../app/web/kit/Panel.tsx'
import { Apply } from './Apply.tsx'
import { AskForm } from './AskForm.tsx'
import { Due } from './ClaimLines.tsx'
import { askAgain, send } from './useSend.ts'
import { STATES, W } from './words.ts'

export type OfEnterprise = ApiAnswer<'/api/policy/enterprises/{id}/claims'>

/** 申报与兑现 on an enterprise's page: where its claims stand, what is asked of it, what it can claim now. */
export default function ClaimsPanel({ id }: { readonly id: string }) {
  return (
    <Panel of={useApi('/api/policy/enterprises/{id}/claims', { path: { id } })}>
      {(data) => <Claims data={data} />}
    </Panel>
  )
}

const FIRST = ['asked', 'proposed', 'draft']

function Claims({ data }: { readonly data: OfEnterprise }) {
  const say = useSay()
  const marks = useMarks()
  const lines = [...data.claims].sort(
    (a, b) => Number(FIRST.includes(b.state)) - Number(FIRST.includes(a.state)),
  )
  return (
    <>
      <p>
        {say(W.received)} <strong>{formatNumber(data.paid, 0)}</strong> {say(W.yuan)}
        {data.account && ` · ${say(W.account)}${marks.colon}${data.account.bank} ${data.account.account}`}
      </p>
      {lines.length === 0 && <p className="second">{say(W.noneYet)}</p>}
      <ul className="lines">
        {lines.map((line) => (
          <li key={line.id}>
            <Link className="grow" to={`/policy/claims/${line.id}`}>
              {line.title}
              {line.subject && ` · ${line.subject}`}
            </Link>
            <span className="second">{formatNumber(line.amount, 0)}</span>
            <span className="end">
              {say(STATES[line.state])} {FIRST.includes(line.state) && <Due {...line} />}
            </span>
            {line.state === 'proposed' && data.own && <Confirm claim={line.id} account={data.account} />}
            {line.state === 'asked' && <span className="light light-red">{line.asked}</span>}
          </li>
        ))}
      </ul>
      {data.own && data.open.length > 0 && (
        <>
          <h3>{say(W.canClaim)}</h3>
          <Open data={data} of={data.open.filter(({ given }) => given.length === 0)} />
          <details>
            <summary>{say(W.canClaimMore)}</summary>
            <Open data={data} of={data.open.filter(({ given }) => given.length > 0)} />
          </details>
        </>
      )}
    </>
  )
}

/** 可免申即享: the account and the wish to have it are confirmed, and that is all. */
function Confirm({ claim, account }: { readonly claim: string; readonly account: OfEnterprise['account'] }) {
  const say = useSay()
  return (
    <div className="grow">
      <strong>{say(W.withoutApplying)}</strong>{' '}
      {account && (
        <span className="second">
          {say(W.account)} {account.bank} {account.account}
        </span>
      )}
      <AskForm
        id={`confirm-${claim}`}
        fields={
          account
            ? []
            : [
                { name: 'bank', label: W.bank },
                { name: 'account', label: W.accountNumber, kind: 'number' },
              ]
        }
        button={account ? W.confirmIntent : W.confirmBoth}
        send={async (values) => {
          if (!account) await send('/account', values)
          await send(`/claims/${claim}/acts`, { act: 'submit' }).finally(askAgain)
        }}
      />
    </div>
  )
}

/** What may be claimed, each with its two steps. */
function Open({ data, of }: { readonly data: OfEnterprise; readonly of: OfEnterprise['open'] }) {
  const say = useSay()
  const [applying, setApplying] = useState<string>()
  return (
    <ul className="lines">
      {of.map((one) => (
        <li key={one.granule}>
          <span className="grow">
            {one.title} <span className="second">{one.benefit}</span>
          </span>
          <span className="end">
            {one.amount ? `${formatNumber(one.amount, 0)} ${say(W.yuan)}` : say(W.byRule)}
          </span>
          <button
            type="button"
            className="button"
            aria-expanded={applying === one.granule}
            onClick={() => setApplying(applying === one.granule ? undefined : one.granule)}
          >
            {say(W.apply)}
          </button>
          {applying === one.granule && (
            <Apply open={one} account={data.account} close={() => setApplying(undefined)} />
          )}
        </li>
      ))}
    </ul>
  )
}
