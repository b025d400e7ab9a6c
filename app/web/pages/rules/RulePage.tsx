import './rules.css'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { ActionDialog } from '../../access/ActionDialog.tsx'
import { useMetaRecord } from '../../client/queries.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { DayField } from '../../kit/DayField.tsx'
import { formatDate } from '../../kit/format.ts'
import { KnownOn } from '../../kit/KnownOn.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Loading } from '../../kit/States.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import { pageOf } from '../form/useRecord.ts'
import { type Moment, type RuleWhole, startDraft, useRule, useVersion, type Version } from './queries.ts'
import { TryIt } from './TryIt.tsx'
import { W } from './words.ts'

const DmnEditor = lazy(() => import('./editor/DmnEditor.tsx'))

/** One rule: what it follows, the version that holds, all versions, and how it judges one subject. */
export default function RulePage() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const [asOf, knownOn] = [params.get('asOf'), params.get('knownOn')]
  const moment = { ...(asOf ? { asOf } : {}), ...(knownOn ? { knownOn } : {}) }
  return (
    <Answer of={useRule(id, moment)}>
      {(rule) => <Rule key={`${rule.id} ${asOf} ${knownOn}`} rule={rule} moment={moment} />}
    </Answer>
  )
}

function Rule({ rule, moment }: { rule: RuleWhole; moment: Moment }) {
  const say = useSay()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const like = rule.inForce ?? rule.versions.at(-1)?.number
  return (
    <>
      <PageHead title={say(rule.name)} about={say(rule.about)}>
        <MomentSwitch moment={moment} />
        {rule.mayWrite && like !== undefined && (
          <button type="button" className="button primary" onClick={() => setAsking(true)}>
            {say(W.startDraft)}
          </button>
        )}
      </PageHead>
      {rule.sample && <p className="rule-sample">{say(W.sampleAbout)}</p>}
      <div className="stack">
        <About rule={rule} />
        {rule.inForce !== null && <Current id={rule.id} number={rule.inForce} decision={rule.decision} />}
        {rule.inForce === null ? <NotInForce /> : <TryIt rule={rule} moment={moment} />}
        <section className="block">
          <h2>{say(W.versions)}</h2>
          <Versions rule={rule} />
        </section>
      </div>
      {asking && like !== undefined && (
        <ActionDialog
          action={{
            title: say(W.startDraft),
            about: say(W.startAbout),
            fields: [{ name: 'note', label: say(W.note) }],
            run: async ({ note = '' }) => {
              const version = await startDraft(rule.id, like, note)
              await navigate(`/rules/${rule.id}/${version.number}`)
            },
          }}
          close={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** The two times of a rule: the day on which it must hold, and the day whose knowledge counts. */
function MomentSwitch({ moment }: { moment: Moment }) {
  const words = useWords()
  const [, setParams] = useSearchParams()
  const set = (name: keyof Moment, day: string) => {
    const { [name]: _, ...others } = moment
    setParams(day ? { ...others, [name]: day } : { ...others }, { preventScrollReset: true })
  }
  return (
    <>
      <DayField
        label={words('validOn')}
        help={words('validOnHelp')}
        value={moment.asOf ?? ''}
        set={(day) => set('asOf', day)}
      />
      <KnownOn value={moment.knownOn ?? ''} set={(day) => set('knownOn', day)} />
    </>
  )
}

function NotInForce() {
  const say = useSay()
  return (
    <section className="block">
      <p className="state-title">{say(W.noVersionThen)}</p>
      <p>{say(W.noVersionThenHint)}</p>
    </section>
  )
}

function About({ rule }: { rule: RuleWhole }) {
  const say = useSay()
  const office = useOffice()
  const record = useMetaRecord(rule.population.record)
  return (
    <section className="block">
      <dl className="facts">
        <dt>{say(W.basis)}</dt>
        <dd>{say(rule.basis)}</dd>
        <dt>{say(W.office)}</dt>
        <dd>{office(rule.office, 'full')}</dd>
        <dt>{say(W.population)}</dt>
        <dd>{record ? <Link to={pageOf(record)}>{say(record.name)}</Link> : '—'}</dd>
      </dl>
    </section>
  )
}

/** The tables of the version that holds, to be looked at. */
function Current({ id, number, decision }: { id: string; number: number; decision: string }) {
  const say = useSay()
  return (
    <section className="block">
      <h2>
        {say(W.inForce)} · {say(W.version(number))}
        <Link to={`/rules/${id}/${number}`}>{say(W.cases)}</Link>
      </h2>
      <Answer of={useVersion(id, String(number))} lines={8}>
        {({ model }) => (
          <Suspense fallback={<Loading lines={8} />}>
            <DmnEditor key={number} model={model} decision={decision} />
          </Suspense>
        )}
      </Answer>
    </section>
  )
}

function Versions({ rule }: { rule: RuleWhole }) {
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
          <Link to={`/rules/${rule.id}/${number}`}>{say(W.version(number))}</Link>
          {number === rule.inForce && <span className="tag">{say(W.holds)}</span>}
        </>
      ),
    },
    { key: 'note', name: say(W.note), card: 'show', cell: ({ note }) => note },
    { key: 'state', name: say(W.state), card: 'show', cell: ({ state }) => say(W.states[state]) },
    { key: 'from', name: say(W.from), card: 'show', cell: ({ from }) => formatDate(from, language) },
    { key: 'to', name: say(W.to), cell: ({ to }) => formatDate(to, language) },
    { key: 'editors', name: say(W.editors), cell: ({ editors }) => editors.map(nameOf).join('、') || '—' },
    {
      key: 'by',
      name: say(W.publishedBy),
      cell: ({ publishedBy }) => (publishedBy ? nameOf(publishedBy) : '—'),
    },
    {
      key: 'at',
      name: say(W.publishedAt),
      cell: ({ publishedAt }) => formatDate(publishedAt, language),
    },
  ]
  return (
    <DataTable
      caption={say(W.versions)}
      columns={columns}
      rows={[...rule.versions].reverse()}
      rowKey={({ number }) => String(number)}
    />
  )
}
