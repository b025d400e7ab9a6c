import { lazy, Suspense } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMeta, useRows, useTotals } from '../client/queries.ts'
import type { MetaRecord, Row } from '../client/types.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { DataTable } from '../kit/DataTable.tsx'
import { formatNumber } from '../kit/format.ts'
import { PageHead } from '../kit/PageHead.tsx'
import { Answer, Empty, Loading } from '../kit/States.tsx'
import { BulkBar } from './bulk/BulkBar.tsx'
import { useSelection } from './bulk/useSelection.ts'
import { ImportedChip } from './exchange/ImportedChip.tsx'
import { ListActions } from './exchange/ListActions.tsx'
import { pageOf } from './form/useRecord.ts'
import { W } from './form/words.ts'
import NotFound from './NotFound.tsx'
import { ColumnMenu } from './records/ColumnMenu.tsx'
import { FilterBar } from './records/FilterBar.tsx'
import { MapTabs } from './records/MapTabs.tsx'
import { NoRows } from './records/NoRows.tsx'
import { Pager } from './records/Pager.tsx'
import { useColumnChoice } from './records/useColumnChoice.ts'
import { useTableColumns } from './records/useTableColumns.tsx'
import { ViewMenu } from './records/ViewMenu.tsx'

const MapTab = lazy(() => import('./map/MapTab.tsx'))

const LIMIT = 50
/** What in the address narrows the list, besides the filters of columns. */
const NARROWS = new Set(['q', 'asOf', 'knownOn'])
/** What in the address says how far into the list. */
const PLACE = ['offset', 'after', 'before']

/** The list of any record, made from its declaration: filters, columns, totals, pages. */
export default function Records() {
  const { system, record } = useParams()
  const { data: meta } = useMeta()
  if (!meta) return <Loading lines={12} />
  const found = meta.systems.flatMap(({ records }) => records).find(({ id }) => id === `${system}.${record}`)
  return found ? <List key={found.id} record={found} /> : <NotFound />
}

function List({ record }: { record: MetaRecord }) {
  const say = useSay()
  const words = useWords()
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string) => move({ [name]: value }, name === 'q')
  /** Another place in the list, or another listing, which begins at its first page. */
  const move = (to: Readonly<Record<string, string>>, replace = false) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const name of PLACE) next.delete(name)
        for (const [name, value] of Object.entries(to))
          if (value) next.set(name, value)
          else next.delete(name)
        return next
      },
      { replace },
    )
  const choice = useColumnChoice(record, params.get('columns') ?? '', (names) => set('columns', names))
  const offset = Number(params.get('offset') ?? 0)
  const sort = params.get('sort') ?? undefined
  const filters = Object.fromEntries(
    [...params].filter(([key]) => NARROWS.has(key) || key.startsWith('filter[')),
  )
  const [after, before] = [params.get('after') ?? undefined, params.get('before') ?? undefined]
  const place = after || before ? { after, before } : { offset }
  const spot = Object.keys(record.columns).find((name) => record.columns[name]?.kind === 'place')
  const onMap = spot !== undefined && params.get('view') === 'map'
  const asked = useRows(onMap ? undefined : record.id, {
    ...filters,
    sort,
    ...place,
    limit: LIMIT,
    part: 'rows',
  })
  const totals = useTotals(record.id, filters).data
  const counted = totals && `${formatNumber(totals.total)}${totals.atLeast ? '+' : ''}`
  const selection = useSelection(JSON.stringify(filters))
  const selectable = record.may.change !== undefined && !filters.knownOn
  const columns = useTableColumns(record, choice.shown, totals?.sums, selectable ? selection : undefined)
  const filtered = Object.keys(filters).length > 0
  const query = new URLSearchParams([...params].filter(([key]) => !PLACE.includes(key)))
  return (
    <>
      <PageHead title={say(record.name)} about={say(record.about)}>
        {record.may.create && (
          <Link className="button primary" to={`${pageOf(record)}/new`}>
            {say(W.create)}
          </Link>
        )}
        <ListActions record={record} query={{ ...filters, sort }} shown={choice.shown} total={counted} />
        <ViewMenu record={record} query={query.toString()} />
        <ColumnMenu record={record} choice={choice} />
        <button type="button" className="button quiet" onClick={() => print()}>
          {words('print')}
        </button>
      </PageHead>
      <FilterBar record={record} value={(name) => params.get(name) ?? ''} set={set} />
      <ImportedChip
        value={params.get('filter[recorded_at]') ?? ''}
        clear={() => set('filter[recorded_at]', '')}
      />
      {spot && <MapTabs params={params} onMap={onMap} />}
      {onMap ? (
        <Suspense fallback={<Loading lines={12} />}>
          <MapTab
            record={record}
            column={spot}
            filters={filters}
            at={params.get('at') ?? ''}
            setAt={(at, step) => move({ at }, !step)}
          />
        </Suspense>
      ) : (
        <Answer of={asked} lines={14}>
          {({ rows, next, previous }) =>
            rows.length === 0 ? (
              filtered ? (
                <Empty title={words('emptyFilter')} hint={words('emptyFilterHint')} />
              ) : (
                <NoRows record={record} />
              )
            ) : (
              <div className="wide-table">
                <BulkBar
                  record={record}
                  selection={selection}
                  page={rows.map(({ id }) => id)}
                  total={totals?.total}
                  counted={counted}
                  filters={chosen(filters)}
                />
                <DataTable<Row>
                  compact
                  caption={say(record.name)}
                  columns={columns}
                  rows={rows}
                  rowKey={({ id }) => id}
                  sorting={{ by: sort, set: (by) => set('sort', by) }}
                />
                <Pager
                  offset={offset}
                  shown={rows.length}
                  total={totals?.total}
                  atLeast={totals?.atLeast}
                  previous={previous ? () => move(back(offset, previous)) : undefined}
                  next={next ? () => move({ offset: String(offset + rows.length), after: next }) : undefined}
                />
              </div>
            )
          }
        </Answer>
      )}
    </>
  )
}

/** The page before; the first one is the list itself. */
const back = (offset: number, before: string): Record<string, string> =>
  offset > LIMIT ? { offset: String(offset - LIMIT), before } : {}

/** The filters of the address as a bulk edit names them. */
const chosen = ({ q, asOf, ...filters }: Readonly<Record<string, string>>) => ({
  filter: Object.fromEntries(
    Object.entries(filters).flatMap(([key, value]) => {
      const column = /^filter\[(\w+)\]$/.exec(key)?.[1]
      return column ? [[column, value]] : []
    }),
  ),
  ...(q ? { search: q } : {}),
  ...(asOf ? { asOf } : {}),
})
