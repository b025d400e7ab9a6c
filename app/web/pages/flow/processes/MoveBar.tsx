import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Action, ActionDialog } from '../../../access/ActionDialog.tsx'
import { useSay } from '../../../i18n/index.ts'
import { discardVersion, moveVersion, type VersionWhole } from './queries.ts'
import type { Drawing } from './useDrawing.ts'
import { W } from './words.ts'

interface Props {
  readonly id: string
  readonly version: VersionWhole
  readonly drawing: Drawing
}

/** What this person may do with this version now. */
export function MoveBar({ id, version, drawing }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const [action, setAction] = useState<Action>()
  const { number, moves } = version
  const may = (move: VersionWhole['moves'][number]) => moves.includes(move)
  const why = [{ name: 'why', label: say(W.why) }]
  const actions = {
    submit: {
      title: say(W.submit),
      about: say(W.secondHint),
      fields: [],
      run: () => moveVersion(id, number, 'submit'),
    },
    publish: {
      title: say(W.publish),
      about: say(W.publishAbout),
      fields: [],
      run: () => moveVersion(id, number, 'publish'),
    },
    recall: { title: say(W.recall), fields: why, run: (given) => moveVersion(id, number, 'recall', given) },
    return: { title: say(W.return), fields: why, run: (given) => moveVersion(id, number, 'return', given) },
    discard: {
      title: say(W.discard),
      about: say(W.discardAbout),
      fields: [],
      run: async () => {
        await navigate(`/processes/${id}`)
        await discardVersion(id, number)
      },
    },
  } as const satisfies Record<string, Action>
  const button = (move: keyof typeof actions, primary = false, disabled = false) =>
    may(move) && (
      <button
        type="button"
        className={primary ? 'button primary' : 'button'}
        disabled={disabled}
        onClick={() => setAction(actions[move])}
      >
        {actions[move].title}
      </button>
    )
  const sound = drawing.problems.length === 0
  const ready = !drawing.dirty && sound
  return (
    <>
      {button('discard')}
      {may('save') && (
        <button
          type="button"
          className={drawing.dirty ? 'button primary' : 'button'}
          disabled={!drawing.dirty || drawing.busy}
          onClick={() => void drawing.save()}
        >
          {say(W.save)}
        </button>
      )}
      {button('submit', ready, !ready)}
      {button('recall')}
      {button('return')}
      {button('publish', true)}
      {may('submit') && !ready && (
        <p className="process-hint">{say(drawing.dirty ? W.unsaved : W.submitHint)}</p>
      )}
      {version.state === 'submitted' && !may('publish') && (
        <p className="process-hint">{say(W.secondHint)}</p>
      )}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}
