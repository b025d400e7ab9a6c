import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Action, ActionDialog } from '../../../../app/web/access/ActionDialog.tsx'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { discard, move, type Whole } from '../queries.ts'
import { W } from '../words.ts'

/** What this person may do with this version now. */
export function Moves({
  granule: { id, moves },
  unsaved,
}: {
  readonly granule: Whole
  readonly unsaved: boolean
}) {
  const say = useSay()
  const navigate = useNavigate()
  const [action, setAction] = useState<Action>()
  const plain = (name: 'submit' | 'publish', about?: string): Action => ({
    title: say(W[name]),
    ...(about ? { about } : {}),
    fields: [],
    run: () => move(id, name),
  })
  const withWhy = (name: 'recall' | 'return' | 'end'): Action => ({
    title: say(W[name]),
    fields: [{ name: 'why', label: say(W.why) }],
    run: (given) => move(id, name, given),
  })
  const actions: Readonly<Record<string, Action>> = {
    discard: {
      title: say(W.discard),
      fields: [],
      run: async () => {
        await navigate('/policy')
        await discard(id)
      },
    },
    recall: withWhy('recall'),
    return: withWhy('return'),
    end: withWhy('end'),
    submit: plain('submit'),
    publish: plain('publish', say(W.publishAbout)),
  }
  return (
    <>
      {Object.entries(actions)
        .filter(([name]) => (moves as readonly string[]).includes(name))
        .map(([name, each]) => (
          <button
            key={name}
            type="button"
            className={name === 'submit' || name === 'publish' ? 'button primary' : 'button'}
            disabled={name === 'submit' && unsaved}
            title={name === 'submit' && unsaved ? say(W.saveFirst) : undefined}
            onClick={() => setAction(each)}
          >
            {each.title}
          </button>
        ))}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}
