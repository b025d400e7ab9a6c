import { useEffect, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { DateInput } from '../../../../app/web/kit/DateInput.tsx'
import { givenFrom, givenText } from '../granule/lines.ts'
import { type Check, checkWords } from '../queries.ts'
import { W } from '../words.ts'
import type { Finding, Proposal, Reading } from './useReadings.ts'
import { R } from './words.ts'

/** How long nothing must be typed before it is checked. */
const PAUSE = 350

/** A proposal as a person words it; expressions are checked as they stand. */
export function ProposalForm({
  reading,
  finding,
  save,
  close,
}: {
  reading: Reading
  finding: Finding
  save: (words: Partial<Proposal>) => void
  close: () => void
}) {
  const say = useSay()
  const [words, setWords] = useState<Proposal>(finding.proposal)
  const [given, setGiven] = useState(givenText(finding.proposal.given))
  const [check, setCheck] = useState<Check>()
  const word = (part: Partial<Proposal>) => setWords((before) => ({ ...before, ...part }))
  const setCriterion = (at: number, part: Partial<Proposal['criteria'][number]>) =>
    word({ criteria: words.criteria.map((each, i) => (i === at ? { ...each, ...part } : each)) })

  useEffect(() => {
    const { amount, unit, cap_item } = words
    const criteria = words.criteria.map(({ says, operand, test, unit: of }) => ({
      says,
      operand,
      test,
      unit: of,
    }))
    const facts = givenFrom(given, finding.proposal.given)
    let isLast = true
    const timer = setTimeout(async () => {
      const wording = { amount, unit, cap_item, criteria, given: facts, rounding: 'yuan' }
      const found = await checkWords(wording).catch(() => undefined)
      if (found && isLast) setCheck(found)
    }, PAUSE)
    return () => {
      isLast = false
      clearTimeout(timer)
    }
  }, [words, given, finding.proposal.given])

  const problems = (part: string, criterion?: number) =>
    check?.problems
      .filter((problem) => problem.part === part && problem.criterion === criterion)
      .map(({ says, remedy }) => (
        <p key={says.zh} className="policy-bad" role="alert">
          ✗ {say(says)} — {say(remedy)}
        </p>
      ))
  const choice = <N extends 'unit' | 'stacking'>(
    name: N,
    label: string,
    options: Readonly<Record<string, { zh: string; en: string }>>,
  ) => (
    <label>
      {label}
      <select
        className="select"
        value={words[name]}
        onChange={(event) => word({ [name]: event.target.value } as Partial<Proposal>)}
      >
        {Object.entries(options).map(([key, called]) => (
          <option key={key} value={key}>
            {say(called)}
          </option>
        ))}
      </select>
    </label>
  )
  const optional = (name: 'cap_item' | 'cap_year' | 'stack', label: string) => (
    <label>
      {label}
      <input
        className="input"
        value={words[name] ?? ''}
        onChange={(event) => word({ [name]: event.target.value || null })}
      />
    </label>
  )
  const day = (name: 'window_from' | 'window_to', label: string) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
    <label>
      {label}
      <DateInput
        kind="date"
        value={words[name] ?? ''}
        set={(value) => word({ [name]: value || null })}
        aria-label={label}
      />
    </label>
  )
  const { cites: _, left: __, ...typed } = words
  return (
    <div className="policy-form">
      <label className="wide">
        {say(W.title)}
        <input
          className="input"
          value={words.title}
          onChange={(event) => word({ title: event.target.value })}
        />
      </label>
      {words.criteria.map((criterion, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
        <div className="policy-criterion" key={i}>
          {(['says', 'operand', 'test', 'unit'] as const).map((name) => (
            <label key={name}>
              {say(W[name])}
              <input
                className={name === 'operand' || name === 'test' ? 'input feel' : 'input'}
                value={criterion[name] ?? ''}
                onChange={(event) =>
                  setCriterion(i, {
                    [name]: name === 'unit' ? event.target.value || null : event.target.value,
                  })
                }
              />
            </label>
          ))}
          <button
            type="button"
            className="button quiet"
            onClick={() => word({ criteria: words.criteria.filter((_each, at) => at !== i) })}
          >
            {say(W.remove)}
          </button>
          {problems('operand', i + 1)}
          {problems('test', i + 1)}
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() =>
          word({ criteria: [...words.criteria, { says: '', operand: '', test: '', unit: null, cites: '' }] })
        }
      >
        {say(W.addCriterion)}
      </button>
      <label className="wide">
        {say(W.given)}
        <textarea rows={2} value={given} onChange={(event) => setGiven(event.target.value)} />
        {problems('given')}
      </label>
      <label className="wide">
        {say(W.amount)}
        <textarea
          rows={2}
          value={words.benefit}
          onChange={(event) => word({ benefit: event.target.value })}
        />
      </label>
      <label className="wide">
        {say(W.formula)}
        <textarea
          className="feel"
          rows={2}
          value={words.amount}
          onChange={(event) => word({ amount: event.target.value })}
        />
        {problems('amount')}
      </label>
      {choice('unit', say(W.unit), W.units)}
      {optional('cap_item', say(W.capItem))}
      {optional('cap_year', say(W.capYear))}
      {choice('stacking', say(R.stacking), W.stackings)}
      {optional('stack', say(R.parts.stack!))}
      <label>
        {say(W.pot)}
        <select
          className="select"
          value={words.pot ?? ''}
          onChange={(event) => word({ pot: event.target.value || null })}
        >
          <option value="">{say(W.noPot)}</option>
          {reading.pots.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say(R.months)}
        <input
          className="input"
          inputMode="numeric"
          value={words.window_months ?? ''}
          onChange={(event) =>
            word({ window_months: Number(event.target.value.replace(/\D/g, '').slice(0, 3)) || null })
          }
        />
      </label>
      {day('window_from', say(R.windowFrom))}
      {day('window_to', say(R.windowTo))}
      <p className="actions wide">
        <button
          type="button"
          className="button primary"
          onClick={() => save({ ...typed, given: givenFrom(given, finding.proposal.given) })}
        >
          {say(R.save)}
        </button>
        <button type="button" className="button quiet" onClick={close}>
          {say(R.close)}
        </button>
      </p>
    </div>
  )
}
