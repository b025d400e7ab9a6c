import { useParams, useSearchParams } from 'react-router'
import { useMeta, useRows } from '../client/queries.ts'
import type { MetaRecord, Row } from '../client/types.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { DataTable } from '../kit/DataTable.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { Answer, Empty, Loading } from '../kit/States.tsx'
import { ImportedChip } from './exchange/ImportedChip.tsx'
import { ListActions } from './exchange/ListActions.tsx'
import NotFound from './NotFound.tsx'
import { ColumnMenu } from './records/ColumnMenu.tsx'
import { FilterBar } from './records/FilterBar.tsx'
import { Pager } from './records/Pager.tsx'
import { useColumnChoice } from './records/useColumnChoice.ts'
import { useTableColumns } from './records/useTableColumns.tsx'

const LIMIT = 50
/** What in the address narrows the list, besides the filters of columns. */
const NARROWS = new Set(['q', 'asOf', 'knownOn'])

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
  const choice = useColumnChoice(record)
  const offset = Number(params.get('offset') ?? 0)
  const sort = params.get('sort') ?? undefined
  const filters = Object.fromEntries(
    [...params].filter(([key]) => NARROWS.has(key) || key.startsWith('filter[')),
  )
  const asked = useRows(record.id, { ...filters, sort, offset, limit: LIMIT })
  const columns = useTableColumns(record, choice.shown, asked.data?.sums)
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        if (name !== 'offset') next.delete('offset')
        return next
      },
      { replace: name === 'q' },
    )
  const filtered = Object.keys(filters).length > 0
  return (
    <>
      <PageHead title={say(record.name)} about={say(record.about)}>
        <ListActions
          record={record}
          query={{ ...filters, sort }}
          shown={choice.shown}
          total={asked.data?.total}
        />
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
      <Answer of={asked} lines={14}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty
              title={filtered ? words('emptyFilter') : words('emptyRecord', { name: say(record.name) })}
              hint={words(filtered ? 'emptyFilterHint' : 'emptyRecordHint')}
            />
          ) : (
            <div className="wide-table">
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
                limit={LIMIT}
                total={total}
                go={(to) => set('offset', to > 0 ? String(to) : '')}
              />
            </div>
          )
        }
      </Answer>
    </>
  )
}
