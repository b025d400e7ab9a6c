import type { Network } from '../network.ts'
import { type Problem, problemAt } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { wordOf } from '../sections/index.ts'
import { idOf } from '../text.ts'
import type { Model } from '../types.ts'

/** What the engine must have read before what: it goes through the file once. */
export const checkSequence = (model: Model, network: Network): readonly Problem[] => [
  ...sections(model, network),
  ...unfinished(model),
  ...climate(model),
]

/** What is read of a section before its conduit counts for the first conduit of the file; the others have no barrels then. */
function sections(model: Model, { links }: Network): readonly Problem[] {
  const first = [...links.values()].find(({ kind }) => kind === 'conduit')
  return [...rowsOf(model, 'XSECTIONS')].flatMap(({ line, cells: [id = ''] }) => {
    const link = links.get(idOf(id))
    return link?.kind === 'conduit' && link !== first && link.line > line
      ? [
          problemAt('HYDRAULICS_ORDER', 'XSECTIONS', line, id, {
            zh: `在 [CONDUITS] 之后（该管渠在第${link.line}行）`,
            en: `a row after [CONDUITS] (this one is in line ${link.line})`,
          }),
        ]
      : []
  })
}

/** The last transect is finished by the heading after it. */
function unfinished(model: Model): readonly Problem[] {
  const last = model.parts.findLast(({ lines }) => lines[0]?.raw.trimStart().startsWith('['))
  if (last?.key !== 'TRANSECTS') return []
  const named = [...rowsOf(model, 'TRANSECTS')].findLast(({ cells }) =>
    idOf(cells[0] as string).startsWith('X1'),
  )
  const id = idOf(named?.cells[1] ?? '')
  const used = [...rowsOf(model, 'XSECTIONS')].some(
    ({ cells: [, shape = '', transect = ''] }) => wordOf(['IRREGULAR'], shape) && idOf(transect) === id,
  )
  return named && used
    ? [
        problemAt('HYDRAULICS_ORDER', 'TRANSECTS', named.line, named.cells[1] as string, {
          zh: '[TRANSECTS] 之后还有别的段',
          en: 'another section after [TRANSECTS]',
        }),
      ]
    : []
}

/** Evaporation and wind from the climate file need one. */
function climate(model: Model): readonly Problem[] {
  const temperature = [...rowsOf(model, 'TEMPERATURE')]
  const says = ({ cells }: { readonly cells: readonly string[] }, at: number, word: string) =>
    cells[at]?.toUpperCase().startsWith(word) ?? false
  if (temperature.some((row) => says(row, 0, 'FILE'))) return []
  const evaporation = [...rowsOf(model, 'EVAPORATION')]
  const wanting = [
    ...evaporation
      .filter((row) => says(row, 0, 'FILE') || says(row, 0, 'TEMPERATURE'))
      .map(({ line, cells }) => ['EVAPORATION', line, cells[0] as string] as const),
    ...temperature
      .filter((row) => says(row, 0, 'WINDSPEED') && says(row, 1, 'FILE'))
      .map(({ line, cells }) => ['TEMPERATURE', line, cells[0] as string] as const),
  ]
  return wanting.map(([section, line, value]) =>
    problemAt('HYDRAULICS_ITEMS', section, line, value, {
      zh: '[TEMPERATURE] 里有 FILE 一行',
      en: 'a row FILE in [TEMPERATURE]',
    }),
  )
}
