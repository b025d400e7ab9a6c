import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../i18n/index.ts'
import { DateInput } from '../kit/DateInput.tsx'
import { Field } from './Field.tsx'
import { Refusal } from './Refusal.tsx'
import { A } from './words.ts'

export interface DialogField {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly kind?: 'text' | 'longText' | 'date'
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
  readonly run: (values: Readonly<Record<string, string>>) => Promise<unknown>
}

/** Something to be done, with what must be said for it; it stays open and says why when the server refuses. */
export function ActionDialog({ action, close }: { action: Action; close: () => void }) {
  const say = useSay()
  const box = useRef<HTMLDialogElement>(null)
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      action.fields.map(({ name, initial, options }) => [name, initial ?? options?.[0]?.[0] ?? '']),
    ),
  )
  const run = useMutation({ mutationFn: () => action.run(values), onSuccess: close })
  useEffect(() => box.current?.showModal(), [])
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
          <Field key={name} label={label} help={help}>
            {(control) => {
              const set = (value: string) => setValues({ ...values, [name]: value })
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
                <input className="input" autoComplete="off" {...common} />
              )
            }}
          </Field>
        ))}
        <Refusal error={run.error} />
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
