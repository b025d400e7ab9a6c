import type { Column } from './columns.ts'
import { HYDROLOGY } from './hydrology.ts'
import { MAP } from './map.ts'
import { NETWORK } from './network.ts'
import { OPTIONS } from './options.ts'
import { TABLES } from './tables.ts'

export { type Column, saidIn, wordOf } from './columns.ts'
export { INFILTRATIONS, LID_TYPES, RESPONSE } from './hydrology.ts'
export { SHAPES } from './network.ts'
export { OPTION_KEYS } from './options.ts'
export { CURVE_TYPES, PATTERN_LENGTHS, SERIES, WATER } from './tables.ts'

/** Every section of an EPA SWMM 5.2 input file, as a table of its columns. */
export const SECTIONS = { ...OPTIONS, ...TABLES, ...HYDROLOGY, ...NETWORK, ...MAP }

export type SectionKey = keyof typeof SECTIONS

/** What a heading begins with, in the order in which the engine looks; the order in which a new file is written, too. */
const HEADINGS: readonly (readonly [string, SectionKey])[] = [
  ['TITLE', 'TITLE'],
  ['OPTION', 'OPTIONS'],
  ['FILE', 'FILES'],
  ['RAINGAGE', 'RAINGAGES'],
  ['TEMPERATURE', 'TEMPERATURE'],
  ['EVAP', 'EVAPORATION'],
  ['SUBCATCHMENT', 'SUBCATCHMENTS'],
  ['SUBAREA', 'SUBAREAS'],
  ['INFIL', 'INFILTRATION'],
  ['AQUIFER', 'AQUIFERS'],
  ['GROUNDWATER', 'GROUNDWATER'],
  ['SNOWPACK', 'SNOWPACKS'],
  ['JUNC', 'JUNCTIONS'],
  ['OUTFALL', 'OUTFALLS'],
  ['STORAGE', 'STORAGE'],
  ['DIVIDER', 'DIVIDERS'],
  ['CONDUIT', 'CONDUITS'],
  ['PUMP', 'PUMPS'],
  ['ORIFICE', 'ORIFICES'],
  ['WEIR', 'WEIRS'],
  ['OUTLET', 'OUTLETS'],
  ['XSECT', 'XSECTIONS'],
  ['TRANSECT', 'TRANSECTS'],
  ['LOSS', 'LOSSES'],
  ['CONTROL', 'CONTROLS'],
  ['POLLUT', 'POLLUTANTS'],
  ['LANDUSE', 'LANDUSES'],
  ['BUILDUP', 'BUILDUP'],
  ['WASHOFF', 'WASHOFF'],
  ['COVERAGE', 'COVERAGES'],
  ['INFLOW', 'INFLOWS'],
  ['DWF', 'DWF'],
  ['PATTERN', 'PATTERNS'],
  ['RDII', 'RDII'],
  ['HYDROGRAPH', 'HYDROGRAPHS'],
  ['LOADING', 'LOADINGS'],
  ['TREATMENT', 'TREATMENT'],
  ['CURVE', 'CURVES'],
  ['TIMESERIES', 'TIMESERIES'],
  ['REPORT', 'REPORT'],
  ['COORDINATE', 'COORDINATES'],
  ['VERTICES', 'VERTICES'],
  ['POLYGON', 'POLYGONS'],
  ['LABEL', 'LABELS'],
  ['SYMBOL', 'SYMBOLS'],
  ['BACKDROP', 'BACKDROP'],
  ['TAG', 'TAGS'],
  ['PROFILE', 'PROFILES'],
  ['MAP', 'MAP'],
  ['LID_CONTROL', 'LID_CONTROLS'],
  ['LID_USAGE', 'LID_USAGE'],
  ['GWF', 'GWF'],
  ['ADJUSTMENT', 'ADJUSTMENTS'],
  ['EVENT', 'EVENTS'],
  ['STREET', 'STREETS'],
  ['INLET_USAGE', 'INLET_USAGE'],
  ['INLET', 'INLETS'],
]

/** Of a heading such as `[JUNCTIONS]`; undefined where there is no such section. */
export function sectionOf(heading: string): SectionKey | undefined {
  const name = heading.slice(1).trimStart().toUpperCase()
  return HEADINGS.find(([begins]) => name.startsWith(begins))?.[1]
}

/** Sections that the engine passes over. */
export const isMap = (key: SectionKey): boolean => key in MAP

/** A thing of these sections may stand on several rows. */
const SPANNING: ReadonlySet<SectionKey> = new Set([
  'HYDROGRAPHS',
  'SNOWPACKS',
  'PATTERNS',
  'CURVES',
  'TIMESERIES',
  'LID_CONTROLS',
  'INLETS',
])
export const spans = (key: SectionKey): boolean => SPANNING.has(key)

export const NODES = ['JUNCTIONS', 'OUTFALLS', 'STORAGE', 'DIVIDERS'] as const satisfies readonly SectionKey[]
export const LINKS = [
  'CONDUITS',
  'PUMPS',
  'ORIFICES',
  'WEIRS',
  'OUTLETS',
] as const satisfies readonly SectionKey[]

export const columnsOf = (key: SectionKey): readonly Column[] => SECTIONS[key]

/** Where a section that a file lacks is to stand: after which others. */
export const placeOf = (key: SectionKey): number => HEADINGS.findIndex(([, each]) => each === key)
