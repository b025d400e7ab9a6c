import './flow.css'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import type { Place } from '../../../../kernel/store/place.ts'
import { Refusal } from '../../access/Refusal.tsx'
import { useMetaRecord, useRow } from '../../client/queries.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Loading } from '../../kit/States.tsx'
import { usePost } from '../../kit/usePost.ts'
import { pageOfRow } from '../../systems.ts'
import { Files } from '../record/Files.tsx'
import { HeldTable } from './HeldTable.tsx'
import { History } from './History.tsx'
import { actOn, type CaseWhole, useCase, useCaseDiagram } from './queries.ts'
import { Relatives } from './Relatives.tsx'
import { Stands } from './Stands.tsx'
import { Todo } from './Todo.tsx'
import { W } from './words.ts'
import { AskedBlocks } from './work/AskedBlocks.tsx'
import { tellDone } from './work/asked.ts'
import { CaseActions } from './work/CaseActions.tsx'
import { K } from './work/words.ts'

const CaseDiagram = lazy(() => import('./diagram/CaseDiagram.tsx'))
const PointMap = lazy(() => import('../../kit/map/PointMap.tsx'))

/** 办件: what there is to do, where it stands on its diagram, who had it how long, and what happened. */
export default function CasePage() {
  const { id = '' } = useParams()
  return <Answer of={useCase(id)}>{(found) => <Case key={found.id} of={found} />}</Answer>
}

/** What somebody does with a task; kept above the task, which may be gone by the time that the server answers. */
export interface Doing {
  readonly token: number
  readonly verb: 'take' | 'leave' | 'do'
  readonly body?: object
}

function Case({ of: found }: { of: CaseWhole }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const post = usePost()
  const act = useMutation({
    mutationFn: ({ token, verb, body }: Doing) => actOn({ id: found.id, token }, verb, body),
    onSuccess: (_, { verb }) => verb === 'do' && void tellDone(found.id, say(K.atOnce)),
  })
  return (
    <>
      <PageHead
        title={found.title}
        about={
          <>
            {say(found.processName)} · {say(W.states[found.state])} ·{' '}
            {say(W.started(post(found.startedBy), formatInstant(found.startedAt, language)))}
            {found.synthetic && <span className="tag">{words('synthetic')}</span>}
          </>
        }
      >
        <CaseActions id={found.id} />
      </PageHead>
      <div className="case">
        <div className="stack">
          {act.error && (
            <div className="block case-told">
              <Refusal error={act.error} />
              <p>{say(W.moved)}</p>
            </div>
          )}
          {found.tasks.map((task) => (
            <Todo key={task.token} case={found} task={task} busy={act.isPending} act={act.mutate} />
          ))}
          <AskedBlocks id={found.id} />
          <section className="block">
            <h2>{say(W.diagram)}</h2>
            <Drawn of={found} />
          </section>
          <HeldTable of={found} />
        </div>
        <div className="stack">
          <Stands of={found} />
          <Relatives of={found} />
          {found.subject && <Subject {...found.subject} />}
          <History of={found} />
        </div>
      </div>
    </>
  )
}

function Drawn({ of: found }: { of: CaseWhole }) {
  return (
    <Answer of={useCaseDiagram(found.id)} lines={8}>
      {({ diagram }) => (
        <Suspense fallback={<Loading lines={8} />}>
          <CaseDiagram diagram={diagram} of={found} />
        </Suspense>
      )}
    </Answer>
  )
}

/** The row that the case is about: its link, where it lies, its files; as far as one may see it. */
function Subject({ record: name, id }: { record: string; id: string }) {
  const say = useSay()
  const record = useMetaRecord(name)
  const row = useRow(name, id).data
  if (!record || !row) return null
  const place = Object.entries(record.columns).find(([column, { kind }]) => kind === 'place' && row[column])
  const title = String(row[record.title] ?? id)
  return (
    <>
      <section className="block">
        <h2>{say(W.subject)}</h2>
        <p>
          {say(record.name)} · <Link to={pageOfRow(name, row)}>{title}</Link>
        </p>
        {place && (
          <Suspense fallback={<Loading lines={4} />}>
            <PointMap place={row[place[0]] as Place} label={title} />
          </Suspense>
        )}
      </section>
      {record.whole && <Files record={name} id={id} />}
    </>
  )
}
