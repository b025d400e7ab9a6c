import { useState } from 'react'
import { Link } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { useGap, useMoney } from '../money.ts'
import { useReached, type Whole } from '../queries.ts'
import { W } from '../words.ts'

type Row = ApiAnswer<'/api/policy/granules/{id}/enterprises'>['rows'][number]
const PAGE = 50

/** 今天谁能享: those who match with their sums, and those who miss by one condition, the nearest first. */
export function Reached({ granule: { id, coverage } }: { granule: Whole }) {
  const say = useSay()
  const money = useMoney()
  const gap = useGap()
  const [verdict, setVerdict] = useState<'match' | 'near'>('match')
  const [offset, setOffset] = useState(0)
  const reached = useReached(id, verdict, offset)
  const columns: readonly TableColumn<Row>[] = [
    {
      key: 'name',
      name: say(W.enterprise),
      card: 'title',
      cell: ({ enterprise, name }) => (
        <Link to={`/records/enterprises/enterprises/${encodeURIComponent(enterprise)}`}>{name}</Link>
      ),
    },
    ...(verdict === 'near'
      ? ([
          { key: 'says', name: say(W.missed), card: 'show', cell: ({ says }) => says ?? '—' },
          {
            key: 'gap',
            name: say(W.gap),
            numeric: true,
            card: 'show',
            cell: (row) => (row.gap === null ? '—' : gap(row.gap, row.unit)),
          },
        ] satisfies TableColumn<Row>[])
      : []),
    { key: 'amount', name: say(W.money), numeric: true, card: 'show', cell: ({ amount }) => money(amount) },
  ]
  return (
    <section className="block">
      <h2>
        {say(W.who)}
        <a
          className="button quiet"
          href={`/api/policy/granules/${encodeURIComponent(id)}/enterprises.csv?verdict=${verdict}`}
          download
        >
          {say(W.exportCsv)}
        </a>
      </h2>
      <dl className="policy-facts">
        {(['match', 'near', 'unknown', 'open'] as const).map((key) => (
          <div key={key}>
            <dt>{say(W[key])}</dt>
            <dd className="policy-big">{formatNumber(coverage[key])}</dd>
          </div>
        ))}
        <div>
          <dt>{say(W.money)}</dt>
          <dd className="policy-big">{money(coverage.amountYuan)}</dd>
        </div>
      </dl>
      <div className="toolbar">
        <Chips
          label={say(W.who)}
          chosen={verdict}
          choose={(key) => {
            setVerdict(key)
            setOffset(0)
          }}
          chips={(['match', 'near'] as const).map((key) => ({
            key,
            name: say(W[key]),
            count: coverage[key],
          }))}
        />
      </div>
      <Answer of={reached} lines={6}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty title={say(W.nobody)} />
          ) : (
            <>
              <DataTable
                compact
                caption={say(W.who)}
                columns={columns}
                rows={rows}
                rowKey={({ enterprise }) => enterprise}
              />
              {offset + PAGE < total && (
                <button type="button" className="button" onClick={() => setOffset(offset + PAGE)}>
                  {say(W.more)}
                </button>
              )}
            </>
          )
        }
      </Answer>
    </section>
  )
}
