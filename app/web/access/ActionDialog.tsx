import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../client/fetch.ts'
import { useSay } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { DateInput } from '../kit/DateInput.tsx'
import { Field } from './Field.tsx'
import { Refusal } from './Refusal.tsx'
import { A } from './words.ts'

export interface DialogField {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly kind?: 'text' | 'longText' | 'date' | 'time'
  /** A choice among these instead of a text: value and name. */
  readonly options?: readonly (readonly [string, string])[]
  readonly optional?: boolean
  readonly initial?: string
}

export interface Action {
  /** The verb, also on the button. */
  readonly title: string
  readonly about?: string
  readonly fields: readonly DialogField[]
  /** What would come of it as it is filled in. */
  readonly preview?: (values: Readonly<Record<string, string>>) => React.ReactNode
  readonly run: (values: Readonly<Record<string, string>>) => Promise<unknown>
}

/** The browser's own field would write a time in the browser's language. */
const TIME = { inputMode: 'numeric', pattern: '([01]?\\d|2[0-3]):[0-5]\\d', placeholder: '17:00' } as const

/**
 * Something to be done, with what must be said for it; it stays open and says why when the server refuses, at
 * the field where the refusal names one.
 */
export function ActionDialog({ action, close }: { action: Action; close: () => void }) {
  const say = useSay()
  const marks = useMarks()
  const box = useRef<HTMLDialogElement>(null)
  // What is offered may come after the dialog, so only what the person said is kept.
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const values = Object.fromEntries(
    action.fields.map(({ name, initial, options }) => [
      name,
      said[name] ?? initial ?? options?.[0]?.[0] ?? '',
    ]),
  )
  const run = useMutation({ mutationFn: () => action.run(values), onSuccess: close })
  useEffect(() => box.current?.showModal(), [])
  const refused = run.error instanceof ProblemError ? run.error.problem : undefined
  const atField = action.fields.some(({ name }) => name === refused?.place) ? refused : undefined
  return (
    <dialog ref={box} className="dialog" aria-label={action.title} onClose={close}>
      <h2>{action.title}</h2>
      {action.about && <p className="second">{action.about}</p>}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          run.mutate()
        }}
      >
        {action.fields.map(({ name, label, help, kind = 'text', options, optional }) => (
          <Field
            key={name}
            label={label}
            help={help}
            problem={
              atField?.place === name ? `${say(atField.says)}${marks.semi}${say(atField.remedy)}` : undefined
            }
          >
            {(control) => {
              const set = (value: string) => setSaid({ ...said, [name]: value })
              const given = { ...control, required: !optional, value: values[name] ?? '' }
              if (kind === 'date') return <DateInput kind="date" {...given} set={set} />
              const common = {
                ...given,
                onChange: (
                  event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>,
                ) => set(event.target.value),
              }
              if (kind === 'longText') return <textarea rows={5} {...common} />
              return options ? (
                <select className="select" {...common}>
                  {options.map(([value, called]) => (
                    <option key={value} value={value}>
                      {called}
                    </option>
                  ))}
                </select>
              ) : (
                <input className="input" autoComplete="off" {...(kind === 'time' ? TIME : {})} {...common} />
              )
            }}
          </Field>
        ))}
        {action.preview?.(values)}
        {!atField && <Refusal error={run.error} />}
        <div className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            {say(A.cancel)}
          </button>
          <button type="submit" className="button primary" disabled={run.isPending}>
            {action.title}
          </button>
        </div>
      </form>
    </dialog>
  )
}
