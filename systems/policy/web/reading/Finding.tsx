import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { granulePage } from '../queries.ts'
import { W } from '../words.ts'
import { ProposalForm } from './ProposalForm.tsx'
import { type Finding, type Reading, useChange } from './useReadings.ts'
import { R } from './words.ts'

/** One clause with one proposal. @param again the clause stands above already */
export function FindingLine({
  reading,
  finding,
  again,
}: {
  reading: Reading
  finding: Finding
  again: boolean
}) {
  const say = useSay()
  const change = useChange(reading.id)
  const [isEditing, setEditing] = useState(false)
  const { state, number, text, granule, proposal } = finding
  const path = `/findings/${encodeURIComponent(finding.id)}`
  const decide = (to: 'taken' | 'dropped') => change.mutate({ path, body: { state: to } })
  return (
    <li className="block policy-finding" data-state={state}>
      <div className="policy-clause">
        <h3>{number}</h3>
        {!again && <p>{text}</p>}
      </div>
      <div className="policy-proposal">
        <div className="policy-line-head">
          <strong>{proposal.benefit === '' && state !== 'taken' ? say(R.nothing) : proposal.title}</strong>
          {granule ? (
            <Link to={granulePage(granule)}>{say(R.draft)}</Link>
          ) : (
            <span className="tag">{say(R[state])}</span>
          )}
        </div>
        {(proposal.benefit !== '' || state === 'taken') && !isEditing && <Said finding={finding} />}
        {isEditing && (
          <ProposalForm
            reading={reading}
            finding={finding}
            save={(words) =>
              change.mutate({ path, body: { proposal: words } }, { onSuccess: () => setEditing(false) })
            }
            close={() => setEditing(false)}
          />
        )}
        {change.error && <Problem error={change.error} />}
        {reading.state === 'read' && !isEditing && (
          <p className="actions">
            {state !== 'taken' && (
              <button
                type="button"
                className="button"
                disabled={change.isPending}
                onClick={() => decide('taken')}
              >
                {say(R.take)}
              </button>
            )}
            {state !== 'dropped' && (
              <button
                type="button"
                className="button"
                disabled={change.isPending}
                onClick={() => decide('dropped')}
              >
                {say(R.leave)}
              </button>
            )}
            {state !== 'dropped' && (
              <button type="button" className="button quiet" onClick={() => setEditing(true)}>
                {say(R.edit)}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  )
}

/** What was read, beside what was not. */
function Said({ finding: { proposal, missing } }: { finding: Finding }) {
  const say = useSay()
  const between = useLanguage() === 'zh' ? '、' : ', '
  const unit = say(W.units[proposal.unit])
  const named = (name: string) => {
    const [, criterion] = /^test (\d+)$/.exec(name) ?? []
    return say(criterion ? R.test(criterion) : (R.parts[name] ?? R.parts.benefit!))
  }
  const lines: readonly (readonly [string, string])[] = [
    [say(W.formula), proposal.amount && `${proposal.amount}（${unit}）`],
    [say(W.capItem), proposal.cap_item && `${proposal.cap_item}（${unit}）`],
    [say(W.capYear), proposal.cap_year && `${proposal.cap_year}（${unit}）`],
    [say(W.stack), proposal.stacking === 'stackable' ? '' : say(W.stackings[proposal.stacking])],
    [
      say(W.window),
      proposal.window_months
        ? say(W.months(proposal.window_months))
        : proposal.window_from && `${proposal.window_from} — ${proposal.window_to ?? ''}`,
    ],
    [say(R.leftOver), proposal.left.join(between)],
    [say(R.missing), missing.map(named).join(between)],
  ].map(([name, value]) => [name ?? '', value ?? ''] as const)
  return (
    <>
      {proposal.criteria.length > 0 && (
        <ol className="policy-conditions">
          {proposal.criteria.map(({ says, operand, test }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
            <li key={i}>
              {says} <code>{operand && test ? `${operand} ${test}` : `${operand} ${say(R.inWords)}`}</code>
            </li>
          ))}
        </ol>
      )}
      <dl className="policy-said">
        {lines
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {proposal.benefit !== '' && (
        <p className="second policy-cites">
          {say(R.cites)} “{proposal.benefit}”
        </p>
      )}
    </>
  )
}
