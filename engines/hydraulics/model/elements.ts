import { HydraulicsError } from '../errors.ts'
import type { Point } from './network.ts'
import type { SectionKey, SHAPES } from './sections/index.ts'

/** Things as plain data, and the rows that they are in a file. What is left out takes the field's usual value. */

export type RowOf = readonly [SectionKey, readonly (string | number)[]]

interface Placed {
  readonly id: string
  /** Metres or degrees, as the model's other coordinates. */
  readonly at?: Point
  /** Of the bottom. */
  readonly elevation: number
}

export type NewNode = Placed &
  (
    | {
        readonly kind: 'junction'
        readonly maxDepth?: number
        readonly initDepth?: number
        readonly surDepth?: number
        /** Area on which water stands when the node floods, with ALLOW_PONDING. */
        readonly ponded?: number
      }
    | {
        readonly kind: 'outfall'
        /** A level that does not change; the water falls freely where it is left out. */
        readonly stage?: number
        readonly gate?: boolean
      }
    | {
        readonly kind: 'storage'
        readonly maxDepth: number
        readonly initDepth?: number
        /** Surface that does not change with depth, or points of depth and surface. */
        readonly area: number | readonly (readonly [depth: number, area: number])[]
      }
  )

export type Shape = (typeof SHAPES)[number]
export type CrossSection =
  | {
      readonly shape: Shape
      /** Height first; up to four as the shape asks. */
      readonly geometry: readonly number[]
      readonly barrels?: number
      readonly culvert?: number
    }
  | { readonly shape: 'IRREGULAR'; readonly transect: string }
  | { readonly shape: 'STREET'; readonly street: string }
  | { readonly shape: 'CUSTOM'; readonly height: number; readonly curve: string }

interface Ends {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly via?: readonly Point[]
}

export type NewLink = Ends &
  (
    | {
        readonly kind: 'conduit'
        readonly length: number
        /** Manning's n. */
        readonly roughness: number
        readonly section: CrossSection
        /** As the model's LINK_OFFSETS says: depths above the bottoms of the nodes, or elevations. */
        readonly inOffset?: number
        readonly outOffset?: number
      }
    | {
        readonly kind: 'pump'
        /** Lifts whatever arrives where it is left out. */
        readonly curve?: string
        readonly on?: boolean
        readonly startup?: number
        readonly shutoff?: number
      }
    | {
        readonly kind: 'orifice'
        readonly side?: boolean
        readonly section: CrossSection
        readonly offset?: number
        readonly coefficient?: number
        readonly gate?: boolean
        /** Hours that the gate takes from shut to open. */
        readonly rate?: number
      }
    | {
        readonly kind: 'weir'
        readonly type?: 'TRANSVERSE' | 'SIDEFLOW' | 'V-NOTCH' | 'TRAPEZOIDAL'
        readonly section: CrossSection
        readonly crest?: number
        readonly coefficient?: number
        readonly gate?: boolean
      }
    | {
        readonly kind: 'outlet'
        /** Flow = coefficient × head ^ exponent, or a rating curve. */
        readonly rating:
          | { readonly coefficient: number; readonly exponent: number }
          | { readonly curve: string }
        readonly offset?: number
        readonly gate?: boolean
      }
  )

const yes = (value: boolean | undefined) => (value ? 'YES' : 'NO')

export function rowsOfNode(node: NewNode): readonly RowOf[] {
  const { id, elevation } = node
  const place: readonly RowOf[] = node.at ? [['COORDINATES', [id, ...node.at]]] : []
  switch (node.kind) {
    case 'junction': {
      const { maxDepth = 0, initDepth = 0, surDepth = 0, ponded = 0 } = node
      return [['JUNCTIONS', [id, elevation, maxDepth, initDepth, surDepth, ponded]], ...place]
    }
    case 'outfall': {
      const level = node.stage === undefined ? ['FREE'] : ['FIXED', node.stage]
      return [['OUTFALLS', [id, elevation, ...level, yes(node.gate)]], ...place]
    }
    case 'storage':
      return [...storageRows(node), ...place]
  }
}

export function storageRows(storage: {
  readonly id: string
  readonly elevation: number
  readonly maxDepth: number
  readonly initDepth?: number
  readonly area: number | readonly (readonly [depth: number, area: number])[]
}): readonly RowOf[] {
  const { id, elevation, maxDepth, initDepth = 0, area } = storage
  const head = [id, elevation, maxDepth, initDepth]
  if (typeof area === 'number') return [['STORAGE', [...head, 'FUNCTIONAL', 0, 0, area, 0, 0]]]
  if (area.length === 0) throw new HydraulicsError('HYDRAULICS_VALUE', 'STORAGE', id)
  const curve = `${id}_AREA`
  return [
    ['STORAGE', [...head, 'TABULAR', curve, 0, 0]],
    ...area.map(
      ([depth, surface], i): RowOf => [
        'CURVES',
        i === 0 ? [curve, 'STORAGE', depth, surface] : [curve, depth, surface],
      ],
    ),
  ]
}

/** @param elevations whether the model gives offsets as elevations; one left out is the bottom of the node in either way */
export function rowsOfLink(link: NewLink, elevations: boolean): readonly RowOf[] {
  const bottom = elevations ? '*' : 0
  const ends = [link.id, link.from, link.to]
  const via = (link.via ?? []).map((point): RowOf => ['VERTICES', [link.id, ...point]])
  switch (link.kind) {
    case 'conduit':
      return [
        [
          'CONDUITS',
          [...ends, link.length, link.roughness, link.inOffset ?? bottom, link.outOffset ?? bottom, 0, 0],
        ],
        sectionRow(link.id, link.section),
        ...via,
      ]
    case 'pump': {
      const { curve = '*', on = true, startup = 0, shutoff = 0 } = link
      return [['PUMPS', [...ends, curve, on ? 'ON' : 'OFF', startup, shutoff]], ...via]
    }
    case 'orifice': {
      const { side, offset, coefficient = 0.65, gate, rate = 0 } = link
      return [
        ['ORIFICES', [...ends, side ? 'SIDE' : 'BOTTOM', offset ?? bottom, coefficient, yes(gate), rate]],
        sectionRow(link.id, link.section),
        ...via,
      ]
    }
    case 'weir': {
      const { type = 'TRANSVERSE', crest, coefficient = 1.84, gate } = link
      return [
        ['WEIRS', [...ends, type, crest ?? bottom, coefficient, yes(gate), 0, 0, 'YES']],
        sectionRow(link.id, link.section),
        ...via,
      ]
    }
    case 'outlet': {
      const rating =
        'curve' in link.rating
          ? ['TABULAR/HEAD', link.rating.curve]
          : ['FUNCTIONAL/HEAD', link.rating.coefficient, link.rating.exponent]
      return [['OUTLETS', [...ends, link.offset ?? bottom, ...rating, yes(link.gate)]], ...via]
    }
  }
}

/** @throws HydraulicsError HYDRAULICS_VALUE where the section has no height */
export function sectionRow(id: string, section: CrossSection): RowOf {
  switch (section.shape) {
    case 'IRREGULAR':
      return ['XSECTIONS', [id, 'IRREGULAR', section.transect]]
    case 'STREET':
      return ['XSECTIONS', [id, 'STREET', section.street]]
    case 'CUSTOM':
      return ['XSECTIONS', [id, 'CUSTOM', section.height, section.curve, 0, 0, 1]]
    default: {
      const [geom1 = 0, geom2 = 0, geom3 = 0, geom4 = 0] = section.geometry
      if (section.shape !== 'DUMMY' && !(geom1 > 0))
        throw new HydraulicsError('HYDRAULICS_VALUE', 'XSECTIONS', id)
      const culvert = section.culvert === undefined ? [] : [section.culvert]
      return ['XSECTIONS', [id, section.shape, geom1, geom2, geom3, geom4, section.barrels ?? 1, ...culvert]]
    }
  }
}

export interface Series {
  readonly id: string
  /** Hours since `start`, or since the run begins, and the value there. */
  readonly points: readonly (readonly [hours: number, value: number])[]
  /** ISO date and time without a zone, such as 2026-07-28T12:00. */
  readonly start?: string
}

export function rowsOfSeries({ id, points, start }: Series): readonly RowOf[] {
  const from = start === undefined ? undefined : Date.parse(`${start}Z`)
  if (from !== undefined && Number.isNaN(from))
    throw new HydraulicsError('HYDRAULICS_VALUE', 'TIMESERIES', start ?? '')
  return points.map(([hours, value]): RowOf => {
    const seconds = Math.round(hours * 3600)
    if (from === undefined) return ['TIMESERIES', [id, clock(seconds), value]]
    const at = new Date(from + seconds * 1000)
    const day = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`
    const second = at.getUTCHours() * 3600 + at.getUTCMinutes() * 60 + at.getUTCSeconds()
    return ['TIMESERIES', [id, day, clock(second), value]]
  })
}

export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}
