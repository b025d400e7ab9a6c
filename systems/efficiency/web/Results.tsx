import { useState } from 'react'
import { Link } from 'react-router'
import { useApi, useMetaRecord } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../app/web/kit/format.ts'
import { Answer, Empty } from '../../../app/web/kit/States.tsx'
import type { ResultLine, Share } from './types.ts'
import { useNames } from './useNames.ts'
import { W } from './words.ts'

/** The firms of one evaluation by place, fifty at a time. */
export function Results({ round, shares }: { round: string; shares: readonly Share[] }) {
  const say = useSay()
  const language = useLanguage()
  const [asked, setAsked] = useState({ only: '', search: '', offset: 0 })
  const may = useMetaRecord('efficiency.results')?.may
  const found = useApi('/api/efficiency/rounds/{id}/results', { path: { id: round }, query: asked })
  const query = new URLSearchParams({
    'filter[round]': round,
    ...(asked.only ? { 'filter[class]': asked.only } : {}),
    sort: 'rank',
    format: 'xlsx',
    language,
  })
  return (
    <section className="block">
      <h2>
        {say(W.results)}
        {may?.export && (
          <a download href={`/api/exchange/efficiency/results/export?${query}`}>
            {say(W.export)}
          </a>
        )}
      </h2>
      <div className="toolbar">
        <Chips
          label={say(W.class)}
          chosen={asked.only}
          choose={(only) => setAsked({ ...asked, only, offset: 0 })}
          chips={[
            { key: '', name: say(W.all) },
            ...shares.map((share) => ({ key: share.class as string, name: share.class, count: share.firms })),
          ]}
        />
        <input
          className="input"
          type="search"
          placeholder={say(W.search)}
          aria-label={say(W.search)}
          value={asked.search}
          onChange={({ target }) => setAsked({ ...asked, search: target.value, offset: 0 })}
        />
      </div>
      <Answer of={found} lines={8}>
        {({ total, page, rows }) =>
          total === 0 ? (
            <Empty title={say(W.noneFound)} />
          ) : (
            <>
              <ResultTable rows={rows} />
              {total > page && (
                <p className="actions">
                  <button
                    type="button"
                    className="button"
                    disabled={asked.offset === 0}
                    onClick={() => setAsked({ ...asked, offset: Math.max(0, asked.offset - page) })}
                  >
                    {say(W.previous)}
                  </button>
                  <button
                    type="button"
                    className="button"
                    disabled={asked.offset + page >= total}
                    onClick={() => setAsked({ ...asked, offset: asked.offset + page })}
                  >
                    {say(W.next)}
                  </button>
                  <span className="second">{`${asked.offset + 1}–${asked.offset + rows.length} / ${total}`}</span>
                </p>
              )}
            </>
          )
        }
      </Answer>
    </section>
  )
}

function ResultTable({ rows }: { rows: readonly ResultLine[] }) {
  const say = useSay()
  const names = useNames()
  const moved = { floor: say(W.raised), veto: say(W.lowered) }
  const columns: readonly TableColumn<ResultLine>[] = [
    {
      key: 'name',
      name: say(W.name),
      card: 'title',
      cell: ({ id, name }) => <Link to={`/efficiency/results/${encodeURIComponent(id)}`}>{name}</Link>,
    },
    { key: 'rank', name: say(W.rank), numeric: true, card: 'show', cell: ({ rank }) => rank ?? '—' },
    {
      key: 'score',
      name: say(W.score),
      numeric: true,
      card: 'show',
      cell: ({ score }) => formatNumber(score, 2),
    },
    { key: 'class', name: say(W.class), card: 'show', cell: (row) => <strong>{row.class}</strong> },
    {
      key: 'why',
      name: say(W.why),
      card: 'show',
      cell: ({ moved: by, byRank, exemption }) =>
        exemption ? names('exemption', exemption) : by ? `${moved[by]} · ${say(W.byPlace)} ${byRank}` : '',
    },
  ]
  return <DataTable compact caption={say(W.results)} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
