import { layoutOf, settingsOf } from '../layout.ts'
import { type Problem, problemAt } from '../problems.ts'
import { columnsOf, type SectionKey, spans } from '../sections/index.ts'
import { idOf } from '../text.ts'
import type { Model, Thing } from '../types.ts'

export interface Definition {
  readonly section: SectionKey
  readonly line: number
}

/** Every id that a model defines, in capitals, by what it names. */
export type Defined = ReadonlyMap<Thing, ReadonlyMap<string, Definition>>

/** What the model defines, and what it defines twice. */
export function definedIn(model: Model): {
  readonly defined: Defined
  readonly problems: readonly Problem[]
} {
  const settings = settingsOf(model)
  const defined = new Map<Thing, Map<string, Definition>>()
  const problems: Problem[] = []
  const define = (thing: Thing, id: string, section: SectionKey, line: number) => {
    const known = defined.get(thing) ?? new Map<string, Definition>()
    defined.set(thing, known)
    const before = known.get(idOf(id))
    if (!before) known.set(idOf(id), { section, line })
    else if (!(spans(section) && before.section === section))
      problems.push({
        code: 'HYDRAULICS_DOUBLE',
        level: 'error',
        line,
        section,
        value: id,
        expected: {
          zh: `别的编号（第${before.line}行 [${before.section}] 已用）`,
          en: `another id (used in line ${before.line} [${before.section}])`,
        },
      })
  }
  let line = 0
  for (const { key, lines } of model.parts) {
    if (key && defines(key))
      for (const [i, { raw, cells }] of lines.entries()) {
        if (cells.length === 0) continue
        if (key === 'CONTROLS') {
          if (cells[0]?.toUpperCase().startsWith('RULE') && cells[1] !== undefined)
            define('rule', cells[1], key, line + i + 1)
          continue
        }
        const layout = layoutOf(key, cells, settings)
        const at = layout.findIndex(({ kind }) => kind === 'id')
        const id = cells[at]
        if (id === undefined) continue
        if (firstWords(raw, at) === id) define(layout[at]?.to?.[0] as Thing, id, key, line + i + 1)
        else
          problems.push(
            problemAt('HYDRAULICS_ID', key, line + i + 1, id, {
              zh: '不带引号、空格和分号的编号',
              en: 'an id without quotes, blanks and semicolons',
            }),
          )
      }
    line += lines.length
  }
  return { defined, problems }
}

/** When it counts things, the engine knows neither quotes nor comments. */
const firstWords = (raw: string, at: number): string | undefined => raw.trimStart().split(/\s+/, at + 1)[at]

const defines = (key: SectionKey): boolean =>
  key === 'CONTROLS' || key === 'TRANSECTS' || columnsOf(key)[0]?.kind === 'id'
