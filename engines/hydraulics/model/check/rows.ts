import { layoutOf, settingsOf } from '../layout.ts'
import type { Problem } from '../problems.ts'
import { isMap, type SectionKey } from '../sections/index.ts'
import type { Line, Model } from '../types.ts'
import { wrongIn } from './cell.ts'
import type { Defined } from './defined.ts'

/** Bytes that the engine reads of a line at once: what is behind them is a line of its own to it. */
const LONGEST = 1023
/** Cells that it reads of a line. */
const MOST_CELLS = 40

/** Every line by its columns: what is unknown, missing, too many, out of range or undefined. */
export function checkRows(model: Model, defined: Defined): readonly Problem[] {
  const settings = settingsOf(model)
  const problems: Problem[] = []
  let at = 0
  for (const [i, { key, lines }] of model.parts.entries()) {
    if (key === undefined) problems.push(...outside(lines, at, i === 0))
    else if (key !== 'TITLE')
      for (const [j, { raw, cells }] of lines.entries()) {
        if (raw.length * 3 > LONGEST && tooLong(raw))
          problems.push({ code: 'HYDRAULICS_LONG', level: level(key), line: at + j + 1, section: key })
        if (cells.length === 0) continue
        if (key === 'CONTROLS') continue
        checkRow(key, cells, at + j + 1)
      }
    at += lines.length
  }
  return problems

  function checkRow(key: SectionKey, all: readonly string[], line: number): void {
    const cells = all.length > MOST_CELLS ? all.slice(0, MOST_CELLS) : all
    if (all.length > MOST_CELLS)
      problems.push({
        code: 'HYDRAULICS_EXTRA',
        level: 'warning',
        line,
        section: key,
        value: all[MOST_CELLS] as string,
        expected: { zh: `一行至多${MOST_CELLS}项`, en: `${MOST_CELLS} items in a line at most` },
      })
    const layout = layoutOf(key, cells, settings)
    const missing = layout[cells.length]
    if (missing && !missing.optional && !(key === 'OPTIONS' && cells.length === 1))
      problems.push({
        code: 'HYDRAULICS_ITEMS',
        level: passedOver(key, cells) || unfinished(key, cells) ? 'warning' : level(key),
        line,
        section: key,
        column: missing.says,
        value: cells[0] as string,
        expected: {
          zh: `第${cells.length + 1}项：${missing.says.zh}`,
          en: `item ${cells.length + 1}: ${missing.says.en}`,
        },
      })
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as string
      const column = layout[i]
      if (!column) {
        if (cell !== '' && cell !== '*')
          problems.push({ code: 'HYDRAULICS_EXTRA', level: 'warning', line, section: key, value: cell })
        break
      }
      const wrong = wrongIn(column, cell, defined, settings.elevations)
      if (wrong)
        problems.push({
          code: wrong.code,
          ...(wrong.expected ? { expected: wrong.expected } : {}),
          // an option without a value is passed over
          level: wrong.taken || passedOver(key, cells) ? 'warning' : level(key),
          line,
          section: key,
          column: column.says,
          value: cell,
        })
    }
  }
}

/** Rows that the engine skips without a word when they are as short as this. */
const SKIPPED: Readonly<Partial<Record<SectionKey, number>>> = {
  OPTIONS: 1,
  ADJUSTMENTS: 1,
  BUILDUP: 2,
  WASHOFF: 2,
}
const passedOver = (key: SectionKey, { length }: readonly string[]): boolean => length <= (SKIPPED[key] ?? 0)

/** A time of a series without its value, after others on the row: the engine leaves it out. */
const unfinished = (key: SectionKey, { length }: readonly string[]): boolean =>
  key === 'TIMESERIES' && length >= 3

const level = (key: SectionKey): Problem['level'] => (isMap(key) ? 'warning' : 'error')

/** What is behind is blank, or begins with a comment again: then nothing is lost. */
function tooLong(raw: string): boolean {
  const bytes = new TextEncoder().encode(raw.trimEnd())
  for (let at = LONGEST; at < bytes.length; at += LONGEST) {
    const rest = new TextDecoder().decode(bytes.subarray(at, at + LONGEST)).trimStart()
    if (rest !== '' && !rest.startsWith(';')) return true
  }
  return false
}

/** An unknown heading with what stands under it, or lines before the first heading. */
function outside(lines: readonly Line[], at: number, first: boolean): readonly Problem[] {
  const heading = lines[0]?.raw.trim() ?? ''
  if (!first || heading.startsWith('['))
    return [
      {
        code: 'HYDRAULICS_SECTION',
        level: 'error',
        line: at + 1,
        section: undefined,
        value: heading,
        expected: { zh: 'SWMM 5.2 的段名，如 [JUNCTIONS]', en: 'a section of SWMM 5.2, such as [JUNCTIONS]' },
      },
    ]
  return lines.flatMap(({ cells }, i) =>
    cells.length === 0
      ? []
      : [
          {
            code: 'HYDRAULICS_OUTSIDE',
            level: 'warning',
            line: at + i + 1,
            section: undefined,
            value: cells[0] as string,
          },
        ],
  )
}
