import { Link } from 'react-router'
import { useMeta, useMetaRecord } from '../../../../app/web/client/queries.ts'
import type { Row } from '../../../../app/web/client/types.ts'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { daysBetween, formatDate } from '../../../../app/web/kit/format.ts'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { useCell } from '../../../../app/web/kit/useCell.tsx'
import { type Held, useLadder } from '../ladder/queries.ts'
import { W } from '../words.ts'

/** What matters of the register's row, in the order in which one introduces oneself. */
const SHOWN = [
  'kind',
  'sector',
  'division',
  'scale',
  'registered_on',
  'street',
  'park',
  'incubator',
  'parent',
] as const

/** Who an enterprise is, and what it has. */
export function Identity({ row }: { readonly row: Row }) {
  const say = useSay()
  const words = useWords()
  const cell = useCell()
  const record = useMetaRecord('enterprises.enterprises')
  const ladder = useLadder(row.id)
  const shown = SHOWN.filter((name) => row[name] !== null && row[name] !== undefined)
  return (
    <section className="block firm">
      <h2>
        <Link to={`/records/enterprises/enterprises/${encodeURIComponent(row.id)}`}>{String(row.name)}</Link>
        {row.synthetic === true && <span className="tag">{words('synthetic')}</span>}
      </h2>
      <p className="firm-code">
        {say(W.code)} <span className="nowrap">{String(row.code)}</span>
      </p>
      <dl className="firm-facts">
        {record &&
          shown.map((name) => {
            const column = record.columns[name]
            return column ? (
              <div key={name}>
                <dt>{say(column.name)}</dt>
                <dd>{cell(column, row[name])}</dd>
              </div>
            ) : null
          })}
      </dl>
      <Answer of={ladder} lines={1}>
        {({ held }) => <Honours held={held} />}
      </Answer>
    </section>
  )
}

function Honours({ held }: { readonly held: readonly Held[] }) {
  const say = useSay()
  const { data: meta } = useMeta()
  if (held.length === 0) return <p className="second">{say(W.noHonours)}</p>
  return (
    <ul className="honours" aria-label={say(W.honours)}>
      {held.map((honour) => (
        <Honour key={`${honour.scheme}-${honour.state}`} honour={honour} today={meta?.zone.today ?? ''} />
      ))}
    </ul>
  )
}

function Honour({ honour, today }: { readonly honour: Held; readonly today: string }) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const { name, state, validTo, alarm } = honour
  const until = state === 'applied' ? W.applied : validTo ? W.until(formatDate(validTo, language)) : W.forGood
  return (
    <li className="honour" data-state={state} data-alarm={alarm}>
      {say(name)}
      <small>
        {say(until)}
        {alarm && validTo && `${marks.open}${say(W.daysLeft(daysBetween(today, validTo)))}${marks.close}`}
      </small>
    </li>
  )
}
