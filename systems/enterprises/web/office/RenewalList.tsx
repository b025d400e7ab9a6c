import { Link } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { OffsetPager } from '../../../../app/web/pages/records/Pager.tsx'
import type { ListProps } from './NearList.tsx'
import { PAGE, type RenewalRow } from './queries.ts'
import { O } from './words.ts'

const WITHIN = ['30', '90', '180'] as const

/** What ends soon, the soonest first. */
export function RenewalList({
  rungs,
  scheme,
  within,
  params,
  set,
}: ListProps & { readonly scheme: string | undefined; readonly within: number }) {
  const say = useSay()
  const language = useLanguage()
  const offset = Number(params.get('offset') ?? 0)
  const found = useApi('/api/enterprises/renewals', {
    query: { scheme: scheme as never, within: within as never, offset, limit: PAGE },
  })
  const name = rungs.find((rung) => rung.scheme === scheme)?.name
  const columns: readonly TableColumn<RenewalRow>[] = [
    {
      key: 'name',
      name: say(O.enterprise),
      card: 'title',
      cell: (row) => (
        <Link to={`/records/enterprises/enterprises/${encodeURIComponent(row.enterprise)}`}>{row.name}</Link>
      ),
    },
    {
      key: 'honour',
      name: say(O.honour),
      card: 'show',
      cell: (row) => (
        <Link to={`/records/enterprises/honours/${encodeURIComponent(row.id)}`}>{say(row.schemeName)}</Link>
      ),
    },
    { key: 'validTo', name: say(O.validTo), card: 'show', cell: (row) => formatDate(row.validTo, language) },
    { key: 'days', name: say(O.days), unit: '天', numeric: true, card: 'show', cell: ({ days }) => days },
  ]
  return (
    <section className="block" aria-label={say(O.renewals)}>
      <h2>
        {say(O.renewals)}
        {name && <small>{say(name)}</small>}
      </h2>
      <p className="second">{say(O.renewalsAbout)}</p>
      <div className="toolbar">
        <Chips
          label={say(O.ends)}
          chosen={String(within) as (typeof WITHIN)[number]}
          choose={(days) => set({ within: days })}
          chips={WITHIN.map((key) => ({ key, name: say(O.within(Number(key))) }))}
        />
        {scheme && (
          <button type="button" className="button quiet" onClick={() => set({ scheme: undefined })}>
            {say(O.allRungs)}
          </button>
        )}
      </div>
      <Answer of={found}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty title={say(O.noEnding)} />
          ) : (
            <>
              <DataTable caption={say(O.renewals)} columns={columns} rows={rows} rowKey={({ id }) => id} />
              <OffsetPager
                offset={offset}
                limit={PAGE}
                total={total}
                go={(next) => set({ offset: String(next) })}
              />
            </>
          )
        }
      </Answer>
    </section>
  )
}
