import { Link, useParams } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi, useMetaRecord } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { Files } from '../../../../app/web/pages/record/Files.tsx'
import { History } from '../../../../app/web/pages/record/History.tsx'
import { Acts } from './Acts.tsx'
import { Due } from './ClaimLines.tsx'
import { Clawback } from './Clawback.tsx'
import { Objections } from './Objections.tsx'
import { Resend } from './Resend.tsx'
import { STATES, STEPS, W } from './words.ts'

export type Detail = ApiAnswer<'/api/policy/claims/{id}'>
interface Judged {
  readonly criteria?: readonly {
    readonly number: number
    readonly says: string
    readonly value: unknown
    readonly unit: string | null
    readonly holds: boolean | null
    readonly gap?: string
  }[]
  readonly trace?: readonly {
    readonly step: keyof typeof STEPS
    readonly yuan: string
    readonly by?: string
  }[]
}

/** One claim: how it was judged, how its amount comes about, what may be done. */
export default function ClaimPage() {
  const { id } = useParams()
  const asked = useApi('/api/policy/claims/{id}', id ? { path: { id } } : undefined)
  return (
    <Answer of={asked} lines={12}>
      {(detail) => <Page detail={detail} />}
    </Answer>
  )
}

function Page({ detail }: { readonly detail: Detail }) {
  const say = useSay()
  const words = useWords()
  const record = useMetaRecord('policy.claims')
  const { claim } = detail
  const { submitted, approved } = detail.assessed as { submitted?: Judged; approved?: Judged }
  const judged = { ...submitted, ...approved }
  const mine = detail.steps.some(({ act }) => act === 'submit')
  return (
    <>
      <PageHead
        title={claim.title}
        about={
          <>
            {claim.enterpriseName} · {claim.number} · <strong>{say(STATES[claim.state])}</strong>{' '}
            <Due {...claim} />
          </>
        }
      />
      <div className="grid main-side">
        <div className="stack">
          {mine ? (
            <section className="block" aria-label={say(W.yourTurn)}>
              <h2>{say(claim.state === 'asked' ? W.asked : W.yourTurn)}</h2>
              <Resend key={claim.state} detail={detail} />
            </section>
          ) : (
            claim.state === 'asked' && (
              <section className="block" role="status">
                <h2>{say(W.asked)}</h2>
                <p>{claim.asked}</p>
              </section>
            )
          )}
          <Objections detail={detail} />
          <Clawback detail={detail} />
          <Criteria judged={judged} />
          <Trace judged={judged} amount={claim.amount} />
          {record?.whole && (
            <Files
              record="policy.claims"
              id={claim.id}
              {...(mine ? { into: `/api/policy/claims/${encodeURIComponent(claim.id)}/files` } : {})}
            />
          )}
          {record && <History record={record} id={claim.id} />}
        </div>
        <div className="stack">
          <section className="block">
            <h2>{words('actions')}</h2>
            <Acts detail={detail} />
          </section>
          <Facts detail={detail} />
        </div>
      </div>
    </>
  )
}

function Criteria({ judged: { criteria = [] } }: { readonly judged: Judged }) {
  const say = useSay()
  const marks = useMarks()
  if (criteria.length === 0) return null
  // Of a yes or no the verdict says it all.
  const shown = (value: unknown, unit: string | null) =>
    typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
      ? `${formatNumber(value, 2)} ${unit ?? ''}`
      : typeof value === 'boolean'
        ? ''
        : `${value ?? '—'} ${unit ?? ''}`
  return (
    <section className="block">
      <h2>{say(W.criteria)}</h2>
      <ul className="lines">
        {criteria.map(({ number, says, value, unit, holds, gap }) => (
          <li key={number}>
            <span className="grow">{says}</span>
            <span className="second">{shown(value, unit)}</span>
            <span
              className={`end light light-${holds === true ? 'green' : holds === false ? 'red' : 'grey'}`}
            >
              {say(holds === true ? W.yes : holds === false ? W.no : W.unknown)}
              {gap && `${marks.comma}${say(W.gap)} ${formatNumber(gap)}${unit ?? ''}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Trace({
  judged: { trace = [] },
  amount,
}: {
  readonly judged: Judged
  readonly amount: string | null
}) {
  const say = useSay()
  if (trace.length === 0 && amount === null) return null
  const telling = trace.filter(({ by, yuan }, i) => by !== undefined || yuan !== trace[i - 1]?.yuan)
  return (
    <section className="block">
      <h2>{say(W.trace)}</h2>
      <ul className="lines">
        {telling.map(({ step, yuan, by }) => (
          <li key={step}>
            <span className="grow">
              {say(STEPS[step])} {by !== undefined && <span className="second">{formatNumber(by)}</span>}
            </span>
            <span className="end">{formatNumber(yuan, 2)}</span>
          </li>
        ))}
        <li>
          <strong className="grow">{say(W.amount)}</strong>
          <strong className="end">
            {formatNumber(amount, 2)} {say(W.yuan)}
          </strong>
        </li>
      </ul>
    </section>
  )
}

function Facts({ detail }: { readonly detail: Detail }) {
  const say = useSay()
  const language = useLanguage()
  const { claim, account, notice, payments } = detail
  const rows: [string, React.ReactNode][] = [
    [
      say(W.enterprise),
      <Link key="e" to={`/records/enterprises/enterprises/${claim.enterprise}`}>
        {claim.enterpriseName}
      </Link>,
    ],
    [say(W.benefit), detail.benefit],
    [say(W.basis), detail.basis],
    ...(claim.subject ? ([[say(W.subject), claim.subject]] as [string, string][]) : []),
    ...detail.given.map(({ name, unit, value }): [string, string] => [
      name,
      `${String(value ?? '—')} ${unit ?? ''}`,
    ]),
    ...(detail.eventOn
      ? ([[say(W.eventOn), formatDate(detail.eventOn, language)]] as [string, string][])
      : []),
    [say(W.pots), detail.pot ?? '—'],
    ...(detail.own
      ? []
      : ([
          [
            say(W.case),
            detail.case ? (
              <Link key="case" to={`/cases/${detail.case}`}>
                {say(W.caseOf)}
              </Link>
            ) : (
              say(W.noCase)
            ),
          ],
        ] as [string, React.ReactNode][])),
    [say(W.account), account ? account.bank : say(W.noAccount)],
    ...(notice
      ? ([[say(W.notice), `${formatDate(notice.from, language)}—${formatDate(notice.to, language)}`]] as [
          string,
          string,
        ][])
      : []),
    ...payments.map((one): [string, React.ReactNode] => [
      say(W.payments),
      detail.own ? (
        `${one.reference} ${one.bankReason ?? ''}`
      ) : (
        <Link key={one.id} to={`/policy/batches/${one.batch}`}>
          {one.reference} {one.bankReason}
        </Link>
      ),
    ]),
    ...(detail.reason ? ([[say(W.reason), detail.reason]] as [string, string][]) : []),
  ]
  return (
    <section className="block">
      <h2>{say(W.facts)}</h2>
      <dl className="facts">
        {rows.map(([name, value], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand twice
          <div key={i} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
