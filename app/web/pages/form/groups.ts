import type { Text } from '../../../../kernel/text.ts'
import type { MetaRecord } from '../../client/types.ts'
import { W } from './words.ts'

/** The columns by the record's groups, those in no group last. */
export function grouped(
  record: MetaRecord,
  names: readonly string[],
): readonly { readonly name: Text | undefined; readonly columns: readonly string[] }[] {
  const groups = (record.groups ?? []).map(({ name, columns }) => ({
    name,
    columns: columns.filter((one) => names.includes(one)),
  }))
  const rest = names.filter((name) => !groups.some(({ columns }) => columns.includes(name)))
  return [...groups, { name: groups.length > 0 ? W.other : undefined, columns: rest }].filter(
    ({ columns }) => columns.length > 0,
  )
}
