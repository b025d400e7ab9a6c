import '@bpmn-io/form-js/dist/assets/form-js.css'
import './form.css'
import { Form } from '@bpmn-io/form-js'
import { useEffect, useRef } from 'react'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import type { OpenTask } from '../queries.ts'
import { W } from '../words.ts'
import { speakChinese } from './chinese.ts'
import { formInEnglish, knownInEnglish } from './english.ts'

interface Props {
  readonly form: NonNullable<OpenTask['form']>
  readonly known: OpenTask['known']
  readonly busy: boolean
  readonly send: (values: object) => void
  /** Stands between the form and its button. */
  readonly children: React.ReactNode
}

/** A task's form, by form-js; the server holds what it says to the same form once more. */
export default function FormView({ form, known, busy, send, children }: Props) {
  const say = useSay()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const shown = useRef<Form>(undefined)
  // What is being typed outlasts a refresh that brings the same form again.
  const first = useRef({ form, known })
  useEffect(() => {
    // What is typed counts at once: a line that goes as the field is left would move the button from under the pointer.
    const container = box.current as HTMLElement
    const made = new Form({ container, debounce: false } as object)
    const silence = language === 'zh' ? speakChinese(made, container) : undefined
    shown.current = made
    const { form, known } = first.current
    if (language === 'zh') void made.importSchema(form, { ...known })
    else void made.importSchema(formInEnglish(form), { ...knownInEnglish(known) })
    return () => {
      silence?.()
      made.destroy()
    }
  }, [language])
  const submit = () => {
    const { data, errors } = shown.current?.submit() ?? { data: {}, errors: {} }
    if (Object.keys(errors).length === 0) send(data)
    else box.current?.querySelector<HTMLElement>('.fjs-has-errors :is(input, textarea, select)')?.focus()
  }
  return (
    <div className="form">
      <div ref={box} className="flow-form" />
      {children}
      <button type="button" className="button primary" disabled={busy} onClick={submit}>
        {say(W.do)}
      </button>
    </div>
  )
}
