import { ActionDialog, type DialogField } from '../../../access/ActionDialog.tsx'
import { codeOf } from '../../../access/Refusal.tsx'
import { post } from '../../../client/fetch.ts'
import { useApi, useMeta } from '../../../client/queries.ts'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { formatInstant } from '../../../kit/format.ts'
import { toast } from '../../../kit/Toast.tsx'
import { useOffice } from '../../../kit/useOffice.ts'
import { usePost } from '../../../kit/usePost.ts'
import { refreshFlow } from '../queries.ts'
import { endOf } from './until.ts'
import type { FieldName, Values, WorkVerb } from './verbs.ts'
import { K } from './words.ts'

/** The task that something is done with, as its page or the inbox has it. */
export interface TaskHere {
  readonly case: string
  readonly token: number
  readonly office: string | null
  readonly due: string | null
}

interface Props {
  readonly verb: WorkVerb
  readonly task: TaskHere
  readonly close: () => void
  /** Instead of sending it for this one task. */
  readonly run?: (values: Values) => Promise<unknown>
}

/** One dialog for every verb of the table: it asks what the verb needs, and says at the field what is wrong with it. */
export function WorkDialog({ verb, task, close, run }: Props) {
  const say = useSay()
  const fields = useFields(verb, task)
  const { kind } = verb
  if (!fields) return null
  const send = async (values: Values) => {
    const path = `/api/flow/cases/${encodeURIComponent(task.case)}/tasks/${task.token}/${verb.path}`
    try {
      await post(path, verb.body(values))
      toast({ says: verb.done })
    } finally {
      void refreshFlow()
    }
  }
  return (
    <ActionDialog
      close={close}
      action={{
        title: say(verb.title),
        about: say(verb.about),
        fields,
        run: run ?? send,
        ...(kind ? { preview: (values) => <Preview task={task} kind={kind} until={endOf(values)} /> } : {}),
      }}
    />
  )
}

/** The verb's fields with what there is to choose from; undefined until that is known. */
function useFields(
  { fields, kind = 'none' }: Pick<WorkVerb, 'fields'> & { kind?: keyof typeof K.until },
  task: TaskHere,
) {
  const say = useSay()
  const office = useOffice()
  const person = usePost()
  const meta = useMeta().data
  const asksPeople = fields.some((each) => each === 'colleague' || each === 'whom')
  const people = useApi(
    '/api/flow/cases/{id}/tasks/{token}/colleagues',
    asksPeople ? { path: { id: task.case, token: task.token } } : undefined,
  ).data
  if (!meta || (asksPeople && !people)) return undefined
  const colleagues = (people ?? []).map(({ id }) => [id, person(id)] as const)
  const offices = meta.offices
    .filter(({ id }) => id !== task.office)
    .map(({ id }) => [id, office(id, 'full')] as const)
  const choose = (options: readonly (readonly [string, string])[], none = K.choose) =>
    [['', say(options.length > 0 ? K.choose : none)], ...options] as const
  const SAID: Readonly<Record<FieldName, DialogField>> = {
    colleague: { name: 'to', label: say(K.to), options: choose(colleagues, K.nobody) },
    office: { name: 'office', label: say(K.office), options: choose(offices) },
    whom: {
      name: 'person',
      label: say(K.whom),
      options: choose([
        ...colleagues.map(([id, name]) => [`person:${id}`, say(K.ofColleague(name))] as const),
        ...offices.map(([id, name]) => [`office:${id}`, say(K.ofOffice(name))] as const),
      ]),
    },
    about: { name: 'about', label: say(K.about), kind: 'longText', help: say(K.whyKept) },
    why: { name: 'why', label: say(K.why), kind: 'longText', help: say(K.whyKept) },
    maybeWhy: { name: 'why', label: say(K.maybeWhy), optional: true, help: say(K.whyKept) },
    until: { name: 'until', label: say(K.until[kind]), kind: 'date' },
    time: { name: 'time', label: say(K.time), kind: 'time', initial: '17:00' },
  }
  return fields.map((each) => SAID[each])
}

/** The limit as it is, and as it would be. */
function Preview({
  task: { case: id, token, due },
  kind,
  until,
}: {
  task: TaskHere
  kind: 'pause' | 'extension'
  until: string | undefined
}) {
  const say = useSay()
  const language = useLanguage()
  const asked = useApi(
    '/api/flow/cases/{id}/tasks/{token}/preview',
    until ? { path: { id, token }, query: { kind, until } } : undefined,
  )
  const problem = asked.error && codeOf(asked.error) ? asked.error : undefined
  return (
    <p className="second limit-preview" role="status">
      {due && say(K.limitNow(formatInstant(due, language)))}
      {until && asked.data?.due && (
        <>
          <br />
          <strong>{say(K.limitAfter(formatInstant(asked.data.due, language)))}</strong>
        </>
      )}
      {until && problem && (
        <>
          <br />
          <span className="field-problem">{say(problemOf(problem))}</span>
        </>
      )}
    </p>
  )
}

const problemOf = (error: Error) =>
  'problem' in error ? (error.problem as { says: { zh: string; en: string } }).says : error.message
