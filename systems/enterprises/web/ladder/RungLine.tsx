import { Link } from 'react-router'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { W } from '../words.ts'
import type { Missing, Rung, Verdict } from './queries.ts'
import { round, sayTest, useValue } from './useValue.ts'

/** One rung: whether it is had, what the facts say, and what is missing by how much. */
export function RungLine({ rung: { name, held, verdict } }: { readonly rung: Rung }) {
  const say = useSay()
  const language = useLanguage()
  const granted = held?.state === 'granted'
  return (
    <li className="rung" data-held={granted || undefined} data-standing={verdict?.standing}>
      <div className="rung-head">
        <strong>{say(name)}</strong>
        {held && (
          <span className="rung-held">
            {granted
              ? `${say(W.holds)} · ${say(held.validTo ? W.until(formatDate(held.validTo, language)) : W.forGood)}`
              : say(W.applied)}
          </span>
        )}
        {verdict && (
          <span className="rung-standing" data-standing={verdict.standing}>
            {say(granted && verdict.standing === 'near' ? W.oneShort : W.standing[verdict.standing])}
          </span>
        )}
        {verdict === null && <span className="second">{say(W.notJudged)}</span>}
      </div>
      {verdict && <Why verdict={verdict} held={granted} />}
    </li>
  )
}

function Why({ verdict, held }: { readonly verdict: Verdict; readonly held: boolean }) {
  const say = useSay()
  const marks = useMarks()
  const sayValue = useValue()
  const { data: meta } = useMeta()
  const { standing, missing, whatIf, says, basis, sample, version, decision } = verdict
  const title = `${say(verdict.name)}${marks.colon}${says}`
  return (
    <>
      {standing === 'passes' && !held && <p className="rung-note">{say(W.canApply)}</p>}
      {(standing === 'fails' || standing === 'near') && held && <p className="rung-note">{say(W.risk)}</p>}
      {missing.length > 0 && (
        <ul className="rung-missing">
          {missing.map((each) => (
            <MissingLine key={each.label + each.test} missing={each} />
          ))}
        </ul>
      )}
      {missing.length > 0 && whatIf.length > 0 && (
        <p className="second">
          {say(W.could)}
          {marks.colon}
          {whatIf
            .slice(0, 3)
            .map(({ input, name, unit = '', now, next }) =>
              say(W.couldLine(name ? say(name) : input, sayValue(now, unit), sayValue(next, unit))),
            )
            .join(either(marks.list))}
        </p>
      )}
      <details className="because">
        <summary>
          {title}
          {sample && <span className="tag">{say(W.sample)}</span>}
        </summary>
        <p>
          {meta?.actor.role === 'enterprise' ? (
            say(verdict.name)
          ) : (
            <Link to={`/rules/${decision}`}>{say(verdict.name)}</Link>
          )}
          {version !== null && ` · ${say(W.version(version))}`}
          {` · ${say(W.basis)}${marks.colon}${say(basis)}`}
        </p>
      </details>
    </>
  )
}

/** Between things that could be done: any of them. */
const either = (list: string) => (list === '、' ? '；' : '; ')

function MissingLine({ missing: { label, test, operand, by, unknown } }: { readonly missing: Missing }) {
  const say = useSay()
  const sayValue = useValue()
  return (
    <li>
      <strong>{label}</strong>{' '}
      {unknown ? (
        <span>{say(W.notFiled)}</span>
      ) : (
        <span>
          {say(W.now)} {sayValue(operand)}
        </span>
      )}
      <span className="second">
        {say(W.needs)} {sayTest(test, say(W.yes), say(W.no))}
      </span>
      {by !== undefined && <em>{say(W.short(formatNumber(round(by))))}</em>}
    </li>
  )
}
