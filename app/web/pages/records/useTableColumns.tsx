import { Link } from 'react-router'
import type { MetaColumn, MetaRecord, Row } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import type { TableColumn } from '../../kit/DataTable.tsx'
import { formatNumber } from '../../kit/format.ts'
import { useCell } from '../../kit/useCell.tsx'
import type { Selection } from '../bulk/useSelection.ts'
import { W } from '../form/words.ts'

const NUMERIC = new Set<MetaColumn['kind']>(['integer', 'decimal'])
/** Kinds that have no order that means anything. */
const UNSORTED = new Set<MetaColumn['kind']>(['data', 'place'])
/** On a phone the title and two columns that matter. */
const CARD_COLUMNS = 4

/** Columns of a list from the record's declaration; the one that names the row comes first and opens it. */
export function useTableColumns(
  record: MetaRecord,
  shown: readonly string[],
  sums: Readonly<Record<string, string>> | undefined,
  selection?: Selection,
): readonly TableColumn<Row>[] {
  const say = useSay()
  const words = useWords()
  const cell = useCell()
  const names = [record.title, ...shown.filter((name) => name !== record.title)]
  return names.flatMap((name, index): TableColumn<Row>[] => {
    const column = record.columns[name]
    if (!column) return []
    const content = (row: Row) => cell(column, row[name])
    return [
      {
        key: name,
        name: say(column.name),
        unit: column.unit,
        numeric: NUMERIC.has(column.kind),
        sortable: !UNSORTED.has(column.kind) && !column.personal,
        card: index === 0 ? 'title' : index <= CARD_COLUMNS ? 'show' : undefined,
        cell: (row) =>
          index === 0 ? (
            <>
              {selection && (
                <input
                  type="checkbox"
                  className="row-check"
                  aria-label={`${say(W.select)} ${String(row[name] ?? row.id)}`}
                  checked={selection.all || selection.ids.has(row.id)}
                  disabled={selection.all}
                  onChange={() => selection.toggle(row.id)}
                />
              )}
              <Link to={`/records/${record.id.replace('.', '/')}/${encodeURIComponent(row.id)}`}>
                {content(row)}
              </Link>
              {row.synthetic === true && <small className="tag">{words('syntheticShort')}</small>}
            </>
          ) : (
            content(row)
          ),
        ...(index === 0 && sums && Object.keys(sums).length > 0 ? { total: words('sum') } : {}),
        ...(sums?.[name] ? { total: formatNumber(sums[name]) } : {}),
      },
    ]
  })
}
