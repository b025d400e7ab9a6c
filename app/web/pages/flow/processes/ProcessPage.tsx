import './processes.css'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { ActionDialog } from '../../../access/ActionDialog.tsx'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../../kit/DataTable.tsx'
import { formatDate } from '../../../kit/format.ts'
import { PageHead } from '../../../kit/PageHead.tsx'
import { Answer, Loading } from '../../../kit/States.tsx'
import { useOffice } from '../../../kit/useOffice.ts'
import { usePost } from '../../../kit/usePost.ts'
import { MoveCases } from './MoveCases.tsx'
import { runningOf } from './ProcessesPage.tsx'
import { type Process, startDraft, useProcess, useVersion, type Version } from './queries.ts'
import { W } from './words.ts'

const DiagramView = lazy(() => import('./DiagramView.tsx'))

/** One process: its diagram in use, and all its versions. */
export default function ProcessPage() {
  const { id = '' } = useParams()
  return <Answer of={useProcess(id)}>{(process) => <OneProcess key={process.id} process={process} />}</Answer>
}

function OneProcess({ process }: { process: Process }) {
  const say = useSay()
  const office = useOffice()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'draft' | 'cases'>()
  const like = process.inUse ?? process.versions.at(-1)?.number
  const published = process.versions.filter(({ state }) => state === 'published')
  const close = () => setAsking(undefined)
  return (
    <>
      <PageHead
        title={say(process.name)}
        about={
          <>
            {office(process.office, 'full')} · {say(process.about)}
          </>
        }
      >
        {process.mayMove && published.length > 1 && (
          <button type="button" className="button" onClick={() => setAsking('cases')}>
            {say(W.moveCases)}
          </button>
        )}
        {process.mayDraw && like !== undefined && (
          <button type="button" className="button primary" onClick={() => setAsking('draft')}>
            {say(W.startDraft)}
          </button>
        )}
      </PageHead>
      <div className="stack">
        {process.inUse !== null && <Current id={process.id} number={process.inUse} />}
        <section className="block">
          <h2>{say(W.versions)}</h2>
          <Versions process={process} />
        </section>
      </div>
      {asking === 'draft' && like !== undefined && (
        <ActionDialog
          action={{
            title: say(W.startDraft),
            about: say(W.startAbout),
            fields: [{ name: 'note', label: say(W.note) }],
            run: async ({ note = '' }) => {
              const version = await startDraft(process.id, like, note)
              await navigate(`/processes/${process.id}/${version.number}`)
            },
          }}
          close={close}
        />
      )}
      {asking === 'cases' && <MoveCases process={process} close={close} />}
    </>
  )
}

function Current({ id, number }: { id: string; number: number }) {
  const say = useSay()
  return (
    <section className="block">
      <h2>
        {say(W.inUse)} · {say(W.version(number))}
        <Link to={`/processes/${id}/${number}?part=forms`}>{say(W.forms)}</Link>
      </h2>
      <Answer of={useVersion(id, number)} lines={8}>
        {({ diagram }) => (
          <Suspense fallback={<Loading lines={8} />}>
            <DiagramView key={number} diagram={diagram} />
          </Suspense>
        )}
      </Answer>
    </section>
  )
}

function Versions({ process }: { process: Process }) {
  const say = useSay()
  const language = useLanguage()
  const nameOf = usePost()
  const columns: TableColumn<Version>[] = [
    {
      key: 'number',
      name: say(W.versions),
      card: 'title',
      cell: ({ number }) => (
        <>
          <Link to={`/processes/${process.id}/${number}`}>{say(W.version(number))}</Link>
          {number === process.inUse && <span className="tag">{say(W.holds)}</span>}
        </>
      ),
    },
    { key: 'note', name: say(W.note), card: 'show', cell: ({ note }) => note },
    { key: 'state', name: say(W.state), card: 'show', cell: ({ state }) => say(W.states[state]) },
    {
      key: 'running',
      name: say(W.running),
      numeric: true,
      card: 'show',
      cell: ({ running }) => runningOf(running),
    },
    { key: 'editors', name: say(W.editors), cell: ({ editors }) => editors.map(nameOf).join('、') || '—' },
    {
      key: 'by',
      name: say(W.publishedBy),
      cell: ({ publishedBy }) => (publishedBy ? nameOf(publishedBy) : '—'),
    },
    { key: 'at', name: say(W.publishedAt), cell: ({ publishedAt }) => formatDate(publishedAt, language) },
  ]
  return (
    <DataTable
      caption={say(W.versions)}
      columns={columns}
      rows={[...process.versions].reverse()}
      rowKey={({ number }) => String(number)}
    />
  )
}
