/** Where records know a subject of a register: what follows when two of its rows turn out to be one. */
import type { RecordDefinition } from '../store/index.ts'
import type { SubjectRegister } from './view.ts'

export interface Referring {
  readonly record: RecordDefinition
  readonly column: string
  /** What stands in the column: the id of a row of the register, or its key (统一社会信用代码). */
  readonly by: 'id' | 'key'
}

/**
 * Columns that refer to rows of a register: declared as a reference to it, or as a text of the same format as its key.
 * The register's own key is none.
 */
export function referringTo(
  { record: register, key }: Pick<SubjectRegister, 'record' | 'key'>,
  records: readonly RecordDefinition[],
): readonly Referring[] {
  const format = register.columns[key]?.format
  return records.flatMap((record) =>
    Object.entries(record.columns).flatMap(([column, declared]): readonly Referring[] => {
      if (declared.kind === 'reference' && declared.record === register.id)
        return [{ record, column, by: 'id' }]
      const itself = record.id === register.id && column === key
      return format !== undefined && declared.format === format && !itself
        ? [{ record, column, by: 'key' }]
        : []
    }),
  )
}
