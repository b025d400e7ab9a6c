import { layoutOf, settingsOf } from '../layout.ts'
import { type Problem, problemAt } from '../problems.ts'
import { rowsOf } from '../read.ts'
import type { SectionKey } from '../sections/index.ts'
import { idOf } from '../text.ts'
import type { Model } from '../types.ts'

const OTHERS = [
  'EVAPORATION',
  'TEMPERATURE',
  'OUTFALLS',
  'INFLOWS',
  'BUILDUP',
] as const satisfies readonly SectionKey[]

/** A series of rain is read by gages alone, and by all of them in the same form. */
export function checkGages(model: Model): readonly Problem[] {
  const others = usedElsewhere(model)
  const used = new Set([...rowsOf(model, 'SUBCATCHMENTS')].map(({ cells }) => idOf(cells[1] ?? '')))
  const forms = new Map<string, string>()
  return [...rowsOf(model, 'RAINGAGES')].flatMap(({ line, cells }): readonly Problem[] => {
    const [id = '', form = '', , , source = '', series = ''] = cells
    if (!source.toUpperCase().startsWith('TIMESERIES')) return []
    const first = forms.get(idOf(series)) ?? idOf(form)
    forms.set(idOf(series), first)
    return [
      ...(first === idOf(form)
        ? []
        : [
            problemAt('HYDRAULICS_VALUES', 'RAINGAGES', line, id, {
              zh: `与读同一序列的雨量计一样：${first}`,
              en: `${first}, as another gage reads the same series`,
            }),
          ]),
      ...(used.has(idOf(id)) && others.has(idOf(series))
        ? [
            problemAt('HYDRAULICS_VALUES', 'RAINGAGES', line, id, {
              zh: `一个只供雨量计用的序列（第${others.get(idOf(series))}行也用它）`,
              en: `a series for gages alone (line ${others.get(idOf(series))} uses it, too)`,
            }),
          ]
        : []),
    ]
  })
}

/** Which line, other than of a gage, uses a series. */
function usedElsewhere(model: Model): ReadonlyMap<string, number> {
  const settings = settingsOf(model)
  const lines = new Map<string, number>()
  for (const key of OTHERS)
    for (const { line, cells } of rowsOf(model, key))
      for (const [i, column] of layoutOf(key, cells, settings).entries())
        if (column.to?.includes('series') && cells[i]) lines.set(idOf(cells[i] as string), line)
  for (const { line, cells } of rowsOf(model, 'CONTROLS'))
    if (cells[5]?.toUpperCase().startsWith('TIMESERIES') && cells[6]) lines.set(idOf(cells[6]), line)
  return lines
}
