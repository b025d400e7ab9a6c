import { layoutOf, settingsOf } from '../layout.ts'
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
    ...infiltration(model),
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

/** The first row of a curve or a pattern says what it is. */
function typedFirst(
  model: Model,
  section: 'CURVES' | 'PATTERNS',
  words: readonly string[],
): readonly Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { line, cells } of rowsOf(model, section)) {
    const [id = '', type = ''] = cells
    if (!seen.has(idOf(id)) && wordOf(words, type) === undefined && !Number.isNaN(numberOf(type)))
      problems.push(error('HYDRAULICS_WORD', section, line, type, oneOf(words)))
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

/** A transect has two stations at least, each an elevation and where it is. */
function transects(model: Model): readonly Problem[] {
  const found: { id: string; line: number; stations: number }[] = []
  for (const { line, cells } of rowsOf(model, 'TRANSECTS')) {
    const code = idOf(cells[0] as string)
    if (code.startsWith('X1')) found.push({ id: cells[1] ?? '', line, stations: 0 })
    const last = found.at(-1)
    if (code.startsWith('GR') && last) last.stations += Math.floor((cells.length - 1) / 2)
  }
  return found.flatMap(({ id, line, stations }) =>
    stations < 2
      ? [
          error('HYDRAULICS_ITEMS', 'TRANSECTS', line, id, {
            zh: 'GR 行至少有两个测点',
            en: 'at least two stations in its GR rows',
          }),
        ]
      : [],
  )
}

/** Horton's infiltration falls from its first rate to its last. */
function infiltration(model: Model): readonly Problem[] {
  const settings = settingsOf(model)
  return [...rowsOf(model, 'INFILTRATION')].flatMap(({ line, cells }) => {
    const [, most = '', least = ''] = cells
    const horton = layoutOf('INFILTRATION', cells, settings)[1]?.key === 'maxRate'
    return horton && numberOf(most) < numberOf(least)
      ? [
          error('HYDRAULICS_ORDER', 'INFILTRATION', line, least, {
            zh: `最小下渗率不大于最大下渗率 ${most}`,
            en: `a least rate of at most ${most}, the greatest`,
          }),
        ]
      : []
  })
}
