import { useState } from 'react'
import { type Action, ActionDialog } from '../../../app/web/access/ActionDialog.tsx'

/** A verb that asks before it acts. */
export function ActButton({ action, quiet }: { readonly action: Action; readonly quiet?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={quiet ? 'button quiet' : 'button'} onClick={() => setOpen(true)}>
        {action.title}
      </button>
      {open && <ActionDialog action={action} close={() => setOpen(false)} />}
    </>
  )
}
