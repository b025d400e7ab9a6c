import './processes.css'
import { Link } from 'react-router'
import { useSay } from '../../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../../kit/DataTable.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { Answer, Empty } from '../../../kit/States.tsx'
import { useOffice } from '../../../kit/useOffice.ts'
import { type Process, useProcesses } from './queries.ts'
import { W } from './words.ts'

/** 流程: every process of the zone, the version in use, what runs by it and what is being drawn. */
export default function ProcessesPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(W.processes)} about={say(W.processesAbout)} />
      <Answer of={useProcesses()} lines={6}>
        {(processes) =>
          processes.length === 0 ? (
            <Empty title={say(W.none)} hint={say(W.noneHint)} />
          ) : (
            <ProcessTable processes={processes} />
          )
        }
      </Answer>
    </>
  )
}

function ProcessTable({ processes }: { processes: readonly Process[] }) {
  const say = useSay()
  const office = useOffice()
  const columns: TableColumn<Process>[] = [
    {
      key: 'name',
      name: say(W.name),
      card: 'title',
      cell: ({ id, name, about }) => (
        <>
          <Link to={`/processes/${id}`}>{say(name)}</Link>
          <p className="because">{say(about)}</p>
        </>
      ),
    },
    { key: 'office', name: say(W.office), card: 'show', cell: (process) => office(process.office) },
    {
      key: 'inUse',
      name: say(W.inUse),
      card: 'show',
      cell: ({ id, inUse }) =>
        inUse === null ? '—' : <Link to={`/processes/${id}/${inUse}`}>{say(W.version(inUse))}</Link>,
    },
    {
      key: 'running',
      name: say(W.running),
      numeric: true,
      card: 'show',
      cell: ({ versions }) => runningOf(versions.reduce((sum, { running }) => sum + running, 0)),
    },
    {
      key: 'drafts',
      name: say(W.drafts),
      card: 'show',
      cell: ({ id, versions }) => {
        const open = versions.filter(({ state }) => state !== 'published')
        return open.length === 0
          ? '—'
          : open.map(({ number }) => (
              <Link key={number} to={`/processes/${id}/${number}`}>
                {say(W.version(number))}{' '}
              </Link>
            ))
      },
    },
  ]
  return <DataTable caption={say(W.processes)} columns={columns} rows={processes} rowKey={({ id }) => id} />
}

/** Counted up to ten thousand. */
const MOST = 10_000
export const runningOf = (cases: number): string =>
  cases >= MOST ? `${MOST.toLocaleString()}+` : cases.toLocaleString()
