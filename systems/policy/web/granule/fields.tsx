import { useSay } from '../../../../app/web/i18n/index.ts'
import { DateInput } from '../../../../app/web/kit/DateInput.tsx'
import type { Text } from '../../../../kernel/text.ts'
import type { Check, Criterion } from '../queries.ts'
import { W } from '../words.ts'

/** What a check says of one part of the wording, beside its field. */
export function PartProblems(props: {
  readonly check: Check | undefined
  readonly part: string
  readonly criterion?: number
}) {
  const say = useSay()
  return props.check?.problems
    .filter(({ part, criterion }) => part === props.part && criterion === props.criterion)
    .map(({ says, remedy }) => (
      <p key={says.zh} className="policy-bad" role="alert">
        ✗ {say(says)} — {say(remedy)}
      </p>
    ))
}

/** A line that may be left empty: then it is null. */
export function OptionalField(props: {
  readonly label: string
  readonly value: string | null
  readonly set: (value: string | null) => void
}) {
  return (
    <label>
      {props.label}
      <input
        className="input"
        value={props.value ?? ''}
        onChange={(event) => props.set(event.target.value || null)}
      />
    </label>
  )
}

/** A day that may be left empty: then it is null. */
export function DayField(props: {
  readonly label: string
  readonly value: string | null
  readonly set: (value: string | null) => void
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
    <label>
      {props.label}
      <DateInput
        kind="date"
        value={props.value ?? ''}
        set={(value) => props.set(value || null)}
        aria-label={props.label}
      />
    </label>
  )
}

/** One of few. */
export function ChoiceField<K extends string>(props: {
  readonly label: string
  readonly value: K
  readonly options: Readonly<Record<K, Text>>
  readonly set: (value: K) => void
}) {
  const say = useSay()
  return (
    <label>
      {props.label}
      <select className="select" value={props.value} onChange={(event) => props.set(event.target.value as K)}>
        {(Object.entries(props.options) as [K, Text][]).map(([key, name]) => (
          <option key={key} value={key}>
            {say(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** From which budget it is paid; none may be named. */
export function PotField(props: {
  readonly pots: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | null
  readonly set: (value: string | null) => void
}) {
  const say = useSay()
  return (
    <label>
      {say(W.pot)}
      <select
        className="select"
        value={props.value ?? ''}
        onChange={(event) => props.set(event.target.value || null)}
      >
        <option value="">{say(W.noPot)}</option>
        {props.pots.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The conditions of a policy, each with what a check says of it. */
export function CriteriaFields<C extends Criterion>(props: {
  readonly criteria: readonly C[]
  readonly check: Check | undefined
  readonly blank: C
  readonly set: (criteria: C[]) => void
}) {
  const say = useSay()
  const { criteria, check, blank, set } = props
  const change = (at: number, part: Partial<Criterion>) =>
    set(criteria.map((each, i) => (i === at ? { ...each, ...part } : each)))
  return (
    <>
      {criteria.map((criterion, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place
        <div className="policy-criterion" key={i}>
          {(['says', 'operand', 'test', 'unit'] as const).map((name) => (
            <label key={name}>
              {say(W[name])}
              <input
                className={name === 'operand' || name === 'test' ? 'input feel' : 'input'}
                value={criterion[name] ?? ''}
                onChange={({ target: { value } }) =>
                  change(i, { [name]: name === 'unit' ? value || null : value })
                }
              />
            </label>
          ))}
          <button
            type="button"
            className="button quiet"
            onClick={() => set(criteria.filter((_, at) => at !== i))}
          >
            {say(W.remove)}
          </button>
          <PartProblems check={check} part="operand" criterion={i + 1} />
          <PartProblems check={check} part="test" criterion={i + 1} />
        </div>
      ))}
      <button type="button" className="button" onClick={() => set([...criteria, blank])}>
        {say(W.addCriterion)}
      </button>
    </>
  )
}
