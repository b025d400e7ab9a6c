/**
 * A line of an `.inp` file as EPA SWMM reads it: cells parted by blanks and tabs, a text in quotes is one cell,
 * what follows a semicolon is a comment. One pass over the characters, no regular expression.
 */

import { HydraulicsError } from '../errors.ts'

/** Where a cell stands in its line, quotes included. */
export interface Span {
  readonly from: number
  readonly to: number
}

const TAB_OR_BLANK = 32
const QUOTE = 34
const NO_CELLS: readonly string[] = []

/** Where the comment of a line begins; its length (less the line break) where it has none. */
export function endOfCells(line: string): number {
  const semicolon = line.indexOf(';')
  let end = semicolon < 0 ? line.length : semicolon
  while (end > 0 && line.charCodeAt(end - 1) <= TAB_OR_BLANK) end--
  return end
}

export function cellsOf(line: string): readonly string[] {
  const end = endOfCells(line)
  let cells: string[] | undefined
  for (let at = 0; at < end; ) {
    const code = line.charCodeAt(at)
    if (code <= TAB_OR_BLANK) {
      at++
      continue
    }
    const to = endOfCell(line, at, end, code)
    cells ??= []
    cells.push(code === QUOTE ? unquoted(line, at, to) : line.slice(at, to))
    at = to
  }
  return cells ?? NO_CELLS
}

export function spansOf(line: string): readonly Span[] {
  const end = endOfCells(line)
  const spans: Span[] = []
  for (let at = 0; at < end; ) {
    const code = line.charCodeAt(at)
    if (code <= TAB_OR_BLANK) {
      at++
      continue
    }
    const to = endOfCell(line, at, end, code)
    spans.push({ from: at, to })
    at = to
  }
  return spans
}

function endOfCell(line: string, from: number, end: number, first: number): number {
  if (first === QUOTE) {
    const close = line.indexOf('"', from + 1)
    return close < 0 || close >= end ? end : close + 1
  }
  let to = from + 1
  while (to < end && line.charCodeAt(to) > TAB_OR_BLANK) to++
  return to
}

const unquoted = (line: string, from: number, to: number): string => {
  const closed = to > from + 1 && line.charCodeAt(to - 1) === QUOTE
  return line.slice(from + 1, closed ? to - 1 : to)
}

/**
 * A value as a cell: in quotes where blanks or nothing would otherwise be lost.
 * @throws HydraulicsError HYDRAULICS_VALUE for what no cell can hold: a line break, a quote, a semicolon, no finite number
 */
export function cellOf(value: string | number): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new HydraulicsError('HYDRAULICS_VALUE', 'cell', value)
    return String(value)
  }
  if (UNHOLDABLE.some((each) => value.includes(each)) || value.startsWith('['))
    throw new HydraulicsError('HYDRAULICS_VALUE', 'cell', value)
  return value === '' || /\s/.test(value) ? `"${value}"` : value
}

const UNHOLDABLE = ['\n', '\r', '"', ';']

/** As the engine's `strtod`: an empty cell is 0; NaN where it is no number. */
export const numberOf = (cell: string): number => {
  const value = Number(cell)
  return Number.isFinite(value) ? value : Number.NaN
}

const NUMBER = /^\s*[+-]?(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/i
const LAST_PLAIN = 127

/**
 * What the engine takes a cell for that is no number: it stops where the number does, and lets pass what begins there with
 * a letter of another script. Undefined where it refuses the cell.
 * @param loose whether it lets pass whatever follows
 */
export function takenNumber(cell: string, loose = false): number | undefined {
  const [digits = ''] = NUMBER.exec(cell) ?? []
  const rest = cell.slice(digits.length)
  if (!loose && rest !== '' && rest.charCodeAt(0) <= LAST_PLAIN) return undefined
  return digits === '' ? 0 : numberOf(digits)
}

/** Ids are the same whatever their case. */
export const idOf = (cell: string): string => cell.toUpperCase()
