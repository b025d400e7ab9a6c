import { useState } from 'react'
import { Link } from 'react-router'
import { useIndicators, useMeta } from '../client/queries.ts'
import type { IndicatorSummary } from '../client/types.ts'
import { useLanguage, useSay, useWords } from '../i18n/index.ts'
import { useUnit } from '../i18n/units.ts'
import { Chips } from '../kit/Chips.tsx'
import { DataTable, type TableColumn } from '../kit/DataTable.tsx'
import { formatNumber, formatPeriod } from '../kit/format.ts'
import { Growth } from '../kit/Growth.tsx'
import { Mark } from '../kit/Mark.tsx'
import { NoFigures } from '../kit/NoFigures.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { Spark } from '../kit/Spark.tsx'
import { Answer, Empty } from '../kit/States.tsx'
import { useOffice } from '../kit/useOffice.ts'

type Which = 'all' | 'computed' | 'stated'

/** The catalogue: every indicator of the zone by system, what it is now and how it moved. */
export default function Indicators() {
  const words = useWords()
  const [q, setQ] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const asked = useIndicators()
  const counted = (which: Which) => ({
    key: which,
    // How many there are is not said before it is known.
    ...(asked.data && { count: asked.data.filter((one) => matches(one, '', which)).length }),
  })
  const chips = [
    { name: words('all'), ...counted('all') },
    { name: words('computedOnly'), ...counted('computed') },
    { name: words('statedOnly'), ...counted('stated') },
  ]
  return (
    <>
      <PageHead title={words('indicators')} about={words('indicatorsAbout')} />
      {asked.data && !asked.data.some(({ latest }) => latest?.value) && <NoFigures />}
      <div className="toolbar">
        <input
          className="input"
          type="search"
          value={q}
          aria-label={words('indicatorSearch')}
          placeholder={words('indicatorSearch')}
          onChange={(event) => setQ(event.target.value)}
        />
        <Chips<Which> label={words('filter')} chips={chips} chosen={which} choose={setWhich} />
      </div>
      <Answer of={asked} lines={12}>
        {(indicators) => <Catalogue indicators={indicators.filter((one) => matches(one, q, which))} />}
      </Answer>
    </>
  )
}

const matches = ({ id, name, synonyms = [], computed }: IndicatorSummary, q: string, which: Which): boolean =>
  (which === 'all' || (which === 'computed') === computed) &&
  [id, name.zh, name.en, ...synonyms].some((one) => one.toLowerCase().includes(q.trim().toLowerCase()))

function Catalogue({ indicators }: { indicators: readonly IndicatorSummary[] }) {
  const words = useWords()
  const say = useSay()
  const { data: meta } = useMeta()
  const columns = useColumns()
  const systems = [...new Set(indicators.map(({ system }) => system))].sort(
    (a, b) => Number(b === 'economy') - Number(a === 'economy'),
  )
  if (indicators.length === 0) return <Empty title={words('emptyFilter')} hint={words('emptyFilterHint')} />
  return (
    <div className="stack">
      {systems.map((system) => {
        const rows = indicators.filter((one) => one.system === system)
        const name = say(meta?.systems.find(({ id }) => id === system)?.name ?? system)
        return (
          <div key={system}>
            <h2>
              {name} <small className="second">{words('hits', { n: rows.length })}</small>
            </h2>
            <DataTable caption={name} columns={columns} rows={rows} rowKey={({ id }) => id} />
          </div>
        )
      })}
    </div>
  )
}

function useColumns(): readonly TableColumn<IndicatorSummary>[] {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const unitName = useUnit()
  return [
    {
      key: 'name',
      name: words('indicators'),
      card: 'title',
      width: '26%',
      cell: ({ id, name }) => <Link to={`/indicators/${encodeURIComponent(id)}`}>{say(name)}</Link>,
    },
    {
      key: 'value',
      name: words('latest'),
      numeric: true,
      card: 'show',
      cell: ({ latest, decimals, unit }) =>
        latest?.value ? (
          <span className="figure-value">
            <strong>{formatNumber(latest.value, decimals)}</strong>
            <small>{unitName(unit)}</small>
          </span>
        ) : (
          <span className="second">—</span>
        ),
    },
    {
      key: 'growth',
      name: words('growth'),
      numeric: true,
      card: 'show',
      cell: ({ latest, unit }) => (
        <Growth value={latest?.growth} unit={unit === '%' ? words('points') : '%'} />
      ),
    },
    {
      key: 'spark',
      name: words('trend12'),
      cell: ({ spark, name }) => (
        <Spark values={spark.map(({ value }) => value)} label={`${say(name)} ${words('trend12')}`} />
      ),
    },
    {
      key: 'period',
      name: words('period'),
      cell: ({ latest }) => (
        <span className="second">{latest ? formatPeriod(latest.period, language) : '—'}</span>
      ),
    },
    {
      key: 'status',
      name: words('source'),
      cell: ({ latest, computed }) => <Mark status={latest?.status ?? (computed ? 'missing' : 'stated')} />,
    },
    {
      key: 'office',
      name: words('office'),
      cell: ({ office: id }) => <span className="second">{office(id)}</span>,
    },
  ]
}
