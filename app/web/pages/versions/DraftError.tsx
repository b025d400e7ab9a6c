import type { Text } from '../../../../kernel/text.ts'
import { useSay } from '../../i18n/index.ts'
import { text } from '../../i18n/text.ts'
import { Problem } from '../../kit/States.tsx'

const W = {
  conflict: text('草稿已被他人改动', 'Someone else changed the draft'),
  reload: text('重新载入', 'Reload'),
}

interface Props {
  readonly draft: { readonly error: unknown; readonly overtaken: boolean }
  /** What can be done for what is still on the page. */
  readonly hint: Text
}

/** What went wrong with a draft; where somebody else saved it meanwhile, how to go on. */
export function DraftError({ draft, hint }: Props) {
  const say = useSay()
  if (draft.error === undefined) return null
  if (!draft.overtaken) return <Problem error={draft.error} />
  return (
    <div className="state" role="alert">
      <p className="state-title">{say(W.conflict)}</p>
      <p>{say(hint)}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {say(W.reload)}
      </button>
    </div>
  )
}
