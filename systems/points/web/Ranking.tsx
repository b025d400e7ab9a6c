import { useState } from 'react'
import { Link } from 'react-router'
import { useRows } from '../../../app/web/client/queries.ts'
import type { Row } from '../../../app/web/client/types.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../app/web/kit/format.ts'
import { Answer, Empty } from '../../../app/web/kit/States.tsx'
import { LISTS, STAGES, W } from './words.ts'

const SHOWN = 20

/** The best of a stage, or whoever a word finds; the whole list, with its filters and export, is one press away. */
export function Ranking({ round, stages }: { readonly round: string; readonly stages: readonly string[] }) {
  const say = useSay()
  const [stage, choose] = useState(stages[0] ?? '')
  const [search, setSearch] = useState('')
  const asked = useRows('points.scores', {
    'filter[round]': round,
    'filter[stage]': stage,
    q: search.trim(),
    sort: 'rank',
    limit: SHOWN,
  })
  return (
    <section className="block" aria-label={say(W.ranking)}>
      <h2>
        <span>{say(W.ranking)}</span>
        <Link
          to={`/records/points/scores?${new URLSearchParams({ 'filter[round]': round, 'filter[stage]': stage, sort: 'rank' })}`}
        >
          {say(W.whole)}
        </Link>
      </h2>
      <div className="toolbar">
        <Chips
          label={say(W.stage)}
          chosen={stage}
          choose={choose}
          chips={stages.map((key) => ({ key, name: say(STAGES[key]) }))}
        />
        <input
          className="input"
          type="search"
          aria-label={say(W.search)}
          placeholder={say(W.search)}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <Answer of={asked} lines={8}>
        {({ rows }) => (rows.length > 0 ? <Table rows={rows} /> : <Empty title={say(W.noneFound)} />)}
      </Answer>
    </section>
  )
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay()
  const number = (value: unknown, decimals: number) => formatNumber(value as string, decimals)
  const columns: readonly TableColumn<Row>[] = [
    { key: 'rank', name: say(W.rank), numeric: true, card: 'show', cell: ({ rank }) => number(rank, 0) },
    {
      key: 'name',
      name: say(W.name),
      card: 'title',
      cell: ({ name, enterprise }) => (
        <Link to={`/points/enterprises/${encodeURIComponent(String(enterprise))}`}>{String(name)}</Link>
      ),
    },
    {
      key: 'total',
      name: say(W.points),
      numeric: true,
      card: 'show',
      cell: ({ total }) => <strong>{number(total, 2)}</strong>,
    },
    {
      key: 'list',
      name: say(W.list),
      card: 'show',
      cell: ({ list }) => (list ? say(LISTS[String(list)]) : '—'),
    },
    {
      key: 'sector',
      name: say(W.sectorRank),
      numeric: true,
      cell: ({ sector_rank, sector_ranked }) => `${number(sector_rank, 0)} / ${number(sector_ranked, 0)}`,
    },
  ]
  return <DataTable caption={say(W.ranking)} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
