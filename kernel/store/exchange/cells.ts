import type { z } from 'zod'
import type { Coordinates } from '../../geo/coordinates.ts'
import { DATUMS, datumIn } from '../../geo/datum.ts'
import { type Geometry, linesOf, type Position } from '../../geo/geometry.ts'
import { type Language, type Text, text } from '../../text.ts'
import { placeIn } from '../place.ts'
import type { Column, RecordDefinition } from '../record.ts'
import { formatOf, schemaFor } from '../schema.ts'
import { type Answer, bad, good } from './answer.ts'
import { words } from './columns.ts'
import { toDate, toInstant, toMonth, toYear } from './dates.ts'
import { toDecimal, toInteger } from './numbers.ts'
import type { Cell } from './read.ts'

export type { Answer } from './answer.ts'

/** Finds the row that a text names: its id, `undefined` for none, `null` when it names more than one. */
export type Find = (named: string) => string | undefined | null

export interface Finders {
  readonly office: Find
  /** By the name of a column of kind `reference`. */
  readonly reference: Readonly<Record<string, Find>>
}

/**
 * Makes a converter for the cells of a record: each column's kind says how, the store's own check has the last word.
 * The header over a cell may say the datum of its places: `位置（GCJ-02）`.
 * @param coordinates what places count that say nothing of it themselves
 */
export function converter(
  record: RecordDefinition,
  coordinates?: Coordinates,
): (name: string, cell: Cell | undefined, finders: Finders, header?: string) => Answer {
  const datum = DATUMS.find((one) => one === coordinates)
  const shape = schemaFor(record).shape as Record<string, z.ZodType>
  return (name, cell, finders, header = '') => {
    const column = record.columns[name]
    // Of the standard columns only the id is read.
    if (!column) return good(words(cell) || null)
    const find = { office: finders.office, reference: finders.reference[name] }
    const answer =
      name === record.edge?.course && isDrawn(cell)
        ? toCourse(cell)
        : convert(column, cell, find, header, datum)
    if (!answer.ok) return answer
    if (answer.value === null)
      return column.optional
        ? answer
        : bad(text(`“${column.name.zh}”必填`, `"${column.name.en}" is required`))
    const checked = shape[name]?.safeParse(answer.value)
    return checked?.success ? good(checked.data) : bad(expected(column))
  }
}

function expected(column: Column): Text {
  const { zh, en } = formatOf(column)
  return text(`应填${zh}`, `Expected ${en}`)
}

function convert(
  column: Column,
  cell: Cell | undefined,
  find: { readonly office: Find; readonly reference: Find | undefined },
  header: string,
  datum: string | undefined,
): Answer {
  if (cell !== null && typeof cell === 'object' && 'error' in cell)
    return bad(text(`公式出错（${cell.error}）`, `The formula fails (${cell.error})`))
  if (cell !== null && typeof cell === 'object' && 'unplaced' in cell) return bad(cell.reason)
  if (cell !== null && typeof cell === 'object' && 'geometry' in cell) return toShape(column, cell)
  const shown = words(cell)
  if (cell === null || cell === undefined || shown === '') return good(null)
  switch (column.kind) {
    case 'text':
    case 'longText':
      return toText(cell, shown)
    case 'integer':
      return toInteger(shown, column)
    case 'decimal':
      return toDecimal(shown, column)
    case 'boolean':
      return toBoolean(cell, shown)
    case 'date':
      return toDate(cell)
    case 'month':
      return toMonth(cell)
    case 'year':
      return toYear(cell)
    case 'instant':
      return toInstant(cell)
    case 'choice':
      return toChoice(column, shown)
    case 'office':
      return toRow(find.office, shown, text('机构', 'office'))
    case 'reference':
      return find.reference ? toRow(find.reference, shown, column.name) : good(shown)
    case 'place':
      return toPlace(shown, header, datum)
    case 'data':
      return toData(shown)
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** What a file can carry of a text: line ends are line feeds, and no control characters. */
const carried = (value: string): string => value.replace(/\r\n?/g, '\n').replace(CONTROL, '')

function toText(cell: Exclude<Cell, null>, shown: string): Answer {
  if (typeof cell === 'object' && 'number' in cell && cell.number.replace(/\D/g, '').length > 15)
    return bad(
      text(
        '超过 15 位的数字在 Excel 中会失真，请把单元格设为“文本”后重新填写',
        'Excel loses digits beyond 15; format the cell as text and enter it again',
      ),
    )
  return good(carried(shown).trim() || null)
}

const YES = new Set(['是', '对', '有', 'true', 'yes', 'y', '1', '√'])
const NO = new Set(['否', '不', '无', 'false', 'no', 'n', '0', '×'])

function toBoolean(cell: Cell, shown: string): Answer {
  if (typeof cell === 'boolean') return good(cell)
  const word = loose(shown)
  if (YES.has(word)) return good(true)
  return NO.has(word) ? good(false) : bad(text('应填“是”或“否”', 'Expected yes or no'))
}

const loose = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/\s/g, '')

function toChoice(column: Column, shown: string): Answer {
  const key = choiceKey(column, shown)
  if (key === undefined)
    return bad(text(`不在选项之内：${optionList(column, 'zh')}`, `Not one of: ${optionList(column, 'en')}`))
  return key === null
    ? bad(text('有多个选项叫这个名称，请填代码', 'More than one option has this name; give its key'))
    : good(key)
}

/** The option that a key or a name means; null when a name means several. */
function choiceKey({ choices = {} }: Column, shown: string): string | undefined | null {
  if (Object.hasOwn(choices, shown)) return shown
  const word = loose(shown)
  const hits = Object.entries(choices).filter(
    ([key, name]) => loose(name.zh) === word || loose(name.en) === word || loose(key) === word,
  )
  return hits.length > 1 ? null : hits[0]?.[0]
}

/** How an option is written in a file: its name where the name leads back to it, else its key. */
export function choiceLabel(column: Column, key: string, language: Language): string {
  const name = column.choices?.[key]?.[language]
  return name !== undefined && choiceKey(column, name) === key ? name : key
}

function optionList({ choices = {} }: Column, language: Language): string {
  const names = Object.values(choices).map((name) => name[language])
  const some = names.slice(0, 12).join(language === 'zh' ? '、' : ', ')
  return names.length > 12 ? `${some}…` : some
}

function toRow(find: Find, shown: string, what: Text): Answer {
  const id = find(shown)
  if (typeof id === 'string') return good(id)
  return id === null ? bad(several(shown, what)) : { ok: false, reason: missing(shown, what), missing: true }
}

export const several = (named: string, what: Text): Text =>
  text(`“${named}”对应多个${what.zh}，请填编号`, `"${named}" names more than one ${what.en}; give the id`)

export const missing = (named: string, what: Text): Text =>
  text(`找不到“${named}”这个${what.zh}`, `There is no ${what.en} "${named}"`)

/** A shape of a file goes where a place or a shape is kept; of another column it is the text. */
function toShape(
  { kind, shape }: Column,
  { geometry, written }: Extract<Cell, { geometry: Geometry }>,
): Answer {
  if (shape) return good(kind === 'data' ? geometry : JSON.stringify(geometry))
  if (kind !== 'place') return good(written)
  if (geometry.type !== 'Point') {
    const what = drawn[geometry.type]
    return bad(text(`应为点，这里是${what.zh}`, `Expected a point; this is ${what.en}`))
  }
  const [longitude, latitude] = geometry.coordinates
  return good({ longitude, latitude })
}

const isDrawn = (cell: Cell | undefined): cell is Extract<Cell, { geometry: Geometry }> =>
  cell !== null && typeof cell === 'object' && 'geometry' in cell

/** The positions of a line that a cell holds, ends included; undefined of anything else. */
export function lineIn(cell: Cell | undefined): readonly Position[] | undefined {
  if (!isDrawn(cell)) return undefined
  const [line, more] = linesOf(cell.geometry)
  return more ? undefined : line
}

/** Of a drawn line what lies between its ends. */
function toCourse(cell: Extract<Cell, { geometry: Geometry }>): Answer {
  const line = lineIn(cell)
  if (line) return good(line.length > 2 ? line.slice(1, -1) : null)
  const what = cell.geometry.type === 'Point' ? point : drawn[cell.geometry.type as keyof typeof drawn]
  return bad(text(`应为一条线，这里是${what.zh}`, `Expected one line; this is ${what.en}`))
}

const point = text('点', 'a point')
const [points, lines, areas] = [text('多点', 'several points'), text('线', 'a line'), text('面', 'an area')]
const drawn = {
  MultiPoint: points,
  LineString: lines,
  MultiLineString: text('几段线', 'several lines'),
  Polygon: areas,
  MultiPolygon: areas,
} as const

function toPlace(shown: string, header: string, datum: string | undefined): Answer {
  const said = datumIn(shown).datum ? '' : (datumIn(header).datum ?? datum ?? '')
  const found = placeIn(`${shown} ${said}`)
  return 'place' in found ? good(found.place) : bad(found.wrong)
}

function toData(shown: string): Answer {
  try {
    return good(JSON.parse(shown))
  } catch {
    return bad(text('应填 JSON', 'Expected JSON'))
  }
}
