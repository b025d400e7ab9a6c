import { HydraulicsError } from '../errors.ts'
import type { FlowUnits } from '../flowUnits.ts'
import { addRows } from './edit/rows.ts'
import {
  clock,
  type NewLink,
  type NewNode,
  type RowOf,
  rowsOfLink,
  rowsOfNode,
  rowsOfSeries,
  type Series,
} from './elements.ts'
import type { Catchment, Point } from './network.ts'
import { readModel } from './read.ts'
import { idOf } from './text.ts'
import type { Model } from './types.ts'

/** A network as an office keeps it: plain data, in metres and hectares (or feet and acres, by the flow units). */
export interface Register {
  readonly title?: string
  /** `degrees`: longitude and latitude (WGS-84); `metres`: any local plane. */
  readonly coordinates: 'degrees' | 'metres'
  readonly nodes: readonly NewNode[]
  /** A conduit without a length takes that of its course. */
  readonly links: readonly RegisterLink[]
  readonly catchments?: readonly RegisterCatchment[]
  readonly gages?: readonly RegisterGage[]
  readonly series?: readonly Series[]
  readonly curves?: readonly RegisterCurve[]
  readonly run: RegisterRun
}

type Conduit = Extract<NewLink, { kind: 'conduit' }>
export type RegisterLink =
  | Exclude<NewLink, Conduit>
  | (Omit<Conduit, 'length'> & { readonly length?: number })

export interface RegisterCatchment extends Omit<Catchment, 'line' | 'ring'> {
  readonly nImpervious?: number
  readonly nPervious?: number
  /** mm or in. */
  readonly dImpervious?: number
  readonly dPervious?: number
  readonly infiltration?: Infiltration
  readonly ring?: readonly Point[]
}

/** Horton: rates in mm/h or in/h, decay 1/h, drying in days. */
export interface Infiltration {
  readonly maxRate: number
  readonly minRate: number
  readonly decay: number
  readonly dryTime: number
}

export interface RegisterGage {
  readonly id: string
  readonly series: string
  readonly format: 'INTENSITY' | 'VOLUME' | 'CUMULATIVE'
  /** Minutes between values. */
  readonly interval: number
}

export interface RegisterCurve {
  readonly id: string
  readonly type:
    | 'STORAGE'
    | 'DIVERSION'
    | 'TIDAL'
    | 'RATING'
    | 'CONTROL'
    | 'SHAPE'
    | 'WEIR'
    | 'PUMP1'
    | 'PUMP2'
    | 'PUMP3'
    | 'PUMP4'
    | 'PUMP5'
  readonly points: readonly (readonly [x: number, y: number])[]
}

export interface RegisterRun {
  /** ISO date and time without a zone. */
  readonly start: string
  readonly end: string
  readonly flowUnits?: FlowUnits
  /** Seconds. */
  readonly routingStep?: number
  readonly reportStep?: number
  readonly wetStep?: number
  readonly offsets?: 'DEPTH' | 'ELEVATION'
  /** Water that floods a node comes back to it. */
  readonly ponding?: boolean
}

/**
 * The model of a register, routed by the dynamic wave. It is as good as the register: `checkModel` tells what is lacking.
 * @throws HydraulicsError HYDRAULICS_VALUE for a date that is none, and for a conduit without length whose ends have no place
 */
export function buildModel(register: Register): Model {
  const { title = '', nodes, links, catchments = [], gages = [], series = [], curves = [] } = register
  const places = new Map(nodes.flatMap(({ id, at }) => (at ? [[idOf(id), at] as const] : [])))
  const rows: readonly RowOf[] = [
    ...runRows(register.run),
    ['EVAPORATION', ['CONSTANT', 0]],
    ['EVAPORATION', ['DRY_ONLY', 'NO']],
    ...gages.map(
      ({ id, format, interval, series: named }): RowOf => [
        'RAINGAGES',
        [id, format, clock(interval * 60), 1, 'TIMESERIES', named],
      ],
    ),
    ...catchments.flatMap(catchmentRows),
    ...nodes.flatMap(rowsOfNode),
    ...links.flatMap((link) =>
      rowsOfLink(measured(link, places, register.coordinates), register.run.offsets === 'ELEVATION'),
    ),
    ...curves.flatMap(({ id, type, points }) =>
      points.map(([x, y], i): RowOf => ['CURVES', i === 0 ? [id, type, x, y] : [id, x, y]]),
    ),
    ...series.flatMap(rowsOfSeries),
    ['REPORT', ['INPUT', 'NO']],
    ['REPORT', ['CONTROLS', 'NO']],
    ['REPORT', ['SUBCATCHMENTS', 'ALL']],
    ['REPORT', ['NODES', 'ALL']],
    ['REPORT', ['LINKS', 'ALL']],
    ['MAP', ['UNITS', register.coordinates === 'degrees' ? 'Degrees' : 'Meters']],
  ]
  return addRows(readModel(`[TITLE]\n${titleLines(title)}\n`), rows)
}

/** A title is text: a line that began with a bracket would be a heading. */
const titleLines = (title: string): string =>
  title
    .split('\n')
    .map((line) => `${line.trim().replace(/^\[/, '(')}\n`)
    .join('')

function runRows(run: RegisterRun): readonly RowOf[] {
  const {
    flowUnits = 'CMS',
    routingStep = 5,
    reportStep = 300,
    wetStep = 60,
    offsets = 'DEPTH',
    ponding = false,
  } = run
  const moment = (iso: string) => {
    const at = new Date(`${iso}Z`)
    if (Number.isNaN(at.getTime())) throw new HydraulicsError('HYDRAULICS_VALUE', 'OPTIONS', iso)
    const day = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`
    return { day, time: clock(at.getUTCHours() * 3600 + at.getUTCMinutes() * 60 + at.getUTCSeconds()) }
  }
  const start = moment(run.start)
  const end = moment(run.end)
  const options: readonly (readonly [string, string | number])[] = [
    ['FLOW_UNITS', flowUnits],
    ['INFILTRATION', 'HORTON'],
    ['FLOW_ROUTING', 'DYNWAVE'],
    ['LINK_OFFSETS', offsets],
    ['ALLOW_PONDING', ponding ? 'YES' : 'NO'],
    ['START_DATE', start.day],
    ['START_TIME', start.time],
    ['REPORT_START_DATE', start.day],
    ['REPORT_START_TIME', start.time],
    ['END_DATE', end.day],
    ['END_TIME', end.time],
    ['REPORT_STEP', clock(reportStep)],
    ['WET_STEP', clock(wetStep)],
    ['DRY_STEP', clock(Math.max(wetStep, 300))],
    ['ROUTING_STEP', routingStep],
    ['VARIABLE_STEP', 0.75],
    ['THREADS', 1],
  ]
  return options.map(([key, value]): RowOf => ['OPTIONS', [key, value]])
}

const HORTON: Infiltration = { maxRate: 76, minRate: 3.8, decay: 4, dryTime: 7 }

function catchmentRows(catchment: RegisterCatchment): readonly RowOf[] {
  const { id, gage, outlet, area, imperviousness, width, slope, ring = [] } = catchment
  const { nImpervious = 0.013, nPervious = 0.15, dImpervious = 2, dPervious = 5 } = catchment
  const { maxRate, minRate, decay, dryTime } = catchment.infiltration ?? HORTON
  return [
    ['SUBCATCHMENTS', [id, gage, outlet, area, imperviousness, width, slope, 0]],
    ['SUBAREAS', [id, nImpervious, nPervious, dImpervious, dPervious, 25, 'OUTLET']],
    ['INFILTRATION', [id, maxRate, minRate, decay, dryTime, 0]],
    ...ring.map((point): RowOf => ['POLYGONS', [id, ...point]]),
  ]
}

function measured(
  link: RegisterLink,
  places: ReadonlyMap<string, Point>,
  coordinates: Register['coordinates'],
): NewLink {
  if (link.kind !== 'conduit') return link
  if (link.length !== undefined) return { ...link, length: link.length }
  const from = places.get(idOf(link.from))
  const to = places.get(idOf(link.to))
  if (!from || !to) throw new HydraulicsError('HYDRAULICS_VALUE', 'CONDUITS', link.id)
  const points = [from, ...(link.via ?? []), to]
  const measure = coordinates === 'degrees' ? metresBetween : planeDistance
  const length = points.slice(1).reduce((sum, point, i) => sum + measure(points[i] as Point, point), 0)
  return { ...link, length: Math.round(length * 100) / 100 }
}

const planeDistance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1)

/**
 * Metres between two places of WGS-84 that are no more than some kilometres apart: the ellipsoid's own radii at their
 * middle latitude, flat between them.
 */
export function metresBetween([lon1, lat1]: Point, [lon2, lat2]: Point): number {
  const a = 6_378_137
  const e2 = 0.006_694_379_990_14
  const rad = Math.PI / 180
  const middle = ((lat1 + lat2) / 2) * rad
  const w2 = 1 - e2 * Math.sin(middle) ** 2
  const north = (lat2 - lat1) * rad * ((a * (1 - e2)) / w2 ** 1.5)
  const east = (lon2 - lon1) * rad * (a / Math.sqrt(w2)) * Math.cos(middle)
  return Math.hypot(north, east)
}
