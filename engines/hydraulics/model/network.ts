import { FLOW_UNITS, type FlowUnits, isMetric } from '../flowUnits.ts'
import { columnAt, layoutOf, type Settings, settingsOf } from './layout.ts'
import { optionOf, rowsOf } from './read.ts'
import { LINKS, NODES, wordOf } from './sections/index.ts'
import { idOf, numberOf } from './text.ts'
import type { Model, Quantity, Row } from './types.ts'

export type Point = readonly [x: number, y: number]

export interface Node {
  readonly id: string
  readonly kind: 'junction' | 'outfall' | 'storage' | 'divider'
  readonly line: number
  /** Of the bottom, in length units of the model. */
  readonly elevation: number
  readonly maxDepth: number
  readonly initDepth: number
  readonly surDepth: number
  readonly at: Point | undefined
}

export interface Link {
  readonly id: string
  readonly kind: 'conduit' | 'pump' | 'orifice' | 'weir' | 'outlet'
  readonly line: number
  readonly from: string
  readonly to: string
  /** Of conduits only. */
  readonly length: number
  readonly roughness: number
  /** Heights above the bottoms of the nodes, whatever way the file gives them. */
  readonly inOffset: number
  readonly outOffset: number
  /** Undefined where the file gives none. */
  readonly shape: string | undefined
  /** Height of the section; undefined where a transect or a street gives it. */
  readonly depth: number | undefined
  readonly geometry: readonly string[]
  readonly barrels: number
  /** Points between its ends. */
  readonly via: readonly Point[]
}

/** Where things of a kind are told. */
export const SECTION_OF = {
  junction: 'JUNCTIONS',
  outfall: 'OUTFALLS',
  storage: 'STORAGE',
  divider: 'DIVIDERS',
  conduit: 'CONDUITS',
  pump: 'PUMPS',
  orifice: 'ORIFICES',
  weir: 'WEIRS',
  outlet: 'OUTLETS',
} as const satisfies Record<(Node | Link)['kind'], (typeof NODES)[number] | (typeof LINKS)[number]>

export interface Catchment {
  readonly id: string
  readonly line: number
  readonly gage: string
  /** Node or catchment. */
  readonly outlet: string
  readonly area: number
  /** Percent. */
  readonly imperviousness: number
  readonly width: number
  /** Percent. */
  readonly slope: number
  readonly ring: readonly Point[]
}

/** Nodes, links and catchments by their id in capitals, in the order of the file. */
export interface Network {
  readonly nodes: ReadonlyMap<string, Node>
  readonly links: ReadonlyMap<string, Link>
  readonly catchments: ReadonlyMap<string, Catchment>
}

/** What a model is of. Numbers that cannot be read are NaN; rows that lack their ends are left out. */
export function networkOf(model: Model): Network {
  const settings = settingsOf(model)
  const nodes = new Map<string, Node>()
  const points = pointsOf(model, 'COORDINATES')
  for (const key of NODES)
    for (const row of rowsOf(model, key)) {
      const get = reader(key, row, settings)
      const id = row.cells[0] as string
      nodes.set(idOf(id), {
        id,
        kind: NODE_KINDS[key],
        line: row.line,
        elevation: get('elevation'),
        maxDepth: get('maxDepth'),
        initDepth: get('initDepth'),
        surDepth: get('surDepth'),
        at: points.get(idOf(id))?.at(-1),
      })
    }
  return { nodes, links: linksOf(model, nodes, settings), catchments: catchmentsOf(model, settings) }
}

const NODE_KINDS = {
  JUNCTIONS: 'junction',
  OUTFALLS: 'outfall',
  STORAGE: 'storage',
  DIVIDERS: 'divider',
} as const
const LINK_KINDS = {
  CONDUITS: 'conduit',
  PUMPS: 'pump',
  ORIFICES: 'orifice',
  WEIRS: 'weir',
  OUTLETS: 'outlet',
} as const

function linksOf(model: Model, nodes: ReadonlyMap<string, Node>, settings: Settings): Map<string, Link> {
  const links = new Map<string, Link>()
  const sections = new Map([...rowsOf(model, 'XSECTIONS')].map((row) => [idOf(row.cells[0] as string), row]))
  const via = pointsOf(model, 'VERTICES')
  for (const key of LINKS)
    for (const row of rowsOf(model, key)) {
      const [id, from, to] = row.cells
      if (id === undefined || from === undefined || to === undefined) continue
      const get = reader(key, row, settings)
      const height = (column: string, node: string) => {
        const given = get(column)
        const bottom = nodes.get(idOf(node))?.elevation ?? 0
        return settings.elevations && cellAt(row, key, column, settings) !== '*' ? given - bottom : given
      }
      const conduit = key === 'CONDUITS'
      const section = sections.get(idOf(id))
      const shape = section?.cells[1]?.toUpperCase()
      const byReference = shape !== undefined && wordOf(['IRREGULAR', 'STREET'], shape) !== undefined
      const drawn = shape !== undefined && !wordOf(['IRREGULAR', 'STREET', 'DUMMY'], shape)
      links.set(idOf(id), {
        id,
        kind: LINK_KINDS[key],
        line: row.line,
        from,
        to,
        length: get('length'),
        roughness: get('roughness'),
        inOffset: key === 'PUMPS' ? 0 : height(OFFSETS[key], from),
        outOffset: conduit ? height('outOffset', to) : 0,
        shape,
        depth: drawn ? numberOf(section?.cells[2] ?? '') : undefined,
        geometry: section?.cells.slice(2, 6) ?? [],
        barrels: byReference ? 1 : numberOf(section?.cells[6] ?? '1'),
        via: via.get(idOf(id)) ?? [],
      })
    }
  return links
}

const OFFSETS = {
  CONDUITS: 'inOffset',
  PUMPS: '',
  ORIFICES: 'offset',
  WEIRS: 'crest',
  OUTLETS: 'offset',
} as const

function catchmentsOf(model: Model, settings: Settings): Map<string, Catchment> {
  const rings = pointsOf(model, 'POLYGONS')
  const catchments = new Map<string, Catchment>()
  for (const row of rowsOf(model, 'SUBCATCHMENTS')) {
    const [id = '', gage = '', outlet = ''] = row.cells
    const get = reader('SUBCATCHMENTS', row, settings)
    catchments.set(idOf(id), {
      id,
      line: row.line,
      gage,
      outlet,
      area: get('area'),
      imperviousness: get('imperviousness'),
      width: get('width'),
      slope: get('slope'),
      ring: rings.get(idOf(id)) ?? [],
    })
  }
  return catchments
}

function pointsOf(model: Model, key: 'COORDINATES' | 'VERTICES' | 'POLYGONS'): ReadonlyMap<string, Point[]> {
  const points = new Map<string, Point[]>()
  for (const { cells } of rowsOf(model, key)) {
    const [id = '', x = '', y = ''] = cells
    const point = [numberOf(x), numberOf(y)] as const
    const known = points.get(idOf(id))
    if (known) known.push(point)
    else points.set(idOf(id), [point])
  }
  return points
}

type NetworkSection = (typeof NODES)[number] | (typeof LINKS)[number] | 'SUBCATCHMENTS'

const cellAt = (row: Row, key: NetworkSection, column: string, settings: Settings): string | undefined =>
  row.cells[columnAt(layoutOf(key, row.cells, settings), column)]

/** Numbers of a row by their column; 0 where the row leaves them out. */
function reader(key: NetworkSection, row: Row, settings: Settings): (column: string) => number {
  const layout = layoutOf(key, row.cells, settings)
  return (column) => {
    const cell = row.cells[columnAt(layout, column)]
    return cell === undefined || cell === '*' ? 0 : numberOf(cell)
  }
}

/** As the engine: CFS where the file does not say. */
export const flowUnitsOf = (model: Model): FlowUnits =>
  (wordOf(FLOW_UNITS, optionOf(model, 'FLOW_UNITS') ?? '') as FlowUnits | undefined) ?? 'CFS'

const UNITS: Readonly<Record<Quantity, readonly [us: string, metric: string]>> = {
  length: ['ft', 'm'],
  area: ['ac', 'ha'],
  surface: ['ft²', 'm²'],
  flow: ['', ''],
  slope: ['', ''],
  rain: ['in/h', 'mm/h'],
  rainDepth: ['in', 'mm'],
  percent: ['%', '%'],
  hours: ['h', 'h'],
  days: ['d', 'd'],
}
const FLOWS: Readonly<Record<FlowUnits, string>> = {
  CFS: 'ft³/s',
  GPM: 'gal/min',
  MGD: '10⁶ gal/d',
  CMS: 'm³/s',
  LPS: 'L/s',
  MLD: '10⁶ L/d',
}

/** The unit of a quantity in a model with these flow units, as it is written beside a number. */
export function unitOf(quantity: Quantity, flow: FlowUnits): string {
  if (quantity === 'flow') return FLOWS[flow]
  return UNITS[quantity][isMetric(flow) ? 1 : 0]
}
