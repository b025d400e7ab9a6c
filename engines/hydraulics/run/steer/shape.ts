import { FLOW_UNITS, type FlowUnits } from '../../flowUnits.ts'
import { OPTION_KEYS, wordOf } from '../../model/sections/index.ts'
import { rowsOf, type Sections, sectionsOf } from './sections.ts'

/** What a saved state is laid out by: objects in the engine's order, which is that of the input file. */
export interface Shape {
  readonly flowUnits: FlowUnits
  readonly subcatchments: readonly {
    readonly name: string
    readonly groundwater: boolean
    readonly snow: boolean
  }[]
  readonly nodes: readonly { readonly name: string; readonly storage: boolean }[]
  readonly links: readonly {
    readonly name: string
    readonly kind: LinkKind
    readonly from: string
    readonly to: string
  }[]
  readonly pollutants: readonly string[]
  readonly landUses: readonly string[]
}
export type LinkKind = 'CONDUIT' | 'PUMP' | 'ORIFICE' | 'WEIR' | 'OUTLET'

const NODES = ['JUNC', 'OUTFALL', 'STORAGE', 'DIVIDER'] as const
const LINKS = ['CONDUIT', 'PUMP', 'ORIFICE', 'WEIR', 'OUTLET'] as const

export function shapeOf(model: string | Sections): Shape {
  const sections = typeof model === 'string' ? sectionsOf(model) : model
  const wet = new Set(rowsOf(sections, 'GROUNDWATER').map(({ words }) => words[0]))
  const units = optionOf(sections, 'FLOW_UNITS')?.toUpperCase()
  return {
    flowUnits: FLOW_UNITS.find((each) => each === units) ?? 'CFS',
    subcatchments: rowsOf(sections, 'SUBCATCH').map(({ words }) => ({
      name: words[0] as string,
      groundwater: wet.has(words[0]),
      snow: words[8] !== undefined,
    })),
    nodes: rowsOf(sections, ...NODES).map(({ section, words }) => ({
      name: words[0] as string,
      storage: section === 'STORAGE',
    })),
    links: rowsOf(sections, ...LINKS).map(({ section, words }) => ({
      name: words[0] as string,
      kind: section as LinkKind,
      from: words[1] ?? '',
      to: words[2] ?? '',
    })),
    pollutants: rowsOf(sections, 'POLLUT').map(({ words }) => words[0] as string),
    landUses: rowsOf(sections, 'LANDUSE').map(({ words }) => words[0] as string),
  }
}

/** An option's name as the engine reads it: what follows a known one does not count. */
export const optionNamed = (word: string): string | undefined => wordOf(OPTION_KEYS, word)

export const optionOf = (sections: Sections, name: string): string | undefined =>
  rowsOf(sections, 'OPTION').findLast(({ words }) => optionNamed(words[0] as string) === name)?.words[1]

export const isRouted = (sections: Sections): boolean =>
  rowsOf(sections, ...LINKS).length > 0 && !/^YES/i.test(optionOf(sections, 'IGNORE_ROUTING') ?? '')

/** Whether water is to be routed by the dynamic wave, as where a model does not say how. */
export const isDynamicWave = (sections: Sections): boolean =>
  /^(DYNWAVE|DW)/i.test(optionOf(sections, 'FLOW_ROUTING') ?? 'DYNWAVE')
