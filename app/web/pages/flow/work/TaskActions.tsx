import { useRef, useState } from 'react'
import { useSay } from '../../../i18n/index.ts'
import { useCloseOutside } from '../../../kit/useCloseOutside.ts'
import type { Doing } from '../CasePage.tsx'
import type { CaseWhole, OpenTask } from '../queries.ts'
import { W } from '../words.ts'
import { verbsFor, type WorkVerb } from './verbs.ts'
import { type TaskHere, WorkDialog } from './WorkDialog.tsx'
import { K } from './words.ts'

/** What a person may do with a task beside doing it: `task.may` says which. */
export function TaskActions({
  case: of,
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
  const [verb, setVerb] = useState<WorkVerb>()
  return (
    <span className="actions task-actions">
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
      {verbsFor(task).map((each) => (
        <button key={each.key} type="button" className="button" disabled={busy} onClick={() => setVerb(each)}>
          {say(each.title)}
        </button>
      ))}
      {verb && <WorkDialog verb={verb} task={{ ...task, case: of.id }} close={() => setVerb(undefined)} />}
    </span>
  )
}

/** The same in the little room of a line: a menu. */
export function TaskMenu({ task }: { task: TaskHere & Pick<OpenTask, 'may'> & { readonly title: string } }) {
  const say = useSay()
  const [verb, setVerb] = useState<WorkVerb>()
  const box = useRef<HTMLDetailsElement>(null)
  useCloseOutside(box)
  const verbs = verbsFor(task)
  if (verbs.length === 0) return null
  const choose = (each: WorkVerb) => {
    if (box.current) box.current.open = false
    setVerb(each)
  }
  return (
    <>
      <details className="task-menu" ref={box}>
        <summary className="button" aria-label={`${say(K.more)} · ${task.title}`}>
          {say(K.more)}
        </summary>
        <ul>
          {verbs.map((each) => (
            <li key={each.key}>
              <button type="button" onClick={() => choose(each)}>
                {say(each.title)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {verb && <WorkDialog verb={verb} task={task} close={() => setVerb(undefined)} />}
    </>
  )
}
