import '../policy.css'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useMeta, useMetaRecord } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { formatInstant, formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty, Problem } from '../../../../app/web/kit/States.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { useMoney } from '../money.ts'
import { granulePage, type Head, type Library, type Run, rematch, useLibrary } from '../queries.ts'
import { W } from '../words.ts'

const STATES = Object.keys(W.states) as (keyof typeof W.states)[]
const WORKERS = ['officer', 'statistician', 'supervisor', 'leader']

/** Every granule of the zone: whom it reaches, what it costs, who keeps it. */
export default function LibraryPage() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const { data: meta } = useMeta()
  const papers = useMetaRecord('policy.documents')
  const value = (name: string) => params.get(name) ?? ''
  const set = (name: string, to: string) => {
    const next = new URLSearchParams(params)
    if (to) next.set(name, to)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  const asked = useLibrary(
    Object.fromEntries(
      ['search', 'office', 'state', 'document'].flatMap((name) => (value(name) ? [[name, value(name)]] : [])),
    ),
  )
  const again = useMutation({ mutationFn: rematch })
  return (
    <>
      <PageHead title={say(W.library)} about={say(W.libraryAbout)}>
        {meta?.actor.role === 'officer' && (
          <Link className="button" to="/policy/readings">
            {say(W.readIn)}
          </Link>
        )}
        {papers?.may.create && (
          <Link className="button" to="/records/policy/documents/new">
            {say(W.newPaper)}
          </Link>
        )}
        {WORKERS.includes(meta?.actor.role ?? '') && (
          <button type="button" className="button" disabled={again.isPending} onClick={() => again.mutate()}>
            {say(W.rematch)}
          </button>
        )}
      </PageHead>
      {again.error && <Problem error={again.error} />}
      <Answer of={asked} lines={12}>
        {(library) => (
          <>
            <Filters library={library} value={value} set={set} />
            {library.granules.length === 0 ? (
              <Empty title={say(W.none)} hint={say(W.noneHint)} />
            ) : (
              <Granules granules={library.granules} />
            )}
            <Runs runs={library.runs} />
          </>
        )}
      </Answer>
    </>
  )
}

function Filters({
  library,
  value,
  set,
}: {
  library: Library
  value: (name: string) => string
  set: (name: string, to: string) => void
}) {
  const say = useSay()
  const office = useOffice()
  return (
    <div className="toolbar">
      <Chips
        label={say(W.state)}
        chosen={value('state') as keyof typeof W.states}
        choose={(key) => set('state', key)}
        chips={STATES.map((key) => ({ key, name: say(W.states[key]) }))}
      />
      <select
        className="select"
        aria-label={say(W.office)}
        value={value('office')}
        onChange={(event) => set('office', event.target.value)}
      >
        <option value="">{say(W.allOffices)}</option>
        {library.offices.map((id) => (
          <option key={id} value={id}>
            {office(id)}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={say(W.paper)}
        value={value('document')}
        onChange={(event) => set('document', event.target.value)}
      >
        <option value="">{say(W.allPapers)}</option>
        {library.documents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <input
        className="input"
        type="search"
        aria-label={say(W.search)}
        placeholder={say(W.search)}
        value={value('search')}
        onChange={(event) => set('search', event.target.value)}
      />
    </div>
  )
}

function Granules({ granules }: { granules: readonly Head[] }) {
  const say = useSay()
  const office = useOffice()
  const money = useMoney()
  const columns: readonly TableColumn<Head>[] = [
    {
      key: 'title',
      name: say(W.granule),
      card: 'title',
      width: '34%',
      cell: ({ id, title, standing, benefit, version }) => (
        <>
          <Link to={granulePage(id)}>{title}</Link>
          {standing !== 'official' && <span className="tag">{say(W.standings[standing])}</span>}
          {version > 1 && <span className="tag">{say(W.version(version))}</span>}
          <p className="because">{benefit}</p>
        </>
      ),
    },
    {
      key: 'paper',
      name: say(W.paper),
      cell: ({ document, clause }) => (
        <small>
          <Link to={`/records/policy/documents/${encodeURIComponent(document.id)}`}>{document.title}</Link>{' '}
          <span className="second">{clause.number}</span>
        </small>
      ),
    },
    { key: 'office', name: say(W.office), card: 'show', cell: (row) => office(row.office) },
    { key: 'mode', name: say(W.mode), card: 'show', cell: ({ mode }) => say(W.modes[mode]) },
    {
      key: 'state',
      name: say(W.state),
      cell: ({ state }) => <span className="nowrap">{say(W.states[state])}</span>,
    },
    {
      key: 'match',
      name: say(W.match),
      numeric: true,
      card: 'show',
      cell: (row) => count(row.coverage.match),
    },
    { key: 'near', name: say(W.near), numeric: true, card: 'show', cell: (row) => count(row.coverage.near) },
    { key: 'unknown', name: say(W.unknown), numeric: true, cell: (row) => count(row.coverage.unknown) },
    { key: 'open', name: say(W.open), numeric: true, cell: (row) => count(row.coverage.open) },
    {
      key: 'money',
      name: say(W.money),
      numeric: true,
      card: 'show',
      cell: ({ coverage: { match, amountYuan } }) => (match === 0 ? '—' : money(amountYuan)),
    },
  ]
  return (
    <DataTable compact caption={say(W.library)} columns={columns} rows={granules} rowKey={({ id }) => id} />
  )
}

const count = (value: number) => (value === 0 ? '—' : formatNumber(value))

function Runs({ runs }: { runs: readonly Run[] }) {
  const say = useSay()
  const language = useLanguage()
  if (runs.length === 0) return null
  return (
    <section className="block">
      <h2>{say(W.runs)}</h2>
      <ul className="lines">
        {runs.map(({ kind, state, startedAt, enterprises, changed, done, granules }) => (
          <li key={startedAt}>
            <span className="grow">
              {say(W[kind])} · {formatInstant(startedAt, language)}
            </span>
            <span className="second">
              {state === 'done'
                ? say(W.runLine(formatNumber(enterprises), formatNumber(changed)))
                : `${say(W[state])} ${done}/${granules}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
