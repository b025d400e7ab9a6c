import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Text } from '../../../../../kernel/text.ts'
import { Refusal } from '../../../access/Refusal.tsx'
import { post } from '../../../client/fetch.ts'
import { useSay } from '../../../i18n/index.ts'
import { toast } from '../../../kit/Toast.tsx'
import { type InboxTask, refreshFlow } from '../queries.ts'
import { W } from '../words.ts'
import { WORK_VERBS } from './verbs.ts'
import { WorkDialog } from './WorkDialog.tsx'
import { K } from './words.ts'

export const keyOf = ({ case: of, token }: Pick<InboxTask, 'case' | 'token'>) => `${of} ${token}`

interface Outcome extends Pick<InboxTask, 'case' | 'token'> {
  readonly problem: { readonly code: string; readonly says: Text; readonly remedy: Text } | null
}
type Verb = 'take' | 'leave' | 'delegate'
const DELEGATE = WORK_VERBS.find(({ key }) => key === 'delegate')
const NAMES = { take: W.take, leave: W.leave, delegate: DELEGATE?.title ?? W.take }

/** 批量: the same for all that are chosen, each by itself; of what could not be done it says why. */
export function Batch({
  tasks,
  chosen,
  choose,
}: {
  readonly tasks: readonly InboxTask[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (keys: readonly string[]) => void
}) {
  const say = useSay()
  const [delegating, setDelegating] = useState(false)
  const [failed, setFailed] = useState<readonly (Outcome & { readonly title: string })[]>([])
  const picked = tasks.filter((task) => chosen.has(keyOf(task)))
  const [first] = picked
  const send = async (verb: Verb, more: object = {}) => {
    try {
      const outcomes = await post<Outcome[]>('/api/flow/batch', {
        verb,
        tasks: picked.map(({ case: of, token }) => ({ case: of, token })),
        ...more,
      })
      const refused = outcomes.filter(({ problem }) => problem !== null)
      setFailed(
        refused.map((each) => ({
          ...each,
          title: picked.find((task) => keyOf(task) === keyOf(each))?.title ?? '',
        })),
      )
      toast({ says: K.batchDone(NAMES[verb], outcomes.length - refused.length) })
      choose(refused.map(keyOf))
    } finally {
      void refreshFlow()
    }
  }
  const run = useMutation({ mutationFn: (verb: Verb) => send(verb) })
  const may = (verb: Verb) => picked.some((task) => task.may.includes(verb))
  return (
    <>
      {tasks.length > 0 && (
        <div className="toolbar batch">
          <label>
            <input
              type="checkbox"
              checked={tasks.length > 0 && picked.length === tasks.length}
              onChange={({ target }) => choose(target.checked ? tasks.map(keyOf) : [])}
            />{' '}
            {say(picked.length > 0 ? K.chosen(picked.length) : K.chooseAll)}
          </label>
          {(['take', 'leave'] as const).map(
            (verb) =>
              may(verb) && (
                <button
                  key={verb}
                  type="button"
                  className="button"
                  disabled={run.isPending}
                  onClick={() => run.mutate(verb)}
                >
                  {say(NAMES[verb])}
                </button>
              ),
          )}
          {may('delegate') && (
            <button type="button" className="button" onClick={() => setDelegating(true)}>
              {say(NAMES.delegate)}
            </button>
          )}
        </div>
      )}
      <Refusal error={run.error} />
      {failed.length > 0 && (
        <section className="block batch-failed" role="alert">
          <h2>
            {say(K.batchFailed(failed.length))}
            <button type="button" className="button quiet" onClick={() => setFailed([])}>
              {say(K.seen)}
            </button>
          </h2>
          <ul className="lines">
            {failed.map((each) => (
              <li key={keyOf(each)}>
                <span className="grow">
                  <Link to={`/cases/${each.case}`}>{each.title}</Link>
                  <br />
                  {say(each.problem?.says)} <span className="second">{say(each.problem?.remedy)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {delegating && first && DELEGATE && (
        <WorkDialog
          verb={DELEGATE}
          task={first}
          close={() => setDelegating(false)}
          run={(values) => send('delegate', DELEGATE.body(values))}
        />
      )}
    </>
  )
}
