import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import {
  type Check,
  type Criterion,
  checkWords,
  save,
  useTraits,
  type Whole,
  type Words,
} from '../queries.ts'
import { W } from '../words.ts'
import { evidenceFrom, evidenceText, givenFrom, givenText } from './lines.ts'

/** How long nothing must be typed before it is checked. */
const PAUSE = 350

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
  const [check, setCheck] = useState<Check>(granule.check)
  const [saved, setSaved] = useState(typed)
  const dirty = typed !== saved
  const asked = useRef(0)
  const traits = useTraits(true)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const word = (part: Partial<Words>) => change({ words: { ...typed.words, ...part } })
  const setCriterion = (at: number, part: Partial<Criterion>) =>
    change({ criteria: typed.criteria.map((each, i) => (i === at ? { ...each, ...part } : each)) })

  useEffect(() => {
    onUnsaved(dirty)
    return () => onUnsaved(false)
  }, [dirty, onUnsaved])

  useEffect(() => {
    if (!dirty) return
    const mine = ++asked.current
    const { amount, unit, cap_item, rounding } = typed.words
    const wording = {
      amount,
      unit,
      cap_item,
      rounding,
      criteria: typed.criteria,
      given: givenFrom(typed.given, words.given),
    }
    const timer = setTimeout(async () => {
      const found = await checkWords(wording).catch(() => undefined)
      if (found && mine === asked.current) setCheck(found)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [dirty, typed, words.given])

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
  const problems = (part: string, criterion?: number) =>
    check.problems
      .filter((problem) => problem.part === part && problem.criterion === criterion)
      .map(({ says, remedy }) => (
        <p key={says.zh} className="policy-bad" role="alert">
          ✗ {say(says)} — {say(remedy)}
        </p>
      ))
  const input = (name: 'title' | 'basis', wide = true) => (
    <label className={wide ? 'wide' : undefined}>
      {say(W[name])}
      <input className="input" value={typed.words[name]} onChange={(e) => word({ [name]: e.target.value })} />
    </label>
  )
  const optional = (
    name: 'cap_item' | 'cap_year' | 'stack' | 'to' | 'window_from' | 'window_to' | 'clawback',
    label: string,
    type = 'text',
  ) => (
    <label>
      {label}
      <input
        className="input"
        type={type}
        value={typed.words[name] ?? ''}
        onChange={(e) => word({ [name]: e.target.value || null })}
      />
    </label>
  )
  const choice = <N extends 'unit' | 'rounding' | 'stacking' | 'mode' | 'standing' | 'event'>(
    name: N,
    label: string,
    options: Readonly<Record<string, { zh: string; en: string }>>,
  ) => (
    <label>
      {label}
      <select
        className="select"
        value={typed.words[name]}
        onChange={(e) => word({ [name]: e.target.value } as Partial<Words>)}
      >
        {Object.entries(options).map(([key, name]) => (
          <option key={key} value={key}>
            {say(name)}
          </option>
        ))}
      </select>
    </label>
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
        {typed.criteria.map((criterion, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
          <div className="policy-criterion" key={i}>
            {(['says', 'operand', 'test', 'unit'] as const).map((name) => (
              <label key={name}>
                {say(W[name])}
                <input
                  className={name === 'operand' || name === 'test' ? 'input feel' : 'input'}
                  value={criterion[name] ?? ''}
                  onChange={(e) =>
                    setCriterion(i, { [name]: name === 'unit' ? e.target.value || null : e.target.value })
                  }
                />
              </label>
            ))}
            <button
              type="button"
              className="button quiet"
              onClick={() => change({ criteria: typed.criteria.filter((_, at) => at !== i) })}
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
            change({ criteria: [...typed.criteria, { says: '', operand: '', test: '', unit: null }] })
          }
        >
          {say(W.addCriterion)}
        </button>
        <label className="wide">
          {say(W.given)}
          <textarea rows={2} value={typed.given} onChange={(e) => change({ given: e.target.value })} />
          {problems('given')}
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
          {problems('amount')}
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
        <label>
          {say(W.pot)}
          <select
            className="select"
            value={typed.words.pot ?? ''}
            onChange={(e) => word({ pot: e.target.value || null })}
          >
            <option value="">{say(W.noPot)}</option>
            {granule.pots.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say(W.from)}
          <input
            className="input"
            type="date"
            value={typed.words.from}
            onChange={(e) => word({ from: e.target.value })}
          />
        </label>
        {optional('to', say(W.to), 'date')}
        {optional('window_from', say(W.windowFrom), 'date')}
        {optional('window_to', say(W.windowTo), 'date')}
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
