import type { Language } from '../../text.ts'
import { allColumns, type Column, type RecordDefinition, STANDARD_COLUMNS } from '../record.ts'
import { GEOMETRY, LONGITUDE_LATITUDE } from './geo/names.ts'
import type { Cell, FileRow } from './read.ts'

/** Which column of a file is which column of a record. */
export interface Matching {
  /** What stands in the header row, as it is written there. */
  readonly headers: readonly string[]
  /** For each column of the file the id of the record's column; undefined where there is none. */
  readonly columns: readonly (string | undefined)[]
  /** How sure that is: a person said so, the name is the same, or only nearly. */
  readonly sureness: readonly (Sureness | undefined)[]
  /** Headers that no column of the record answers to. */
  readonly unmatched: readonly string[]
  /** Columns of the record, by id, that the file does not have. */
  readonly missing: readonly string[]
  /** Headers of columns that the store itself keeps; they are read over. */
  readonly kept: readonly string[]
  /** Headers of columns that the person may not import. */
  readonly refused: readonly string[]
}

export type Sureness = 'chosen' | 'same' | 'near'

/** Header → column id, or null for a column that is to be left out; what a person chose. */
export type Chosen = Readonly<Record<string, string | null>>

/** Which columns a person may import, by id; undefined: all. */
export type Allowed = ReadonlySet<string> | undefined

/** Columns that a file may fill: the declared ones and the id, by which rows are found. */
export const fillable = (record: RecordDefinition): Record<string, Column> => ({
  id: STANDARD_COLUMNS.id,
  ...record.columns,
})

/**
 * The header of each column: its name, with the unit in brackets. Where two columns bear one name, the standard one
 * (or the later one) carries its id as well, so that every header of an export leads back to its column.
 */
export function headerNames(
  record: RecordDefinition,
  names: readonly string[],
  language: Language,
): Record<string, string> {
  const columns = allColumns(record)
  const bearer = new Map<string, string>()
  const declaredFirst = [...Object.keys(record.columns), ...Object.keys(STANDARD_COLUMNS)]
  for (const name of declaredFirst) {
    const label = loose(columns[name]?.name[language] ?? name)
    if (!bearer.has(label)) bearer.set(label, name)
  }
  return Object.fromEntries(
    names.map((name) => {
      const column = columns[name]
      const label = column?.name[language] ?? name
      const unit = column?.unit ? (language === 'zh' ? `（${column.unit}）` : ` (${column.unit})`) : ''
      return [name, bearer.get(loose(label)) === name ? `${label}${unit}` : `${label}${unit} [${name}]`]
    }),
  )
}

/** Full width and half width, upper and lower case, spaces and the mark of a required column make no difference. */
const loose = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/[\s*]/g, '')

/** A name without what stands in brackets at its end. */
const bare = (words: string): string => loose(words).replace(/[([{【〔][^()[\]{}【】〔〕]*[)\]}】〕]$/, '')

export function matchColumns(
  record: RecordDefinition,
  headers: readonly string[],
  chosen: Chosen = {},
  allowed: Allowed = undefined,
): Matching {
  const all = allColumns(record)
  const found: (string | undefined)[] = headers.map((header) => {
    const choice = chosen[header]
    return choice && choice in all ? choice : undefined
  })
  const sureness: (Sureness | undefined)[] = found.map((name) => (name ? 'chosen' : undefined))
  const open = (header: string) => header !== '' && !(header in chosen)
  const taken = new Set(found)
  // From the surest sign to the weakest; the declared columns before the standard ones.
  const order = [...Object.keys(record.columns), ...Object.keys(STANDARD_COLUMNS)]
  const signs: readonly ((header: string, name: string) => boolean)[] = [
    (header, name) => header === GEOMETRY && (holdsPlaces(all[name]) || name === record.edge?.course),
    (header, name) => header.trim() === name || loose(header).endsWith(`[${name}]`),
    (header, name) => withUnits(name, all[name]).includes(loose(header)),
    (header, name) => namesOf(name, all[name]).some((one) => loose(one) === loose(header)),
    (header, name) => header === LONGITUDE_LATITUDE && holdsPlaces(all[name]),
    (header, name) => namesOf(name, all[name]).some((one) => bare(one) === bare(header)),
  ]
  for (const [rank, sign] of signs.entries())
    for (const name of order) {
      if (taken.has(name)) continue
      const at = headers.findIndex(
        (header, i) => found[i] === undefined && open(header) && sign(header, name),
      )
      if (at < 0) continue
      found[at] = name
      sureness[at] = rank < signs.length - 1 ? 'same' : 'near'
      taken.add(name)
    }
  const fills = fillable(record)
  const may = (name: string) => name === 'id' || !allowed || allowed.has(name)
  return {
    headers,
    columns: found.map((name) => (name && name in fills && may(name) ? name : undefined)),
    sureness,
    unmatched: headers.filter((header, i) => header !== '' && !found[i] && chosen[header] !== null),
    missing: Object.keys(record.columns).filter((name) => !taken.has(name) && may(name)),
    kept: headers.filter((_, i) => found[i] && !(found[i] in fills)),
    refused: headers.filter((_, i) => found[i] && found[i] in fills && !may(found[i])),
  }
}

/** Whether shapes of the map may stand in a column. */
export const holdsPlaces = (column: Column | undefined): boolean =>
  column?.kind === 'place' || column?.shape === true

const namesOf = (id: string, column: Column | undefined): string[] =>
  column ? [column.name.zh, column.name.en, id] : [id]

const withUnits = (id: string, column: Column | undefined): string[] =>
  column?.unit ? namesOf(id, column).map((name) => loose(`${name}(${column.unit})`)) : []

/** How many rows may stand above the header: a title, a note, a date. */
export const HEADER_WITHIN = 20

/**
 * The header row: of the first rows of a sheet the one that names most columns of the record.
 * @returns undefined when none names any
 */
export function findHeader(
  record: RecordDefinition,
  rows: readonly FileRow[],
  chosen?: Chosen,
  allowed?: Allowed,
): { readonly at: number; readonly matching: Matching } | undefined {
  let best: { at: number; matching: Matching; count: number } | undefined
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const matching = matchColumns(record, cells.map(words), chosen, allowed)
    const count = matching.columns.filter(Boolean).length + matching.refused.length
    if (count > (best?.count ?? 0)) best = { at, matching, count }
  }
  return best && { at: best.at, matching: best.matching }
}

/** What a cell shows, as far as its value says. */
export function words(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.trim()
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if ('number' in cell) return cell.number
  if ('error' in cell) return cell.error
  if ('geometry' in cell) return cell.written
  if ('unplaced' in cell) return cell.unplaced
  return cell.date.replace(/T00:00:00$/, '').replace('T', ' ')
}
