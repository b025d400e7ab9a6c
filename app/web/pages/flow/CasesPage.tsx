import './flow.css'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { address } from '../../client/fetch.ts'
import { useApi, useMeta } from '../../client/queries.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { DayField } from '../../kit/DayField.tsx'
import { formatInstant } from '../../kit/format.ts'
import { LightShape } from '../../kit/Light.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Empty } from '../../kit/States.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import { W as E } from '../exchange/words.ts'
import { More } from './InboxPage.tsx'
import { useStepName } from './names.ts'
import { type CaseLine, usePages } from './queries.ts'
import { remaining, useNow } from './time.ts'
import { L, W } from './words.ts'

/** What in the address narrows the list. */
const ASKED = ['q', 'process', 'state', 'office', 'late', 'from', 'to'] as const
type Asked = (typeof ASKED)[number]

/** 办件台账: the cases of all systems that one may see; what is asked for stands in the address. */
export default function CasesPage() {
  const say = useSay()
  const words = useWords()
  const [params, setParams] = useSearchParams()
  const value = (name: Asked) => params.get(name) ?? ''
  const query = Object.fromEntries(ASKED.flatMap((name) => (value(name) ? [[name, value(name)]] : [])))
  const set = (name: Asked, to: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (to) next.set(name, to)
        else next.delete(name)
        return next
      },
      { replace: name === 'q' },
    )
  const asked = usePages('/api/flow/cases', query)
  const cases = asked.data?.pages.flatMap((page) => page.cases) ?? []
  return (
    <>
      <PageHead title={say(L.title)} about={say(L.about)}>
        <Export query={query} />
      </PageHead>
      <Filters value={value} set={set} />
      <Answer of={asked} lines={12}>
        {() =>
          cases.length === 0 ? (
            Object.keys(query).length > 0 ? (
              <Empty title={words('emptyFilter')} hint={words('emptyFilterHint')} />
            ) : (
              <Empty title={say(L.none)} hint={say(L.noneHint)} />
            )
          ) : (
            <>
              <Table cases={cases} />
              <More of={asked} />
            </>
          )
        }
      </Answer>
    </>
  )
}

function Filters({ value, set }: { value: (name: Asked) => string; set: (name: Asked, to: string) => void }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const { data: meta } = useMeta()
  const processes = useApi('/api/flow/processes', {}).data ?? []
  // On a phone they would push the cases off the screen.
  const [open, setOpen] = useState(false)
  const choices: readonly (readonly [Asked, string, readonly (readonly [string, string])[]])[] = [
    ['process', say(L.process), processes.map(({ id, name }) => [id, say(name)])],
    ['state', say(L.state), Object.entries(W.states).map(([key, name]) => [key, say(name)])],
    [
      'office',
      say(L.office),
      (meta?.offices ?? []).map(({ id, short, name_en }) => [id, language === 'en' ? name_en : short]),
    ],
    [
      'late',
      say(L.late),
      [
        ['yes', say(L.isLate)],
        ['no', say(L.isInTime)],
      ],
    ],
  ]
  return (
    <div className="toolbar">
      <input
        className="input"
        type="search"
        aria-label={say(L.search)}
        placeholder={say(L.search)}
        value={value('q')}
        onChange={(event) => set('q', event.target.value)}
      />
      <button
        type="button"
        className="button filter-switch"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words('filter')}
      </button>
      <div className="filters" data-open={open}>
        {choices.map(([name, label, options]) => (
          <select
            key={name}
            className="select"
            aria-label={label}
            value={value(name)}
            onChange={(event) => set(name, event.target.value)}
          >
            <option value="">{label}</option>
            {options.map(([key, shown]) => (
              <option key={key} value={key}>
                {shown}
              </option>
            ))}
          </select>
        ))}
        <DayField
          label={say(L.from)}
          help={say(L.fromHelp)}
          value={value('from')}
          set={(day) => set('from', day)}
        />
        <DayField label={say(L.to)} help={say(L.toHelp)} value={value('to')} set={(day) => set('to', day)} />
      </div>
    </div>
  )
}

function Table({ cases }: { cases: readonly CaseLine[] }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const post = usePost()
  const stepName = useStepName()
  const now = useNow()
  const columns: TableColumn<CaseLine>[] = [
    {
      key: 'title',
      name: say(W.case),
      card: 'title',
      cell: ({ id, title }) => <Link to={`/cases/${id}`}>{title}</Link>,
    },
    { key: 'process', name: say(L.process), cell: ({ processName }) => say(processName) },
    {
      key: 'state',
      name: say(L.state),
      card: 'show',
      cell: ({ state, late, due }) => (
        <span className="light">
          <LightShape light={late ? 'red' : state === 'running' ? remaining(due, now).light : 'done'} />
          {say(W.states[state])}
          {late && ` · ${say(L.isLate)}`}
        </span>
      ),
    },
    {
      key: 'step',
      name: say(W.stands),
      card: 'show',
      cell: ({ step, office: at, holder }) =>
        step === null
          ? '—'
          : [stepName(step), at && office(at), holder ? post(holder) : say(W.nobody)]
              .filter(Boolean)
              .join(' · '),
    },
    {
      key: 'due',
      name: say(W.due),
      card: 'show',
      cell: ({ due }) => (due ? formatInstant(due, language) : '—'),
    },
    {
      key: 'started',
      name: say(L.started),
      cell: ({ startedAt }) => formatInstant(startedAt, language),
    },
  ]
  return (
    <div className="wide-table">
      <DataTable compact caption={say(L.title)} columns={columns} rows={cases} rowKey={({ id }) => id} />
    </div>
  )
}

function Export({ query }: { query: Readonly<Record<string, string>> }) {
  const say = useSay()
  const language = useLanguage()
  const { data: meta } = useMeta()
  if (!meta || meta.actor.role === 'guest') return null
  return (
    <details className="column-menu">
      <summary className="button">{say(E.export)}</summary>
      <div className="export-menu">
        {(['xlsx', 'csv'] as const).map((format) => (
          <a
            key={format}
            download
            href={address('/api/exchange/flow/cases/export', { ...query, format, language })}
            onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
          >
            {format === 'xlsx' ? 'Excel' : 'CSV'}
          </a>
        ))}
      </div>
    </details>
  )
}
