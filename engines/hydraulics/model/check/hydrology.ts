import { isMetric } from '../../flowUnits.ts'
import { layoutOf, settingsOf } from '../layout.ts'
import { flowUnitsOf, networkOf } from '../network.ts'
import { type Problem, problemAt } from '../problems.ts'
import { rowsOf } from '../read.ts'
import { LID_TYPES, wordOf } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model, Words } from '../types.ts'

/** Values of soils, snow and low impact development that must fit each other. */
export function checkHydrology(model: Model): readonly Problem[] {
  return [
    ...aquifers(model),
    ...groundwater(model),
    ...snow(model),
    ...layers(model),
    ...units(model),
    ...infiltration(model),
  ]
}

/** Each value from the second cell on. */
const valuesOf = (cells: readonly string[], from = 1) => cells.slice(from).map(numberOf)
const fits = (zh: string, en: string): Words => ({ zh, en })

const aquifers = (model: Model): readonly Problem[] =>
  [...rowsOf(model, 'AQUIFERS')].flatMap(({ line, cells }) => {
    if (cells.length < 13) return []
    const [porosity = 0, wilting = 0, field = 0, conductivity = 0, ...rest] = valuesOf(cells)
    const [slope = 0, tension = 0, upper = 0, lower = 0, , bottom = 0, table = 0, moisture = 0] = rest
    const wrong =
      porosity <= 0 ||
      field >= porosity ||
      wilting >= field ||
      conductivity <= 0 ||
      [slope, tension, upper, lower].some((value) => value < 0) ||
      table < bottom ||
      moisture > porosity ||
      moisture < wilting
    return wrong
      ? [
          problemAt(
            'HYDRAULICS_VALUES',
            'AQUIFERS',
            line,
            cells[0] as string,
            fits(
              '凋萎点<田间持水量<孔隙率，含水率在凋萎点与孔隙率之间，导水率大于0，水位不低于底高程',
              'wilting point < field capacity < porosity, moisture between wilting point and porosity, a conductivity above 0, a water table not below the bottom',
            ),
          ),
        ]
      : []
  })

function groundwater(model: Model): readonly Problem[] {
  const tables = new Map(
    [...rowsOf(model, 'AQUIFERS')].map(({ cells }) => [idOf(cells[0] as string), cells[11]]),
  )
  return [...rowsOf(model, 'GROUNDWATER')].flatMap(({ line, cells }) => {
    const [id = '', aquifer = '', , surface = ''] = cells
    const own = cells[12]
    const table = own === undefined || own.startsWith('*') ? tables.get(idOf(aquifer)) : own
    return cells.length >= 11 && table !== undefined && numberOf(surface) < numberOf(table)
      ? [
          problemAt(
            'HYDRAULICS_VALUES',
            'GROUNDWATER',
            line,
            id,
            fits(`地面不低于地下水位 ${table}`, `a surface not below the water table, ${table}`),
          ),
        ]
      : []
  })
}

function snow(model: Model): readonly Problem[] {
  const climate = [...rowsOf(model, 'TEMPERATURE')].flatMap(({ line, cells }) => {
    if (!wordOf(['SNOWMELT'], cells[0] as string) || cells.length < 7) return []
    const [, weight = 0, melt = 0, , latitude = 0] = valuesOf(cells)
    const wrong = weight < 0 || weight > 1 || melt < 0 || melt > 1 || Math.abs(latitude) > 90
    return wrong
      ? [
          problemAt(
            'HYDRAULICS_VALUES',
            'TEMPERATURE',
            line,
            cells[0] as string,
            fits(
              '权重、负融比在0到1之间，纬度在±90之间',
              'weight and negative melt ratio from 0 to 1, a latitude within ±90',
            ),
          ),
        ]
      : []
  })
  const packs = [...rowsOf(model, 'SNOWPACKS')].flatMap(({ line, cells }) => {
    const [id = '', said = ''] = cells
    const surface = wordOf(['PLOWABLE', 'IMPERV', 'PERV', 'REMOVAL'], said)
    const values = valuesOf(cells, 2)
    if (surface === 'REMOVAL') {
      const sum = values.slice(1, 6).reduce((total, value) => total + value, 0)
      return sum > 1.01
        ? [
            problemAt(
              'HYDRAULICS_VALUES',
              'SNOWPACKS',
              line,
              id,
              fits('各去向比例之和不大于1', 'fractions that add up to 1 at most'),
            ),
          ]
        : []
    }
    const [least = 0, most = 0, , water = 0, , , plowed = 0] = values
    const wrong =
      least > most || water < 0 || water > 1 || (surface === 'PLOWABLE' && (plowed < 0 || plowed > 1))
    return surface !== undefined && cells.length >= 9 && wrong
      ? [
          problemAt(
            'HYDRAULICS_VALUES',
            'SNOWPACKS',
            line,
            id,
            fits(
              '最小融雪系数不大于最大，各比例在0到1之间',
              'a least melt coefficient not above the greatest, fractions from 0 to 1',
            ),
          ),
        ]
      : []
  })
  return [...climate, ...packs]
}

type Layer = { readonly line: number; readonly values: readonly number[] }

interface Unit {
  readonly id: string
  readonly line: number
  type?: string
  readonly layers: Map<string, Layer>
}

/** Layers that a kind of LID unit cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  BC: ['SOIL'],
  RG: ['SOIL'],
  GR: ['SOIL', 'DRAINMAT'],
  IT: ['STORAGE'],
  PP: ['PAVEMENT'],
  VS: ['SURFACE'],
}
const LAYERS = ['SURFACE', 'SOIL', 'PAVEMENT', 'STORAGE', 'DRAINMAT', 'DRAIN', 'REMOVALS']

/** Which LID units lack a layer, or have one whose values do not fit. */
function layers(model: Model): readonly Problem[] {
  const found = new Map<string, Unit>()
  for (const { line, cells } of rowsOf(model, 'LID_CONTROLS')) {
    const [id = '', said = ''] = cells
    const known: Unit = found.get(idOf(id)) ?? { id, line, layers: new Map() }
    found.set(idOf(id), known)
    const type = wordOf(LID_TYPES, said)
    const layer = wordOf(LAYERS, said)
    if (type) known.type = type
    else if (layer) known.layers.set(layer, { line, values: valuesOf(cells, 2) })
  }
  return [...found.values()].flatMap(({ id, line, type, layers: given }) => {
    if (type === undefined) return []
    const lacking = (NEEDED[type] ?? []).find((layer) => !((given.get(layer)?.values[0] ?? 0) > 0))
    if (lacking)
      return [
        problemAt(
          'HYDRAULICS_ITEMS',
          'LID_CONTROLS',
          given.get(lacking)?.line ?? line,
          id,
          fits(`${lacking} 层，厚度大于0`, `a layer ${lacking} of some thickness`),
        ),
      ]
    return [...given].flatMap(([layer, { line: at, values }]) => {
      const says = ILL[layer]?.(values, type)
      return says ? [problemAt('HYDRAULICS_VALUES', 'LID_CONTROLS', at, id, says)] : []
    })
  })
}

/** What is wrong with the values of a layer. */
const ILL: Readonly<Record<string, (values: readonly number[], type: string) => Words | undefined>> = {
  SOIL: ([thickness = 0, porosity = 0, field = 0, wilting = 0, conductivity = 0]) =>
    thickness > 0 && (porosity <= 0 || field >= porosity || wilting >= field || conductivity <= 0)
      ? fits(
          '凋萎点<田间持水量<孔隙率，导水率大于0',
          'wilting point < field capacity < porosity, a conductivity above 0',
        )
      : undefined,
  PAVEMENT: ([thickness = 0, voids = 0, impervious = 0, permeability = 0], type) =>
    type === 'PP' && thickness > 0 && (voids <= 0 || permeability <= 0 || impervious > 1)
      ? fits(
          '孔隙比、渗透率大于0，不透水比不大于1',
          'voids and permeability above 0, an impervious part of at most 1',
        )
      : undefined,
  STORAGE: ([thickness = 0, voids = 0]) =>
    thickness > 0 && voids <= 0 ? fits('孔隙比大于0', 'voids above 0') : undefined,
  SURFACE: ([depth = 0, , roughness = 0, slope = 0], type) =>
    type === 'VS' && (depth <= 0 || roughness <= 0 || slope <= 0)
      ? fits('植草沟的深、糙率、坡度大于0', 'depth, roughness and slope of a swale above 0')
      : undefined,
}

const HECTARE = 10_000
const ACRE = 43_560
/** What the engine lets pass. */
const ROUND = 1.001

/** LID units take no more room, and no more of the runoff, than a catchment has. */
function units(model: Model): readonly Problem[] {
  const { catchments } = networkOf(model)
  const metric = isMetric(flowUnitsOf(model))
  const sums = new Map<
    string,
    { line: number; id: string; area: number; impervious: number; pervious: number }
  >()
  for (const { line, cells } of rowsOf(model, 'LID_USAGE')) {
    const [id = '', , count = '', area = '', , , impervious = '', , , , pervious = '0'] = cells
    const sum = sums.get(idOf(id)) ?? { line, id, area: 0, impervious: 0, pervious: 0 }
    sum.line = line
    sum.area += numberOf(count) * numberOf(area)
    if (numberOf(count) * numberOf(area) > 0) {
      sum.impervious += numberOf(impervious) / 100
      sum.pervious += numberOf(pervious) / 100
    }
    sums.set(idOf(id), sum)
  }
  return [...sums].flatMap(([key, { line, id, area, impervious, pervious }]) => {
    const whole = (catchments.get(key)?.area ?? Number.NaN) * (metric ? HECTARE : ACRE)
    if (area > whole * ROUND)
      return [
        problemAt(
          'HYDRAULICS_VALUES',
          'LID_USAGE',
          line,
          id,
          fits('各设施面积之和不超过汇水区', 'units no larger together than the catchment'),
        ),
      ]
    return impervious > ROUND || pervious > ROUND
      ? [
          problemAt(
            'HYDRAULICS_VALUES',
            'LID_USAGE',
            line,
            id,
            fits('各设施处理的比例之和不超过100', 'units that take no more than 100 % together'),
          ),
        ]
      : []
  })
}

/** Horton's infiltration falls from its first rate to its last. */
function infiltration(model: Model): readonly Problem[] {
  const settings = settingsOf(model)
  return [...rowsOf(model, 'INFILTRATION')].flatMap(({ line, cells }) => {
    const [, most = '', least = ''] = cells
    const horton = layoutOf('INFILTRATION', cells, settings)[1]?.key === 'maxRate'
    return horton && numberOf(most) < numberOf(least)
      ? [
          problemAt(
            'HYDRAULICS_ORDER',
            'INFILTRATION',
            line,
            least,
            fits(`最小下渗率不大于最大下渗率 ${most}`, `a least rate of at most ${most}, the greatest`),
          ),
        ]
      : []
  })
}
