import { Link } from 'react-router'
import { address } from '../../../../app/web/client/fetch.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { DataTable, type TableColumn } from '../../../../app/web/kit/DataTable.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { OffsetPager } from '../../../../app/web/pages/records/Pager.tsx'
import { sayTest, useValue } from '../ladder/useValue.ts'
import { W } from '../words.ts'
import { type List, type Near, type NearRow, PAGE, type Rung } from './queries.ts'
import { O } from './words.ts'

export interface ListProps {
  readonly rungs: readonly Rung[]
  readonly params: URLSearchParams
  readonly set: (next: Readonly<Record<string, string | undefined>>) => void
}

const SORTS = ['gap', '-gap', 'title', '-title'] as const
type Sort = (typeof SORTS)[number]

/** Who is one step away from a rung, or could go up: by what they lack, in the order of how much. */
export function NearList({
  list,
  scheme,
  rungs,
  params,
  set,
}: ListProps & { readonly list: Exclude<List, 'renewals'>; readonly scheme: string }) {
  const say = useSay()
  const name = say(rungs.find((rung) => rung.scheme === scheme)?.name)
  const test = params.get('test') ?? undefined
  const sort = SORTS.find((each) => each === params.get('sort')) ?? (list === 'ready' ? 'title' : 'gap')
  const offset = Number(params.get('offset') ?? 0)
  const asked = { scheme: scheme as never, kind: list, test, sort }
  const found = useApi('/api/enterprises/near', { query: { ...asked, offset, limit: PAGE } })
  return (
    <section className="block" aria-label={say(list === 'near' ? O.nearOf(name) : O.readyOf(name))}>
      <h2>
        {say(list === 'near' ? O.nearOf(name) : O.readyOf(name))}
        <a className="button" href={address('/api/enterprises/near/export', asked)} download>
          {say(O.export)}
        </a>
      </h2>
      <p className="second">{say(list === 'near' ? O.nearAbout : O.readyAbout)}</p>
      <Answer of={found}>
        {(near) => <Found near={near} list={list} test={test} sort={sort} offset={offset} set={set} />}
      </Answer>
    </section>
  )
}

interface FoundProps {
  readonly near: Near
  readonly list: List
  readonly test: string | undefined
  readonly sort: Sort
  readonly offset: number
  readonly set: ListProps['set']
}

function Found({ near, list, test, sort, offset, set }: FoundProps) {
  const say = useSay()
  const columns = useColumns(list)
  const sum = near.tests.reduce((all, { count }) => all + count, 0)
  return (
    <>
      {list === 'near' && near.tests.length > 1 && (
        <div className="toolbar">
          <Chips
            label={say(O.lacks)}
            chosen={test ?? ''}
            choose={(id) => set({ test: id === '' ? undefined : id })}
            chips={[
              { key: '', name: say(O.all), count: sum },
              ...near.tests.map(({ id, label, count }) => ({ key: id, name: label, count })),
            ]}
          />
        </div>
      )}
      {near.rows.length === 0 ? (
        <Empty title={say(O.none)} hint={say(O.noneHint)} />
      ) : (
        <>
          <DataTable
            caption={say(list === 'near' ? O.near : O.ready)}
            columns={columns}
            rows={near.rows}
            rowKey={({ id }) => id}
            sorting={{
              by: sort,
              set: (by) => set({ sort: by }),
            }}
          />
          <OffsetPager
            offset={offset}
            limit={PAGE}
            total={near.total}
            go={(next) => set({ offset: String(next) })}
          />
        </>
      )}
    </>
  )
}

function useColumns(list: List): readonly TableColumn<NearRow>[] {
  const say = useSay()
  const sayValue = useValue()
  const name: TableColumn<NearRow> = {
    key: 'title',
    name: say(O.enterprise),
    card: 'title',
    sortable: true,
    cell: (row) => (
      <Link to={`/records/enterprises/enterprises/${encodeURIComponent(row.id)}`}>{row.name}</Link>
    ),
  }
  if (list === 'ready') return [name]
  return [
    name,
    { key: 'lacks', name: say(O.lacks), card: 'show', cell: ({ lacks }) => lacks?.label ?? '' },
    {
      key: 'value',
      name: say(O.value),
      numeric: true,
      card: 'show',
      cell: ({ value, unknown }) => (unknown ? say(W.notFiled) : value === null ? '—' : sayValue(value)),
    },
    {
      key: 'needs',
      name: say(O.needs),
      numeric: true,
      cell: ({ lacks }) => sayTest(lacks?.test ?? '', say(W.yes), say(W.no)),
    },
    {
      key: 'gap',
      name: say(O.short),
      numeric: true,
      card: 'show',
      sortable: true,
      cell: ({ short }) => (short === null ? '—' : <strong>{sayValue(short)}</strong>),
    },
  ]
}
