import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Text } from '../../../../kernel/text.ts'
import { type Action, ActionDialog } from '../../access/ActionDialog.tsx'
import { useSay } from '../../i18n/index.ts'
import './versions.css'

type Move = 'save' | 'discard' | 'submit' | 'recall' | 'return' | 'publish'

interface Props {
  readonly version: { readonly number: number; readonly state: string; readonly moves: readonly Move[] }
  /** The draft as it is being worked on. */
  readonly draft: {
    readonly dirty: boolean
    readonly busy: boolean
    readonly sound: boolean
    readonly save: () => Promise<unknown>
  }
  /** Of what it is a version: its page. */
  readonly home: string
  readonly move: (move: Move, given?: object) => Promise<void>
  readonly discard: () => Promise<void>
  readonly words: Readonly<
    Record<Move | 'why' | 'secondHint' | 'publishAbout' | 'discardAbout' | 'unsaved' | 'submitHint', Text>
  >
}

/** What this person may do with this version now: of a rule, of a process. */
export function MoveBar({ version, draft, home, move, discard, words: W }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const [action, setAction] = useState<Action>()
  const may = (each: Move) => version.moves.includes(each)
  const why = [{ name: 'why', label: say(W.why) }]
  const actions = {
    submit: { title: say(W.submit), about: say(W.secondHint), fields: [], run: () => move('submit') },
    publish: { title: say(W.publish), about: say(W.publishAbout), fields: [], run: () => move('publish') },
    recall: { title: say(W.recall), fields: why, run: (given) => move('recall', given) },
    return: { title: say(W.return), fields: why, run: (given) => move('return', given) },
    discard: {
      title: say(W.discard),
      about: say(W.discardAbout),
      fields: [],
      run: async () => {
        await navigate(home)
        await discard()
      },
    },
  } as const satisfies Record<string, Action>
  const button = (each: keyof typeof actions, primary = false, disabled = false) =>
    may(each) && (
      <button
        type="button"
        className={primary ? 'button primary' : 'button'}
        disabled={disabled}
        onClick={() => setAction(actions[each])}
      >
        {actions[each].title}
      </button>
    )
  const ready = !draft.dirty && draft.sound
  return (
    <>
      {button('discard')}
      {may('save') && (
        <button
          type="button"
          className={draft.dirty ? 'button primary' : 'button'}
          disabled={!draft.dirty || draft.busy}
          onClick={() => void draft.save()}
        >
          {say(W.save)}
        </button>
      )}
      {button('submit', ready, !ready)}
      {button('recall')}
      {button('return')}
      {button('publish', true)}
      {may('submit') && !ready && (
        <p className="version-hint">{say(draft.dirty ? W.unsaved : W.submitHint)}</p>
      )}
      {version.state === 'submitted' && !may('publish') && (
        <p className="version-hint">{say(W.secondHint)}</p>
      )}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}
