import { useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useChecked } from '../../../../app/web/kit/useChecked.ts'
import type { Text } from '../../../../kernel/text.ts'
import {
  ChoiceField,
  CriteriaFields,
  DayField,
  OptionalField,
  PartProblems,
  PotField,
} from '../granule/fields.tsx'
import { givenFrom, givenText } from '../granule/lines.ts'
import { checkWords } from '../queries.ts'
import { W } from '../words.ts'
import type { Finding, Proposal, Reading } from './useReadings.ts'
import { R } from './words.ts'

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
  const [typed, setTyped] = useState({ words: finding.proposal, given: givenText(finding.proposal.given) })
  const { words } = typed
  const word = (part: Partial<Proposal>) =>
    setTyped((before) => ({ ...before, words: { ...before.words, ...part } }))
  const given = givenFrom(typed.given, finding.proposal.given)
  const { says: check } = useChecked(typed, undefined, () => {
    const { amount, unit, cap_item, criteria } = words
    return checkWords({
      amount,
      unit,
      cap_item,
      criteria: criteria.map(({ cites: _, ...criterion }) => criterion),
      given,
      rounding: 'yuan',
    })
  })
  const choice = <N extends 'unit' | 'stacking'>(
    name: N,
    label: string,
    options: Readonly<Record<Proposal[N], Text>>,
  ) => (
    <ChoiceField
      label={label}
      value={words[name]}
      options={options}
      set={(value) => word({ [name]: value } as Partial<Proposal>)}
    />
  )
  const optional = (name: 'cap_item' | 'cap_year' | 'stack', label: string) => (
    <OptionalField label={label} value={words[name]} set={(value) => word({ [name]: value })} />
  )
  const day = (name: 'window_from' | 'window_to', label: string) => (
    <DayField label={label} value={words[name]} set={(value) => word({ [name]: value })} />
  )
  const { cites: _, left: __, ...wording } = words
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
      <CriteriaFields
        criteria={words.criteria}
        check={check}
        blank={{ says: '', operand: '', test: '', unit: null, cites: '' }}
        set={(criteria) => word({ criteria })}
      />
      <label className="wide">
        {say(W.given)}
        <textarea
          rows={2}
          value={typed.given}
          onChange={(event) => setTyped({ words, given: event.target.value })}
        />
        <PartProblems check={check} part="given" />
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
        <PartProblems check={check} part="amount" />
      </label>
      {choice('unit', say(W.unit), W.units)}
      {optional('cap_item', say(W.capItem))}
      {optional('cap_year', say(W.capYear))}
      {choice('stacking', say(R.stacking), W.stackings)}
      {optional('stack', say(R.parts.stack!))}
      <PotField pots={reading.pots} value={words.pot} set={(pot) => word({ pot })} />
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
        <button type="button" className="button primary" onClick={() => save({ ...wording, given })}>
          {say(R.save)}
        </button>
        <button type="button" className="button quiet" onClick={close}>
          {say(R.close)}
        </button>
      </p>
    </div>
  )
}
