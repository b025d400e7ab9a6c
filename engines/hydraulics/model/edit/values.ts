import { HydraulicsError } from '../../errors.ts'
import { type CrossSection, rowsOfSeries, type Series, sectionRow } from '../elements.ts'
import { networkOf } from '../network.ts'
import { OPTION_KEYS, wordOf } from '../sections/index.ts'
import { idOf } from '../text.ts'
import type { Model } from '../types.ts'
import { addRows, mapRows, putRow, removeRowsOfId, rowsOfId, setCells, withValues } from './rows.ts'

/** Gives a conduit, orifice or weir another section. @throws HydraulicsError HYDRAULICS_UNKNOWN, HYDRAULICS_VALUE */
export function setCrossSection(model: Model, link: string, section: CrossSection): Model {
  const known = networkOf(model).links.get(idOf(link))
  if (!known) throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'link', link)
  const [key, cells] = sectionRow(known.id, section)
  return putRow(model, key, link, cells)
}

/** Puts other points in the place of a series', or adds it. */
export const setSeries = (model: Model, series: Series): Model =>
  addRows(removeRowsOfId(model, 'TIMESERIES', series.id), rowsOfSeries(series))

export interface GageRain {
  readonly series: string
  /** What the series' values are: mm/h or in/h, depth of each interval, depth since the beginning. */
  readonly format?: 'INTENSITY' | 'VOLUME' | 'CUMULATIVE'
  /** Hours:minutes between values. */
  readonly interval?: string
}

/** Lets a gage read a series, whatever it read before. @throws HydraulicsError HYDRAULICS_UNKNOWN */
export function setGage(model: Model, gage: string, { series, format, interval }: GageRain): Model {
  const row = rowsOfId(model, 'RAINGAGES', gage)[0]
  if (!row) throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'RAINGAGES', gage)
  const [id = gage, was = 'INTENSITY', every = '1:00', snow = '1'] = row
  return putRow(model, 'RAINGAGES', gage, [id, format ?? was, interval ?? every, snow, 'TIMESERIES', series])
}

/** Lets a node receive the flows of a series, in flow units, in the place of what it received. */
export function setInflow(model: Model, node: string, series: string, baseline = 0): Model {
  const others = mapRows(model, 'INFLOWS', (cells) =>
    idOf(cells[0] as string) === idOf(node) && idOf(cells[1] ?? '').startsWith('FLOW') ? undefined : cells,
  )
  return addRows(others, [['INFLOWS', [node, 'FLOW', series, 'FLOW', 1, 1, baseline]]])
}

/** Manning's n of a conduit. @throws HydraulicsError HYDRAULICS_UNKNOWN, HYDRAULICS_VALUE */
export function setRoughness(model: Model, conduit: string, roughness: number): Model {
  if (!(roughness > 0)) throw new HydraulicsError('HYDRAULICS_VALUE', 'CONDUITS', roughness)
  return setCells(model, 'CONDUITS', conduit, { roughness })
}

export interface CatchmentValues {
  readonly area?: number
  /** Percent. */
  readonly imperviousness?: number
  readonly width?: number
  /** Percent. */
  readonly slope?: number
  readonly nImpervious?: number
  readonly nPervious?: number
  readonly dImpervious?: number
  readonly dPervious?: number
}

const ROUTED = ['nImpervious', 'nPervious', 'dImpervious', 'dPervious'] as const

/** What a calibration changes of a catchment. @throws HydraulicsError HYDRAULICS_UNKNOWN, HYDRAULICS_VALUE */
export function setCatchment(model: Model, catchment: string, values: CatchmentValues): Model {
  for (const value of Object.values(values))
    if (!(value >= 0)) throw new HydraulicsError('HYDRAULICS_VALUE', 'SUBCATCHMENTS', String(value))
  const given = Object.entries(values) as readonly (readonly [string, number])[]
  const isRouted = ([key]: readonly [string, number]) => (ROUTED as readonly string[]).includes(key)
  const surface = Object.fromEntries(given.filter((each) => !isRouted(each)))
  const routed = Object.fromEntries(given.filter(isRouted))
  const changed =
    Object.keys(surface).length > 0 ? setCells(model, 'SUBCATCHMENTS', catchment, surface) : model
  return Object.keys(routed).length > 0 ? setCells(changed, 'SUBAREAS', catchment, routed) : changed
}

/** Multiplies a column over its whole section: one factor for all roughness or widths of a network. */
export function scaleColumn(
  model: Model,
  section: 'CONDUITS' | 'SUBCATCHMENTS' | 'SUBAREAS',
  column: string,
  factor: number,
): Model {
  return mapRows(model, section, (cells, layout) => {
    const at = layout.findIndex(({ key }) => key === column)
    if (at < 0) throw new HydraulicsError('HYDRAULICS_UNKNOWN', section, column)
    const scaled = Number((Number(cells[at]) * factor).toPrecision(9))
    const most = layout[at]?.unit === 'percent' ? 100 : Number.POSITIVE_INFINITY
    return Number.isNaN(scaled)
      ? cells
      : withValues(section, cells, layout, { [column]: Math.min(scaled, most) })
  })
}

/** Sets options of the run, such as `{ END_TIME: '06:00', ROUTING_STEP: 5 }`. @throws HydraulicsError HYDRAULICS_UNKNOWN */
export function setOptions(model: Model, options: Readonly<Record<string, string | number>>): Model {
  let changed = model
  for (const [key, value] of Object.entries(options)) {
    if (wordOf(OPTION_KEYS, key) === undefined)
      throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'OPTIONS', key)
    let found = false
    const set = mapRows(changed, 'OPTIONS', (cells) => {
      if (idOf(cells[0] as string) !== idOf(key)) return cells
      found = true
      return [cells[0] as string, String(value)]
    })
    changed = found ? set : addRows(changed, [['OPTIONS', [key, String(value)]]])
  }
  return changed
}
