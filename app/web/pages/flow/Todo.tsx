import { lazy, Suspense, useState } from 'react'
import { Field } from '../../access/Field.tsx'
import { useNow } from '../../client/useNow.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { LightShape } from '../../kit/Light.tsx'
import { Loading } from '../../kit/States.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import type { Doing } from './CasePage.tsx'
import { useStepName } from './names.ts'
import type { CaseWhole, OpenTask } from './queries.ts'
import { remaining } from './time.ts'
import { W } from './words.ts'
import { TaskActions } from './work/TaskActions.tsx'
import { K } from './work/words.ts'

const FormView = lazy(() => import('./form/FormView.tsx'))

interface Props {
  readonly case: CaseWhole
  readonly task: OpenTask
  readonly busy: boolean
  readonly act: (doing: Doing) => void
}

/** One thing that is to be done: whose it is, until when, and, for whoever may, its form. */
export function Todo({ case: of, task, busy, act }: Props) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const post = usePost()
  const step = useStepName()
  const now = useNow()
  const { light, says } = remaining(task.due, now)
  const isPaused = task.pausedUntil !== null && Date.parse(task.pausedUntil) > now
  const mayDo = task.may.includes('do')
  return (
    <section className="block todo" aria-label={`${say(W.todo)}：${step(task.name ?? '')}`}>
      <h2>
        <span>
          {say(W.todo)} · {task.name ? step(task.name) : say(W.heldStep)}
        </span>
        <small className="inbox-due" data-light={light}>
          <LightShape light={light} /> {say(says)}
          {task.due && ` · ${formatInstant(task.due, language)}`}
        </small>
      </h2>
      <p className="todo-whose">
        <span>
          {task.office ? office(task.office, 'full') : '—'} ·{' '}
          {task.holder ? `${say(W.holder)} ${post(task.holder)}` : say(W.nobody)}
          {isPaused && (
            <span className="tag">{say(K.paused(formatInstant(task.pausedUntil ?? '', language)))}</span>
          )}
        </span>
        <TaskActions case={of} task={task} busy={busy} act={act} />
      </p>
      {mayDo && <Work task={task} busy={busy} act={act} />}
    </section>
  )
}

function Work({ task, busy, act }: Omit<Props, 'case'>) {
  const say = useSay()
  const [why, setWhy] = useState('')
  const send = (values: object) =>
    act({ token: task.token, verb: 'do', body: { values, ...(why.trim() ? { why } : {}) } })
  const remark = (
    <Field label={say(W.opinion)} help={say(W.opinionHelp)}>
      {(control) => (
        <textarea
          rows={2}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          {...control}
        />
      )}
    </Field>
  )
  if (!task.form)
    return (
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send({})
        }}
      >
        {remark}
        <button type="submit" className="button primary" disabled={busy}>
          {say(W.doPlain)}
        </button>
      </form>
    )
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <FormView form={task.form} known={task.known} busy={busy} send={send}>
        {remark}
      </FormView>
    </Suspense>
  )
}
