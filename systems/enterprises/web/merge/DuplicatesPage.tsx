import { useState } from 'react'
import { Link } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { OffsetPager } from '../../../../app/web/pages/records/Pager.tsx'
import { ApartForm } from './ApartForm.tsx'
import { MergeForm } from './MergeForm.tsx'
import { M } from './words.ts'
import '../enterprises.css'

export type Pair = ApiAnswer<'/api/enterprises/duplicates'>['rows'][number]
const PAGE = 50

/** Pairs of the register that may be one enterprise, with why, and the way to make them one. */
export default function DuplicatesPage() {
  const say = useSay()
  const marks = useMarks()
  const [offset, setOffset] = useState(0)
  const [chosen, choose] = useState<{ readonly pair: Pair; readonly as: 'merge' | 'apart' }>()
  const found = useApi('/api/enterprises/duplicates', { query: { offset, limit: PAGE } })
  const Chosen = chosen?.as === 'apart' ? ApartForm : MergeForm
  const columns: readonly TableColumn<Pair>[] = [
    {
      key: 'pair',
      name: say(M.pair),
      card: 'title',
      cell: ({ a, b }) =>
        [a, b].map(({ id, name, code }) => (
          <p key={id}>
            <Link to={`/records/enterprises/enterprises/${encodeURIComponent(id)}`}>{name}</Link>{' '}
            <span className="second">{code}</span>
          </p>
        )),
    },
    {
      key: 'whys',
      name: say(M.whys),
      card: 'show',
      cell: ({ whys }) => whys.map((why) => say(M.why[why])).join(marks.list),
    },
    {
      key: 'do',
      name: '',
      card: 'show',
      cell: (pair) => (
        <p className="actions">
          {(['merge', 'apart'] as const).map((as) => (
            <button key={as} type="button" className="button" onClick={() => choose({ pair, as })}>
              {say(M[as])}
            </button>
          ))}
        </p>
      ),
    },
  ]
  return (
    <>
      <PageHead title={say(M.title)} about={say(M.about)} />
      <div className="stack">
        {chosen && (
          <Chosen
            key={`${chosen.as} ${chosen.pair.a.id} ${chosen.pair.b.id}`}
            pair={chosen.pair}
            close={() => choose(undefined)}
          />
        )}
        <Answer of={found}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Empty title={say(M.none)} hint={say(M.noneHint)} />
            ) : (
              <>
                <DataTable
                  caption={say(M.title)}
                  columns={columns}
                  rows={rows}
                  rowKey={({ a, b }) => `${a.id} ${b.id}`}
                />
                <OffsetPager offset={offset} limit={PAGE} total={total} go={setOffset} />
              </>
            )
          }
        </Answer>
        <p>
          <Link to="/records/enterprises/distinctions">{say(M.found)}</Link>
        </p>
      </div>
    </>
  )
}
