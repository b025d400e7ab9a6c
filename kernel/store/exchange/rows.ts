import { GaoxinError } from '../../errors.ts'
import type { Coordinates } from '../../geo/coordinates.ts'
import { text } from '../../text.ts'
import type { RecordDefinition } from '../record.ts'
import {
  type Allowed,
  type Chosen,
  findHeader,
  HEADER_WITHIN,
  holdsPlaces,
  type Matching,
  matchColumns,
  words,
} from './columns.ts'
import { type Filled, type Filling, fillingOf } from './filled.ts'
import { type FileRow, readTable } from './read.ts'
import type { Source } from './zip.ts'

/** Sheets that Gaoxin itself adds to a file that it hands out. */
export const PROBLEMS_SHEET = text('问题清单', 'Problems found')
export const isOwnSheet = (name: string): boolean => Object.values(PROBLEMS_SHEET).includes(name)

export interface SheetRead {
  readonly sheet: string
  /** The row that the header stands in. */
  readonly header: number
  readonly matching: Matching
}

export interface DataRow {
  readonly of: SheetRead
  readonly row: FileRow
}

export interface Sheets {
  readonly read: SheetRead[]
  /** Sheets passed over: nothing in them names the record's columns, or the columns that name a row are missing. */
  readonly skipped: string[]
}

/** The columns by which rows of a file are found in the table; none when only a whole row can be compared. */
export const keyOf = (record: RecordDefinition): readonly string[] => record.unique?.[0] ?? []

export interface RowsOptions {
  readonly chosen?: Chosen | undefined
  readonly filled?: Filled | undefined
  readonly allowed?: Allowed
  readonly coordinates?: Coordinates | undefined
}

/** Whether a record has anything to put a place into. */
const isPlaced = ({ columns }: RecordDefinition) => Object.values(columns).some(holdsPlaces)

/**
 * The rows below the header of each sheet, blank ones left out. What was read and what was passed over is entered
 * in `sheets` on the way.
 * @throws GaoxinError IMPORT_NO_HEADER, IMPORT_NO_KEY, IMPORT_COLUMN_REFUSED, or what `readTable` throws
 */
export async function* dataRows(
  record: RecordDefinition,
  source: Source,
  { chosen, filled, allowed, coordinates }: RowsOptions,
  sheets: Sheets,
): AsyncGenerator<DataRow> {
  let head: FileRow[] = []
  let of: SheetRead | undefined
  let filling: Filling | undefined
  let name: string | undefined
  let decided = false
  let keyless: Matching | undefined
  /** Looks for the header in the rows gathered so far. @returns the rows below it */
  const decide = (): FileRow[] => {
    decided = true
    const { header, row, chosen: open } = filling!
    const found = findHeader(record, head.map(header), open(chosen), allowed)
    if (found && found.matching.refused.length > 0) throw refusedColumns(record, found.matching)
    if (found && isKeyed(record, found.matching)) {
      of = { sheet: name ?? '', header: head[found.at]!.row, matching: found.matching }
      sheets.read.push(of)
      return head.slice(found.at + 1).map((one) => row(one, found.matching.headers))
    }
    keyless ??= found?.matching
    if (head.length > 0) sheets.skipped.push(name ?? '')
    return []
  }
  for await (const row of readTable(source, { coordinates, paired: isPlaced(record) })) {
    if (row.sheet !== name) {
      if (name !== undefined && !decided) for (const one of decide()) yield { of: of!, row: one }
      name = row.sheet
      head = []
      of = undefined
      filling = fillingOf(record, filled, name)
      decided = isOwnSheet(name) || filling === undefined
    }
    if (row.cells.every((cell) => words(cell) === '')) continue
    if (decided) {
      if (of) yield { of, row: filling!.row(row, of.matching.headers) }
    } else if (head.push(row) === HEADER_WITHIN) for (const one of decide()) yield { of: of!, row: one }
  }
  if (name !== undefined && !decided) for (const one of decide()) yield { of: of!, row: one }
  if (sheets.read.length === 0) throw keyless ? noKey(record, keyless) : noHeader(record)
}

/** Rows below the header that are shown, so that a person sees what stands in a column. */
const SAMPLES = 5

export interface SheetSeen extends SheetRead {
  /** The first rows below the header, as they are written. */
  readonly sample: readonly (readonly string[])[]
}

/** What the file's columns are taken for: each sheet's header and the first rows below it; no sheet is read further. */
export async function inspectFile(
  record: RecordDefinition,
  source: Source,
  chosen?: Chosen,
  allowed?: Allowed,
): Promise<readonly SheetSeen[]> {
  const found: SheetSeen[] = []
  const strange: SheetSeen[] = []
  let head: FileRow[] = []
  const close = () => {
    if (head.length === 0) return
    const named = findHeader(record, head, chosen, allowed)
    // Where nothing names a column, the first row is taken for the header: a person says what its columns are.
    const { at, matching } = named ?? {
      at: 0,
      matching: matchColumns(record, head[0]!.cells.map(words), chosen, allowed),
    }
    ;(named ? found : strange).push({
      sheet: head[at]!.sheet,
      header: head[at]!.row,
      matching,
      sample: head.slice(at + 1, at + 1 + SAMPLES).map(({ cells }) => cells.map(words)),
    })
    head = []
  }
  const most = HEADER_WITHIN + SAMPLES
  for await (const row of readTable(source, { most: 5 * most, paired: isPlaced(record) })) {
    if (head[0] && row.sheet !== head[0].sheet) close()
    const blank = row.cells.every((cell) => words(cell) === '')
    if (!blank && head.length < most && !isOwnSheet(row.sheet)) head.push(row)
    // A text file has one sheet only.
    if (row.sheet === '' && head.length === most) break
  }
  close()
  return found.length > 0 ? found : strange
}

const isKeyed = (record: RecordDefinition, { columns }: Matching): boolean =>
  columns.includes('id') || keyOf(record).every((name) => columns.includes(name))

const noHeader = (record: RecordDefinition) =>
  new GaoxinError(
    'IMPORT_NO_HEADER',
    text(`文件里没有${record.name.zh}的表头`, `The file has no header row of ${record.name.en}`),
    text('请下载模板，把数据填在模板的表头下面', 'Take the template and enter the rows below its header'),
    { place: record.id, status: 422 },
  )

function noKey(record: RecordDefinition, { columns }: Matching) {
  const missing = keyOf(record).filter((name) => !columns.includes(name))
  const names = (language: 'zh' | 'en') =>
    missing.map((name) => record.columns[name]?.name[language] ?? name).join(language === 'zh' ? '、' : ', ')
  return new GaoxinError(
    'IMPORT_NO_KEY',
    text(
      `文件缺少用来辨认一行的栏目：${names('zh')}`,
      `Columns that tell the rows apart are missing: ${names('en')}`,
    ),
    text('请补上这些栏目，或指定它们对应文件的哪一栏', 'Add them, or say which columns of the file they are'),
    { place: record.id, value: missing, status: 422 },
  )
}

const refusedColumns = (record: RecordDefinition, { refused }: Matching) =>
  new GaoxinError(
    'IMPORT_COLUMN_REFUSED',
    text(
      `您不能导入这些栏目：${refused.join('、')}`,
      `You may not import these columns: ${refused.join(', ')}`,
    ),
    text('请把它们设为“不导入”，或从文件中删去', 'Leave them out, or delete them from the file'),
    { place: record.id, value: refused.join(', '), status: 422 },
  )
