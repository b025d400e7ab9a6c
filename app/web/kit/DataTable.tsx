import { useWords } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { useUnitName } from '../i18n/units.ts'

export interface TableColumn<T> {
  readonly key: string
  readonly name: string
  readonly unit?: string | undefined
  /** Figures stand at the right. */
  readonly numeric?: boolean
  /** On a phone a row is a card: its title, then the columns that matter; the rest are left out. */
  readonly card?: 'title' | 'show' | undefined
  readonly width?: number | string
  readonly cell: (row: T) => React.ReactNode
  /** At the foot. */
  readonly total?: React.ReactNode
  readonly sortable?: boolean
}

export interface Sorting {
  readonly by: string | undefined
  readonly set: (by: string) => void
}

interface Props<T> {
  readonly caption: string
  readonly columns: readonly TableColumn<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly sorting?: Sorting
  readonly compact?: boolean
  /** Keeps the head in view while its own box scrolls. */
  readonly boxed?: boolean
}

const DIRECTION = { up: 'ascending', down: 'descending' } as const

/** A table as LOOK.md has it: sticky head and first column, totals at the foot, cards on a phone. */
export function DataTable<T>({ caption, columns, rows, rowKey, sorting, compact, boxed }: Props<T>) {
  const marks = useMarks()
  const unitName = useUnitName()
  // On a card the name stands alone above its value: the unit goes with it.
  const named = ({ name, unit }: TableColumn<T>) =>
    unitName(unit) ? `${name}${marks.open}${unitName(unit)}${marks.close}` : name
  const hasTotals = columns.some(({ total }) => total !== undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={boxed ? 'table-box boxed' : 'table-box'} tabIndex={0} aria-label={caption}>
      <table className={compact ? 'table compact' : 'table'}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} {...(sorting ? { sorting } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.numeric ? 'numeric' : undefined}
                  data-card={column.card ?? 'hide'}
                  data-name={named(column)}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.numeric ? 'numeric' : undefined}
                  data-card={column.total ? 'show' : (column.card ?? 'hide')}
                  data-name={named(column)}
                >
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Head<T>({ column, sorting }: { column: TableColumn<T>; sorting?: Sorting }) {
  const words = useWords()
  const marks = useMarks()
  const { key, name, numeric, width, sortable } = column
  const unit = useUnitName()(column.unit)
  const order = sorting?.by === key ? 'up' : sorting?.by === `-${key}` ? 'down' : undefined
  const label = (
    <>
      {name}
      {unit && (
        <small>
          {marks.open}
          {unit}
          {marks.close}
        </small>
      )}
    </>
  )
  return (
    <th
      scope="col"
      className={numeric ? 'numeric' : undefined}
      style={width ? { width } : undefined}
      aria-sort={order && DIRECTION[order]}
    >
      {sortable && sorting ? (
        <button
          type="button"
          className="sort"
          title={words('sortBy', { name })}
          onClick={() => sorting.set(order === 'down' ? key : `-${key}`)}
        >
          {label}
          <span aria-hidden="true">{order === 'up' ? ' ↑' : order === 'down' ? ' ↓' : ''}</span>
        </button>
      ) : (
        label
      )}
    </th>
  )
}
