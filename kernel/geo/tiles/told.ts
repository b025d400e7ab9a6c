import { type RawBuilder, sql } from 'kysely'
import { quote } from '../../store/ddl.ts'
import type { ColumnKind, RecordDefinition } from '../../store/record.ts'

/** A value beside the id of what a tile shows, by which a map colours and sizes it. */
export interface Told {
  readonly column: string
  /** Its name in a query, where others have theirs. */
  readonly as: string
  /** As a number, or as words. */
  readonly number: boolean
}

/** What a map can go by; the rest is looked up where a row is opened. */
const KINDS: Partial<Record<ColumnKind, 'words' | 'number'>> = {
  integer: 'number',
  decimal: 'number',
  text: 'words',
  choice: 'words',
  office: 'words',
  reference: 'words',
  year: 'words',
  boolean: 'words',
}

/** Of the columns named those that a tile can tell, of a record as far as it may be seen; others are passed over. */
export const toldOf = ({ columns }: RecordDefinition, names: readonly string[]): readonly Told[] =>
  [...new Set(names)].flatMap((column) => {
    const { kind, personal } = columns[column] ?? {}
    const how = kind && !personal ? KINDS[kind] : undefined
    return how ? [{ column, as: `told ${column}`, number: how === 'number' }] : []
  })

/** As columns of a `select` over the table alone. */
export const toldSql = (told: readonly Told[]): RawBuilder<unknown> =>
  sql.join(
    told.map(
      ({ column, as, number }) =>
        sql`${sql.raw(quote(column))}::${sql.raw(number ? 'float8' : 'text')} as ${sql.raw(quote(as))}`,
    ),
  )

/** What a row of such a query tells; what is empty is left out. */
export const valuesOf = (
  told: readonly Told[],
  row: Readonly<Record<string, unknown>>,
): Record<string, string | number> =>
  Object.fromEntries(
    told.flatMap(({ column, as }) => {
      const value = row[as]
      return typeof value === 'string' || typeof value === 'number' ? [[column, value]] : []
    }),
  )
