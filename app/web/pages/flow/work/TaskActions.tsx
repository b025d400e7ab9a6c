import { useSay } from '../../../i18n/index.ts'
import type { Doing } from '../CasePage.tsx'
import type { CaseWhole, OpenTask } from '../queries.ts'
import { W } from '../words.ts'

/** What a person may do with a task beside doing it: `task.may` says which. Dialogs of these stand in this folder. */
export function TaskActions({
  task,
  busy,
  act,
}: {
  readonly case: CaseWhole
  readonly task: OpenTask
  readonly busy: boolean
  readonly act: (doing: Doing) => void
}) {
  const say = useSay()
  return (
    <span className="actions">
      {(['take', 'leave'] as const).map(
        (verb) =>
          task.may.includes(verb) && (
            <button
              key={verb}
              type="button"
              className="button"
              disabled={busy}
              onClick={() => act({ token: task.token, verb })}
            >
              {say(W[verb])}
            </button>
          ),
      )}
    </span>
  )
}
