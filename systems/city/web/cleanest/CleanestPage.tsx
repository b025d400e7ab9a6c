import { useState } from 'react'
import { Link } from 'react-router'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import type { Cleanest } from '../types.ts'
import { CRITERION_WORDS, type Criterion, W } from '../words.ts'
import { C } from './words.ts'

const PERIODS = { quarter: 3, half: 6, year: 12 } as const
type Period = keyof typeof PERIODS

/** 最干净城市: streets by their checks, month by month, and the cells that lose most. */
export default function CleanestPage() {
  const say = useSay()
  const { data: meta } = useMeta()
  const [period, setPeriod] = useState<Period>('half')
  const today = meta?.zone.today
  const query = today ? { from: monthsBefore(today, PERIODS[period] - 1), to: today } : undefined
  const asked = useApi('/api/city/cleanest', query && { query })
  return (
    <>
      <PageHead title={say(W.cleanest)} about={say(C.about)}>
        <Link className="button" to="/records/city/checks">
          {say(W.checks)}
        </Link>
      </PageHead>
      <div className="stack">
        <div className="toolbar">
          <Chips
            label={say(W.period)}
            chosen={period}
            choose={setPeriod}
            chips={(Object.keys(PERIODS) as Period[]).map((key) => ({ key, name: say(C[key]) }))}
          />
        </div>
        <Answer of={asked} lines={8}>
          {(found) =>
            found.streets.length === 0 ? (
              <Empty title={say(C.none)} hint={say(C.noneHint)} />
            ) : (
              <>
                <Streets {...found} />
                <Worst {...found} />
              </>
            )
          }
        </Answer>
      </div>
    </>
  )
}

/** The first day of the month so many months before. */
const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}

const checksOf = (filter: Readonly<Record<string, string>>): string =>
  `/records/city/checks?${new URLSearchParams(Object.fromEntries(Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value])))}`

type Line = Cleanest['streets'][number]

function Streets({ streets, weights, from, to }: Cleanest) {
  const say = useSay()
  const office = useOffice()
  const ranked = streets.filter(({ month }) => month === null)
  const months = [...new Set(streets.flatMap(({ month }) => month ?? []))].toSorted()
  const of = (street: string, month: string) =>
    streets.find((line) => line.street === street && line.month === month)
  const columns: readonly TableColumn<Line>[] = [
    {
      key: 'rank',
      name: say(C.rank),
      numeric: true,
      width: 64,
      card: 'show',
      // Those with the same score share a place.
      cell: ({ score }) => 1 + ranked.filter((line) => line.score > score).length,
    },
    { key: 'street', name: say(W.street), card: 'title', cell: ({ street }) => office(street) },
    {
      key: 'score',
      name: say(C.score),
      unit: '分',
      numeric: true,
      card: 'show',
      cell: ({ score }) => score.toFixed(2),
    },
    {
      key: 'checks',
      name: say(C.checks),
      numeric: true,
      card: 'show',
      cell: ({ street, checks }) => (
        <Link to={checksOf({ street, checked_on: `${from}..${to}` })}>{checks}</Link>
      ),
    },
    { key: 'cells', name: say(C.cells), numeric: true, cell: ({ cells }) => cells },
    ...months.map(
      (month): TableColumn<Line> => ({
        key: month,
        name: month,
        numeric: true,
        cell: ({ street }) => of(street, month)?.score.toFixed(2) ?? '–',
      }),
    ),
  ]
  const weighed = (Object.keys(weights) as Criterion[]).map(
    (name) => `${say(CRITERION_WORDS[name])} ${weights[name]}%`,
  )
  return (
    <section className="block">
      <h2>{say(C.ranking)}</h2>
      <DataTable caption={say(C.ranking)} columns={columns} rows={ranked} rowKey={({ street }) => street} />
      <p className="because">
        {say(C.formula)} {weighed.join(say(C.and))}
        {say(C.sample)}
      </p>
    </section>
  )
}

function Worst({ worst }: Cleanest) {
  const say = useSay()
  const office = useOffice()
  return (
    <section className="block">
      <h2>{say(C.worst)}</h2>
      <DataTable
        caption={say(C.worst)}
        rows={worst}
        rowKey={({ grid }) => grid}
        columns={[
          {
            key: 'grid',
            name: say(W.cell),
            card: 'title',
            cell: ({ grid }) => <Link to={checksOf({ grid })}>{grid}</Link>,
          },
          { key: 'street', name: say(W.street), card: 'show', cell: ({ street }) => office(street) },
          {
            key: 'score',
            name: say(C.score),
            unit: '分',
            numeric: true,
            card: 'show',
            cell: ({ score }) => score.toFixed(2),
          },
          { key: 'checks', name: say(C.checks), numeric: true, cell: ({ checks }) => checks },
          {
            key: 'worst',
            name: say(C.lost),
            card: 'show',
            cell: ({ worst: name }) => say(CRITERION_WORDS[name]),
          },
        ]}
      />
    </section>
  )
}
