import { lazy, Suspense, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { FormPlan } from './forms.ts'

const FormDialog = lazy(() => import('./FormDialog.tsx'))

interface Props {
  readonly form: FormPlan
  readonly path: string
  /** Sent with the answers. */
  readonly also?: Readonly<Record<string, string>>
  readonly primary?: boolean
  /** Answers to begin with. */
  readonly initial?: Readonly<Record<string, string>>
}

/** A verb that asks before it acts; the dialog is loaded when first needed. */
export function FormButton({ form, path, also, primary, initial }: Props) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={primary ? 'button primary' : 'button'} onClick={() => setOpen(true)}>
        {say(form.title)}
      </button>
      {open && (
        <Suspense fallback={null}>
          <FormDialog
            form={form}
            path={path}
            close={() => setOpen(false)}
            {...(also ? { also } : {})}
            {...(initial ? { initial } : {})}
          />
        </Suspense>
      )}
    </>
  )
}
