import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Action, ActionDialog } from '../../access/ActionDialog.tsx'
import { useSay } from '../../i18n/index.ts'
import { discardVersion, moveVersion, type RuleWhole, type VersionWhole } from './queries.ts'
import type { Wording } from './useWording.ts'
import { W } from './words.ts'

interface Props {
  readonly rule: RuleWhole
  readonly version: VersionWhole
  readonly wording: Wording
}

/** What this person may do with this version now. */
export function MoveBar({ rule, version, wording }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const [action, setAction] = useState<Action>()
  const { id } = rule
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
        await navigate(`/rules/${id}`)
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
  const ready = !wording.dirty && wording.check.sound
  return (
    <>
      {button('discard')}
      {may('save') && (
        <button
          type="button"
          className={wording.dirty ? 'button primary' : 'button'}
          disabled={!wording.dirty || wording.busy}
          onClick={() => void wording.save()}
        >
          {say(W.save)}
        </button>
      )}
      {button('submit', ready, !ready)}
      {button('recall')}
      {button('return')}
      {button('publish', true)}
      {may('submit') && !ready && (
        <p className="rule-hint">{say(wording.dirty ? W.unsaved : W.submitHint)}</p>
      )}
      {version.state === 'submitted' && !may('publish') && <p className="rule-hint">{say(W.secondHint)}</p>}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}
