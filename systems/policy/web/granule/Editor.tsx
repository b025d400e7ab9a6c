import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { useChecked } from '../../../../app/web/kit/useChecked.ts'
import type { Text } from '../../../../kernel/text.ts'
import { type Criterion, checkWords, save, useTraits, type Whole, type Words } from '../queries.ts'
import { W } from '../words.ts'
import { ChoiceField, CriteriaFields, DayField, OptionalField, PartProblems, PotField } from './fields.tsx'
import { evidenceFrom, evidenceText, givenFrom, givenText } from './lines.ts'

interface Typed {
  readonly words: Words
  readonly criteria: readonly Criterion[]
  readonly given: string
  readonly evidence: string
}

interface EditorProps {
  readonly granule: Whole
  /** Told whether something is typed that is not saved: what is submitted is what is saved. */
  readonly onUnsaved: (unsaved: boolean) => void
}

/** A draft as it is worded: what is typed is checked as it stands, each problem beside its field. */
export function Editor({ granule, onUnsaved }: EditorProps) {
  const say = useSay()
  const { words, criteria } = granule
  const [typed, setTyped] = useState<Typed>({
    words,
    criteria,
    given: givenText(words.given),
    evidence: evidenceText(words.evidence),
  })
  const [saved, setSaved] = useState(typed)
  const dirty = typed !== saved
  const { says: check = granule.check } = useChecked(typed, granule.check, (asked) => {
    const { amount, unit, cap_item, rounding } = asked.words
    const given = givenFrom(asked.given, words.given)
    return checkWords({ amount, unit, cap_item, rounding, criteria: asked.criteria, given })
  })
  const traits = useTraits(true)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const word = (part: Partial<Words>) => change({ words: { ...typed.words, ...part } })

  useEffect(() => {
    onUnsaved(dirty)
    return () => onUnsaved(false)
  }, [dirty, onUnsaved])

  const saving = useMutation({
    mutationFn: (sent: Typed) =>
      save(granule.id, {
        words: {
          ...sent.words,
          given: givenFrom(sent.given, words.given),
          evidence: evidenceFrom(sent.evidence),
        },
        criteria: sent.criteria,
        seen: granule.seen,
      }),
    onSuccess: (_, sent) => setSaved(sent),
  })
  const input = (name: 'title' | 'basis', wide = true) => (
    <label className={wide ? 'wide' : undefined}>
      {say(W[name])}
      <input className="input" value={typed.words[name]} onChange={(e) => word({ [name]: e.target.value })} />
    </label>
  )
  const optional = (name: 'cap_item' | 'cap_year' | 'stack' | 'clawback', label: string) => (
    <OptionalField label={label} value={typed.words[name]} set={(value) => word({ [name]: value })} />
  )
  const choice = <N extends 'unit' | 'rounding' | 'stacking' | 'mode' | 'standing' | 'event'>(
    name: N,
    label: string,
    options: Readonly<Record<Words[N], Text>>,
  ) => (
    <ChoiceField
      label={label}
      value={typed.words[name]}
      options={options}
      set={(value) => word({ [name]: value } as Partial<Words>)}
    />
  )
  const day = (name: 'to' | 'window_from' | 'window_to', label: string) => (
    <DayField label={label} value={typed.words[name]} set={(value) => word({ [name]: value })} />
  )
  return (
    <section className="block" aria-label={say(W.edit)}>
      <h2>
        {say(W.edit)}
        <button
          type="button"
          className={dirty ? 'button primary' : 'button'}
          disabled={!dirty || saving.isPending}
          onClick={() => saving.mutate(typed)}
        >
          {say(W.save)}
        </button>
      </h2>
      {saving.error && <Problem error={saving.error} />}
      <p aria-live="polite" className={check.sound ? 'policy-good' : 'policy-bad'}>
        {check.sound ? `✓ ${say(check.oneByOne ?? W.sound)}` : `✗ ${say(W.check)} ${check.problems.length}`}
      </p>
      <div className="policy-form">
        {input('title')}
        <CriteriaFields
          criteria={typed.criteria}
          check={check}
          blank={{ says: '', operand: '', test: '', unit: null }}
          set={(criteria) => change({ criteria })}
        />
        <label className="wide">
          {say(W.given)}
          <textarea rows={2} value={typed.given} onChange={(e) => change({ given: e.target.value })} />
          <PartProblems check={check} part="given" />
        </label>
        <label className="wide">
          {say(W.amount)}
          <textarea
            rows={2}
            value={typed.words.benefit}
            onChange={(e) => word({ benefit: e.target.value })}
          />
        </label>
        <label className="wide">
          {say(W.formula)}
          <textarea
            className="feel"
            rows={2}
            value={typed.words.amount}
            onChange={(e) => word({ amount: e.target.value })}
          />
          <PartProblems check={check} part="amount" />
        </label>
        {choice('unit', say(W.amountUnit), W.units)}
        {optional('cap_item', say(W.capItem))}
        {optional('cap_year', say(W.capYear))}
        {choice('rounding', say(W.rounding), W.roundings)}
        {choice('stacking', say(W.stackingName), W.stackings)}
        {optional('stack', say(W.stack))}
        {choice('event', say(W.event), W.events)}
        {choice('mode', say(W.mode), W.modes)}
        {choice('standing', say(W.standing), W.standings)}
        <PotField pots={granule.pots} value={typed.words.pot} set={(pot) => word({ pot })} />
        <DayField label={say(W.from)} value={typed.words.from} set={(from) => word({ from: from ?? '' })} />
        {day('to', say(W.to))}
        {day('window_from', say(W.windowFrom))}
        {day('window_to', say(W.windowTo))}
        {optional('clawback', say(W.clawback))}
        <label className="wide">
          {say(W.evidenceLines)}
          <textarea rows={3} value={typed.evidence} onChange={(e) => change({ evidence: e.target.value })} />
        </label>
        {input('basis')}
      </div>
      <details>
        <summary>{say(W.traits)}</summary>
        <p className="policy-traits">
          {traits.data?.map(({ name, unit }) => (
            <span key={name}>{unit ? `${name}（${unit}）` : name}</span>
          ))}
        </p>
      </details>
    </section>
  )
}
