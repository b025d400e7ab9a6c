import '@bpmn-io/form-js/dist/assets/form-js.css'
import '../../form/form.css'
import { Form } from '@bpmn-io/form-js'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../../../../i18n/index.ts'
import { formInEnglish } from '../../form/english.ts'
import type { Forms } from '../queries.ts'

/** A form as its people see it, not to be filled in. */
export default function FormShown({ form }: { form: Forms[string] }) {
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const made = new Form({ container: box.current as HTMLElement })
    made.setProperty('readOnly', true)
    void made.importSchema(language === 'zh' ? form : formInEnglish(form))
    return () => made.destroy()
  }, [form, language])
  return <div ref={box} className="flow-form" />
}
