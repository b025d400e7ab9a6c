import './flow.css'
import { Link } from 'react-router'
import { address } from '../../client/fetch.ts'
import { useApi, useMeta } from '../../client/queries.ts'
import { useNow } from '../../client/useNow.ts'
import { usePages } from '../../client/usePages.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { DayField } from '../../kit/DayField.tsx'
import { type FilterChoice, Filters } from '../../kit/Filters.tsx'
import { formatInstant } from '../../kit/format.ts'
import { LightShape } from '../../kit/Light.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { FoundPages } from '../../kit/Pages.tsx'
import { useAsked } from '../../kit/useAsked.ts'
import { useOffice, useOfficeChoices } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import { W as E } from '../exchange/words.ts'
import { useStepName } from './names.ts'
import type { CaseLine } from './queries.ts'
import { remaining } from './time.ts'
import { L, W } from './words.ts'

/** What in the address narrows the list. */
const ASKED = ['q', 'process', 'state', 'office', 'late', 'from', 'to'] as const
type Asked = (typeof ASKED)[number]

/** 办件台账: the cases of all systems that one may see; what is asked for stands in the address. */
export default function CasesPage() {
  const say = useSay()
  const { query, value, set } = useAsked(ASKED)
  const asked = usePages('/api/flow/cases', query)
  const cases = asked.data?.pages.flatMap((page) => page.cases) ?? []
  return (
    <>
      <PageHead title={say(L.title)} about={say(L.about)}>
        <Export query={query} />
      </PageHead>
      <Narrowing value={value} set={set} />
      <FoundPages
        of={asked}
        found={cases}
        narrowed={Object.keys(query).length > 0}
        none={{ title: say(L.none), hint: say(L.noneHint) }}
      >
        <Table cases={cases} />
      </FoundPages>
    </>
  )
}

function Narrowing({
  value,
  set,
}: {
  value: (name: Asked) => string
  set: (name: Asked, to: string) => void
}) {
  const say = useSay()
  const offices = useOfficeChoices()
  const processes = useApi('/api/flow/processes', {}).data ?? []
  const choices: readonly FilterChoice<Exclude<Asked, 'q'>>[] = [
    {
      name: 'process',
      label: say(L.process),
      options: processes.map(({ id, name }) => [id, say(name)]),
    },
    {
      name: 'state',
      label: say(L.state),
      options: Object.entries(W.states).map(([key, name]) => [key, say(name)]),
    },
    {
      name: 'office',
      label: say(L.office),
      options: offices,
    },
    {
      name: 'late',
      label: say(L.late),
      options: [
        ['yes', say(L.isLate)],
        ['no', say(L.isInTime)],
      ],
    },
  ]
  return (
    <div className="toolbar">
      <Filters search={say(L.search)} choices={choices} value={value} set={set}>
        <DayField
          label={say(L.from)}
          help={say(L.fromHelp)}
          value={value('from')}
          set={(day) => set('from', day)}
        />
        <DayField label={say(L.to)} help={say(L.toHelp)} value={value('to')} set={(day) => set('to', day)} />
      </Filters>
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
