import { Link } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { useMoney } from '../money.ts'
import type { Whole } from '../queries.ts'
import { W } from '../words.ts'

/** What a granule says, for whoever has to explain it. */
export function Facts({ granule }: { granule: Whole }) {
  const say = useSay()
  const { criteria, words, document, clause, source } = granule
  const isGiven = (feel: string) => words.given.some(({ name }) => feel.includes(name))
  return (
    <>
      <section className="block">
        <h2>{say(W.conditions)}</h2>
        <p className="second">{say(W.allOf)}</p>
        <ol className="policy-conditions">
          {criteria.map(({ says, operand, test }) => (
            <li key={`${says} ${operand}`}>
              {says}
              {isGiven(`${operand} ${test}`) && <span className="tag">{say(W.givenTag)}</span>}
              <br />
              <code>
                {operand} {test}
              </code>
            </li>
          ))}
        </ol>
      </section>
      <Money granule={granule} />
      <Handling granule={granule} />
      <section className="block">
        <h2>{say(W.clause)}</h2>
        <p>{granule.text}</p>
        <p className="second">
          <Link to={`/records/policy/documents/${encodeURIComponent(document.id)}`}>{document.title}</Link>{' '}
          {clause.number} · {say(W.source)} {source}
        </p>
      </section>
    </>
  )
}

function Money({ granule: { words, coverage, pot } }: { granule: Whole }) {
  const say = useSay()
  const money = useMoney()
  const unit = say(W.units[words.unit])
  const cap = (value: string | null) => (value === null ? '—' : `${formatNumber(value)} ${unit}`)
  const left = pot && String(Number(pot.amount) - Number(pot.committed))
  return (
    <section className="block">
      <h2>{say(W.amount)}</h2>
      <p>{words.benefit}</p>
      <dl className="policy-facts">
        <Fact name={say(W.formula)}>
          <code>{words.amount}</code> {unit}
        </Fact>
        <Fact name={say(W.capItem)}>{cap(words.cap_item)}</Fact>
        <Fact name={say(W.capYear)}>{cap(words.cap_year)}</Fact>
        <Fact name={say(W.rounding)}>{say(W.roundings[words.rounding])}</Fact>
        <Fact name={say(W.stack)}>
          {words.stack ? `${words.stack} · ${say(W.stackings[words.stacking])}` : say(W.stackings.stackable)}
        </Fact>
        <Fact name={say(W.pot)}>{pot ? pot.name : say(W.noPot)}</Fact>
      </dl>
      {left && coverage.match > 0 && (
        <p className="policy-note">{say(W.potLine(money(coverage.amountYuan), money(left)))}</p>
      )}
    </section>
  )
}

function Handling({ granule: { words } }: { granule: Whole }) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const { window_from, window_to, window_months, mode, evidence, basis, clawback } = words
  const day = (value: string | null) => (value === null ? '' : formatDate(value, language))
  const window = [
    window_from || window_to ? `${day(window_from)}—${day(window_to)}` : undefined,
    window_months === null ? undefined : say(W.months(window_months)),
  ].filter((each) => each !== undefined)
  return (
    <section className="block">
      <h2>{say(W.handling)}</h2>
      <dl className="policy-facts">
        <Fact name={say(W.mode)}>{say(W.modes[mode])}</Fact>
        <Fact name={say(W.window)}>{window.length > 0 ? window.join(marks.semi) : say(W.always)}</Fact>
        <Fact name={say(W.basis)}>{basis}</Fact>
        <Fact name={say(W.clawback)}>{clawback ?? '—'}</Fact>
      </dl>
      <h3>{say(W.evidence)}</h3>
      <ul className="lines">
        {evidence.map(({ name, fromData }) => (
          <li key={name}>
            <span className="grow">{name}</span>
            {fromData && <span className="policy-good">✓ {say(W.fromData)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
