import type { Problem } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { CURVE_TYPES, LID_TYPES, PATTERN_LENGTHS, type SectionKey, wordOf } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model, Words } from '../types.ts'

/** What the rows of one thing must have between them: a type, enough points, limits the right way round. */
export function checkWholes(model: Model): readonly Problem[] {
  return [
    ...typedFirst(model, 'CURVES', CURVE_TYPES),
    ...typedFirst(model, 'PATTERNS', Object.keys(PATTERN_LENGTHS)),
    ...lids(model),
    ...transects(model),
    ...streets(model),
  ]
}

const error = (
  code: Problem['code'],
  section: SectionKey,
  line: number,
  value: string,
  expected: Words,
): Problem => ({ code, level: 'error', line, section, value, expected })

const oneOf = (words: readonly string[]): Words => ({
  zh: `首行写明类型：${words.join('、')}`,
  en: `the first row to name the type: ${words.join(', ')}`,
})

const AGAIN: Words = {
  zh: '数：类型已在首行写明',
  en: 'a number: the first row has named the type',
}

/** The first row of a curve or a pattern says what it is. */
function typedFirst(
  model: Model,
  section: 'CURVES' | 'PATTERNS',
  words: readonly string[],
): readonly Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { line, cells } of rowsOf(model, section)) {
    const [id = '', type] = cells
    // the engine does not count a row that is too short to say anything
    if (type === undefined) continue
    const said = wordOf(words, type)
    if (!seen.has(idOf(id)) && said === undefined && !Number.isNaN(numberOf(type)))
      problems.push(error('HYDRAULICS_WORD', section, line, type, oneOf(words)))
    if (seen.has(idOf(id)) && said !== undefined)
      problems.push(error('HYDRAULICS_NUMBER', section, line, type, AGAIN))
    seen.add(idOf(id))
  }
  return problems
}

/** One row of an LID control says what kind it is. */
function lids(model: Model): readonly Problem[] {
  const first = new Map<string, { id: string; line: number }>()
  const typed = new Set<string>()
  for (const { line, cells } of rowsOf(model, 'LID_CONTROLS')) {
    const [id = '', word = ''] = cells
    if (!first.has(idOf(id))) first.set(idOf(id), { id, line })
    if (wordOf(LID_TYPES, word)) typed.add(idOf(id))
  }
  return [...first].flatMap(([key, { id, line }]) =>
    typed.has(key) ? [] : [error('HYDRAULICS_ITEMS', 'LID_CONTROLS', line, id, oneOf(LID_TYPES))],
  )
}

/** A transect has two stations at least, banks the right way round, some depth, and a roughness of its channel. */
function transects(model: Model): readonly Problem[] {
  const found: { id: string; line: number; banks: readonly number[]; rough: boolean; levels: number[] }[] = []
  let rough = false
  for (const { line, cells } of rowsOf(model, 'TRANSECTS')) {
    const code = idOf(cells[0] as string)
    if (code.startsWith('NC')) rough = numberOf(cells[3] ?? '') > 0
    if (code.startsWith('X1'))
      found.push({ id: cells[1] ?? '', line, banks: cells.slice(3, 5).map(numberOf), rough, levels: [] })
    const last = found.at(-1)
    if (code.startsWith('GR') && last)
      for (let i = 1; i + 1 < cells.length; i += 2) last.levels.push(numberOf(cells[i] as string))
  }
  return found.flatMap(({ id, line, banks: [left = 0, right = 0], rough: known, levels }) => {
    const expected: Words | undefined =
      levels.length < 2
        ? { zh: 'GR 行至少有两个测点', en: 'at least two stations in its GR rows' }
        : !known
          ? {
              zh: '之前的 NC 行，主槽糙率大于0',
              en: 'a row NC before it, with a roughness of the channel above 0',
            }
          : left > right
            ? { zh: '左岸位置不大于右岸', en: 'a left bank not beyond the right one' }
            : levels.every((level) => level === levels[0])
              ? { zh: '测点有高低', en: 'stations of more than one elevation' }
              : undefined
    const code = levels.length < 2 || !known ? 'HYDRAULICS_ITEMS' : 'HYDRAULICS_VALUES'
    return expected ? [error(code, 'TRANSECTS', line, id, expected)] : []
  })
}

/** A street with a strip behind its curb gives the slope and the roughness of that. */
const streets = (model: Model): readonly Problem[] =>
  [...rowsOf(model, 'STREETS')].flatMap(({ line, cells }) => {
    const width = cells[8]
    if (width === undefined || !(numberOf(width) > 0)) return []
    const wrong = [9, 10].find((i) => !(numberOf(cells[i] ?? '0') > 0))
    return wrong === undefined
      ? []
      : [
          error(
            cells.length < 11 ? 'HYDRAULICS_ITEMS' : 'HYDRAULICS_NUMBER',
            'STREETS',
            line,
            cells[wrong] ?? (cells[0] as string),
            {
              zh: '后带坡和糙率，均大于0',
              en: 'slope and roughness of the strip behind the curb, above 0',
            },
          ),
        ]
  })
