import { useState } from 'react'
import { type Action, ActionDialog } from '../../../app/web/access/ActionDialog.tsx'
import { useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { send } from './send.ts'
import type { Result } from './types.ts'
import { W } from './words.ts'

/** Objects to a result within its notice: the firm itself, or somebody for it. */
export function ObjectButton({ result }: { result: Result }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const [open, setOpen] = useState(false)
  const { scheme, firm, mayObject } = result
  if (!mayObject || !scheme.round) return null
  const round = scheme.round.id
  const action: Action = {
    title: say(meta?.actor.role === 'enterprise' ? W.object : W.objectFor),
    about: say(W.objectAbout),
    fields: [{ name: 'reason', label: say(W.reason) }],
    run: (given) => send(`/rounds/${encodeURIComponent(round)}/objections`, { firm, ...given }),
  }
  return (
    <>
      <button type="button" className="button primary" onClick={() => setOpen(true)}>
        {action.title}
      </button>
      {open && <ActionDialog action={action} close={() => setOpen(false)} />}
    </>
  )
}
