import '@bpmn-io/form-js/dist/assets/form-js.css'
import '@bpmn-io/form-js/dist/assets/form-js-editor.css'
import '@bpmn-io/form-js/dist/assets/properties-panel.css'
import '../../form/form.css'
import { FormEditor as Editor } from '@bpmn-io/form-js'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../../../../i18n/index.ts'
import type { Forms } from '../queries.ts'
import { nameInChinese, speakChinese } from './chinese.ts'

type Form = Forms[string]

/** Draws a form, by form-js. */
export default function FormEditor({ form, set }: { form: Form; set: (form: Form) => void }) {
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const now = useRef({ form, set })
  now.current = { form, set }
  useEffect(() => {
    const container = box.current as HTMLElement
    const made = new Editor({ container })
    let live = true
    if (language === 'zh') nameInChinese(made.get('fieldFactory'))
    const silence = language === 'zh' ? speakChinese(container) : undefined
    void made.importSchema(now.current.form).then(() => {
      // It tells of what it makes of the form as it opens, too.
      let written = JSON.stringify(made.getSchema())
      made.on('commandStack.changed', () => {
        const next = JSON.stringify(made.getSchema())
        if (!live || next === written) return
        written = next
        now.current.set(JSON.parse(next) as Form)
      })
    })
    return () => {
      live = false
      silence?.()
      made.destroy()
    }
  }, [language])
  return <div ref={box} className="process-form-editor" />
}
