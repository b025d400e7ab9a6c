import { useState } from 'react'
import { Field } from '../../../../access/Field.tsx'
import { useApi } from '../../../../client/queries.ts'
import { useLanguage, useSay } from '../../../../i18n/index.ts'
import { formatInstant } from '../../../../kit/format.ts'
import { P } from './words.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly help?: string | undefined
}

/** A line that counts as it is typed. */
export function Line({ label, value, set, help }: Props) {
  return (
    <Field label={label} help={help}>
      {(control) => (
        <input
          className="input"
          autoComplete="off"
          spellCheck={false}
          {...control}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A name that counts once it is written whole: what is half typed would be made as another. */
export function NameLine({ label, value, set, known }: Props & { readonly known: readonly string[] }) {
  const [typed, setTyped] = useState(value)
  return (
    <Field label={label}>
      {(control) => (
        <>
          <input
            className="input"
            autoComplete="off"
            spellCheck={false}
            list={`${control.id}-known`}
            {...control}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => typed !== value && set(typed.trim())}
            onKeyDown={(event) => event.key === 'Enter' && set(typed.trim())}
          />
          <datalist id={`${control.id}-known`}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

export type Option = readonly [value: string, name: string]

export function Choice({ label, value, set, options }: Props & { readonly options: readonly Option[] }) {
  const say = useSay()
  const all =
    options.some(([each]) => each === value) || value === '' ? options : [...options, [value, value] as const]
  return (
    <Field label={label}>
      {(control) => (
        <select className="select" {...control} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{say(P.none)}</option>
          {all.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A choice, or `=` and an expression that makes it case by case. */
export function ChoiceOrExpression({
  label,
  value,
  set,
  options,
}: Props & { readonly options: readonly Option[] }) {
  const say = useSay()
  const computed = value.startsWith('=')
  return (
    <>
      <Choice
        label={label}
        value={computed ? '=' : value}
        set={set}
        options={[...options, ['=', say(P.computed)]]}
      />
      {computed && (
        <Line
          label={`${label} · ${say(P.expression)}`}
          value={value.slice(1)}
          set={(typed) => set(`=${typed}`)}
        />
      )}
    </>
  )
}

/** A time limit, and the moment at which one that began now would end. */
export function Limit({ label, value, set }: Props) {
  const say = useSay()
  const language = useLanguage()
  const counted = value !== '' && !value.startsWith('=')
  const { data } = useApi('/api/flow/moment', counted ? { query: { limit: value } } : undefined)
  const until = counted && data?.at ? say(P.from(formatInstant(data.at, language))) : undefined
  return <Line label={label} value={value} set={set} help={until ?? say(P.limitHelp)} />
}

export function Check({
  label,
  value,
  set,
}: {
  readonly label: string
  readonly value: boolean
  readonly set: (value: boolean) => void
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  )
}
