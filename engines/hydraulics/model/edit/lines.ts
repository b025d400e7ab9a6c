import { cellOf, cellsOf, endOfCells, spansOf } from '../text.ts'
import type { Line } from '../types.ts'

/** A new row: the id, then its cells under one another where they fit. */
export function newLine(cells: readonly (string | number)[], eol: string): Line {
  const texts = cells.map(cellOf)
  const raw =
    texts
      .map((text, i) => text.padEnd(i === 0 ? 16 : 10))
      .join(' ')
      .trimEnd() + eol
  return { raw, cells: cellsOf(raw) }
}

/** The row with other cells: what did not change keeps its place, the comment stays. */
export function changedLine(line: Line, cells: readonly string[]): Line {
  const spans = spansOf(line.raw)
  let { raw } = line
  if (cells.length < spans.length) {
    const from = spans[cells.length - 1]?.to ?? 0
    raw = raw.slice(0, from) + raw.slice((spans.at(-1) as { to: number }).to)
  }
  const added = cells.slice(spans.length).map((cell) => ` ${cellOf(cell).padEnd(9)}`)
  if (added.length > 0) {
    const end = endOfCells(raw)
    raw = raw.slice(0, end) + added.join('').trimEnd() + raw.slice(end)
  }
  for (let i = Math.min(cells.length, spans.length) - 1; i >= 0; i--) {
    const cell = cells[i] as string
    const span = spans[i]
    if (!span || cell === line.cells[i]) continue
    raw = replaced(raw, span.from, span.to, cellOf(cell))
  }
  return { raw, cells: cellsOf(raw) }
}

/** Puts a text in the place of another; blanks behind it give or take the difference, so that columns stay in line. */
function replaced(raw: string, from: number, to: number, text: string): string {
  let gap = 0
  while (raw[to + gap] === ' ') gap++
  const ends = to + gap >= endOfCells(raw)
  const room = to - from + gap
  const padded = ends ? text : text.padEnd(room)
  const least = ends || text.length < room ? padded : `${text} `
  return raw.slice(0, from) + least + raw.slice(ends ? to : to + gap)
}
