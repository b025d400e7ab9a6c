import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'
import { byName } from '../column.ts'
import { placesRead, placesWritten } from '../place.ts'
import { allColumns, type Column, type RecordDefinition } from '../record.ts'
import type { Vault } from './cipher.ts'
import { PERSONAL, type PersonalKind } from './kinds.ts'

/**
 * What becomes of a record's personal columns between its rows as people see them and its table: ciphertext under
 * the column's own name, and beside it a companion column with the blind index, by which an exact value is found.
 */
type Values = Readonly<Record<string, unknown>>

type PersonalColumns = readonly (readonly [string, PersonalKind])[]
/** Asked for every row of an import, and the same for as long as the declaration lives. */
const remembered = new WeakMap<RecordDefinition, PersonalColumns>()

export function personalColumns(record: RecordDefinition): PersonalColumns {
  const found =
    remembered.get(record) ??
    Object.entries(record.columns).flatMap(([name, { personal }]) =>
      personal ? [[name, personal] as const] : [],
    )
  remembered.set(record, found)
  return found
}

export const blindColumn = (name: string): string => `${name}_blind`

/** Every column of the table: those of the rows and the companions. */
export function storedColumns(record: RecordDefinition): Record<string, Column> {
  const companions = personalColumns(record).map(([name]) => {
    const { name: label, optional = false } = record.columns[name] as Column
    return [blindColumn(name), { kind: 'text', name: label, optional }] as const
  })
  return byName({ ...allColumns(record), ...Object.fromEntries(companions) })
}

/** The column that an index over a column is really over: equal values have equal blind indexes only. */
export const comparable = (record: RecordDefinition, name: string): string =>
  record.columns[name]?.personal ? blindColumn(name) : name

/**
 * Values as the table keeps them.
 * @param row the id of their row, to which they are bound
 * @throws GaoxinError RECORD_VALUE, without the value: an error travels to screens and logs
 */
export function encrypted(record: RecordDefinition, values: Values, row: string, vault: Vault): Values {
  const columns = personalColumns(record)
  const plain = placesWritten(record, values)
  if (columns.length === 0) return plain
  const kept: Record<string, unknown> = { ...plain }
  for (const [column, kind] of columns) {
    if (!(column in values)) continue
    const given = values[column] ?? null
    const at = { record: record.id, column, row }
    const value = given === null ? null : normalised(record, column, kind, given)
    kept[column] = value === null ? null : vault.encrypt(value, at)
    kept[blindColumn(column)] = value === null ? null : vault.blind(value, at)
  }
  return kept
}

function normalised(record: RecordDefinition, column: string, kind: PersonalKind, given: unknown): string {
  const { normalise, check, format } = PERSONAL[kind]
  const value = typeof given === 'string' ? normalise(given) : ''
  if (check(value)) return value
  const { name } = record.columns[column] as Column
  throw new GaoxinError(
    'RECORD_VALUE',
    text(`“${name.zh}”的值不合要求`, `The value of "${name.en}" does not fit`),
    text(`请按格式填写：${format.zh}`, `Expected ${format.en}`),
    { place: `${record.id}.${column}`, status: 422 },
  )
}

/**
 * A row, or an image of one, as it may be shown: masks, and no companions.
 * @throws what `Vault.decrypt` throws
 */
export function masked(record: RecordDefinition, row: Values, vault: Vault): Record<string, unknown> {
  const shown: Record<string, unknown> = { ...placesRead(record, row) }
  for (const [column, kind] of personalColumns(record)) {
    delete shown[blindColumn(column)]
    const kept = row[column]
    if (typeof kept === 'string')
      shown[column] = PERSONAL[kind].mask(
        vault.decrypt(kept, { record: record.id, column, row: String(row.id) }),
      )
  }
  return shown
}

/**
 * The blind index of a value that is searched for.
 * @throws GaoxinError PERSONAL_SEARCH when it is no whole value: parts of one cannot be found
 */
export function blindOf(record: RecordDefinition, column: string, given: string, vault: Vault): string {
  const { personal, name } = record.columns[column] as Column
  const { normalise, check, format } = PERSONAL[personal as PersonalKind]
  const value = normalise(given)
  if (check(value)) return vault.blind(value, { record: record.id, column })
  throw new GaoxinError(
    'PERSONAL_SEARCH',
    text(`“${name.zh}”只能按完整的值查找`, `"${name.en}" is found by its whole value only`),
    text(`请输入${format.zh}`, `Enter ${format.en}`),
    { place: `${record.id}.${column}`, status: 422 },
  )
}

/** Whoever sees masks only would try out what they leave open until a row is found. */
export const notFindable = (record: RecordDefinition, column: string) =>
  new GaoxinError(
    'PERSONAL_SEARCH_DENIED',
    text(
      `没有按“${record.columns[column]?.name.zh}”查找的权限`,
      `You may not find rows by "${record.columns[column]?.name.en}"`,
    ),
    text('请换其他条件查找', 'Look by something else'),
    { place: `${record.id}.${column}`, status: 403 },
  )
