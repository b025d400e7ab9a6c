import { useState } from 'react'
import { useApi } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { useOffice } from '../../../app/web/kit/useOffice.ts'
import { usePost } from '../../../app/web/kit/usePost.ts'
import type { Scores as Found, ScoreRow } from './types.ts'
import { OBJECT_WORDS, RATE_WORDS, W } from './words.ts'

type Scored = keyof typeof OBJECT_WORDS
type Rate = keyof typeof RATE_WORDS
const RATES = Object.keys(RATE_WORDS) as Rate[]

/** 97.00%, and nothing where there was nothing to count. */
const percent = (rate: number | null): string => (rate === null ? '–' : `${(rate * 100).toFixed(2)}%`)

/** 区域、部门、岗位评价, sorted by any of the rates. */
export function Scores({ query }: { query: { readonly from: string; readonly to: string } }) {
  const say = useSay()
  const [by, setBy] = useState<Scored>('street')
  const asked = useApi('/api/city/scores', { query: { ...query, by } })
  return (
    <section className="block">
      <h2>{say(W.rates)}</h2>
      <div className="toolbar">
        <Chips
          label={say(W.by)}
          chosen={by}
          choose={setBy}
          chips={(Object.keys(OBJECT_WORDS) as Scored[]).map((key) => ({
            key,
            name: say(OBJECT_WORDS[key]),
          }))}
        />
      </div>
      <Answer of={asked} lines={6}>
        {(found) => <Table {...found} by={by} />}
      </Answer>
      <p className="because">{say(W.note)}</p>
    </section>
  )
}

const MOST = 50

function Table({ all, rows, by }: Found & { by: Scored }) {
  const say = useSay()
  const office = useOffice()
  const [sort, setSort] = useState('-reported')
  const post = usePost()
  const named = ({ key }: ScoreRow) =>
    key === null
      ? say(W.nobody)
      : by === 'street' || by === 'office'
        ? office(key)
        : by === 'grid'
          ? key
          : post(key)
  const sorted = rows
    .filter(({ key }) => key !== null || by === 'street' || by === 'office')
    .toSorted((a, b) => direction(sort) * (worthOf(a, sort) - worthOf(b, sort)))
  const columns: readonly TableColumn<ScoreRow>[] = [
    {
      key: 'key',
      name: say(OBJECT_WORDS[by]),
      card: 'title',
      cell: named,
      total: say(W.all),
    },
    {
      key: 'reported',
      name: say(W.reported),
      numeric: true,
      card: 'show',
      cell: ({ counts }) => counts.reported,
      total: all.counts.reported,
      sortable: true,
    },
    ...RATES.map(
      (rate): TableColumn<ScoreRow> => ({
        key: rate,
        name: say(RATE_WORDS[rate]),
        numeric: true,
        card: 'show',
        cell: ({ rates }) => percent(rates[rate]),
        total: percent(all.rates[rate]),
        sortable: true,
      }),
    ),
    {
      key: 'score',
      name: say(W.score),
      numeric: true,
      card: 'show',
      cell: ({ score }) => (score === null ? '–' : score.toFixed(1)),
      total: all.score === null ? '–' : all.score.toFixed(1),
      sortable: true,
    },
  ]
  return (
    <DataTable
      caption={say(W.rates)}
      columns={columns}
      rows={sorted.slice(0, MOST)}
      rowKey={({ key }) => key ?? ''}
      sorting={{ by: sort, set: setSort }}
    />
  )
}

const direction = (sort: string): number => (sort.startsWith('-') ? -1 : 1)

/** What cannot be counted stands last. */
function worthOf({ counts, rates, score }: ScoreRow, sort: string): number {
  const name = sort.replace('-', '')
  const value = name === 'reported' ? counts.reported : name === 'score' ? score : rates[name as Rate]
  return value ?? direction(sort) * 1e9
}
