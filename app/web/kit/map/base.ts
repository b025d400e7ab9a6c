import type { Feature, FeatureCollection } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { token } from '../../theme/tokens.ts'

/** West, south, east and north edge in degrees. */
export type Bounds = readonly [number, number, number, number]

/** About so many lines of the net go through a view, each way. */
const LINES = 6
const STEPS = [1, 2, 5]

/** The distance of the net's lines in degrees, for a view of this width: 1, 2 or 5 times a power of ten. */
export function stepOf(width: number): number {
  const wanted = Math.min(Math.max(width, 1e-5), 360) / LINES
  const power = 10 ** Math.floor(Math.log10(wanted))
  return (STEPS.find((step) => step * power >= wanted) ?? 10) * power
}

/** Meridians and parallels of a view, a screen beyond its edges. */
export function netOf([west, south, east, north]: Bounds): FeatureCollection {
  const step = stepOf(east - west)
  const [wide, high] = [east - west, north - south]
  const [left, right] = [Math.max(west - wide, -180), Math.min(east + wide, 180)]
  const [bottom, top] = [Math.max(south - high, -85), Math.min(north + high, 85)]
  const between = (low: number, high: number) =>
    Array.from(
      { length: Math.floor(high / step) - Math.ceil(low / step) + 1 },
      (_, n) => (Math.ceil(low / step) + n) * step,
    )
  const line = (from: [number, number], to: [number, number]): Feature => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: [from, to] },
  })
  return {
    type: 'FeatureCollection',
    features: [
      ...between(left, right).map((x) => line([x, bottom], [x, top])),
      ...between(bottom, top).map((y) => line([left, y], [right, y])),
    ],
  }
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** A plain ground with a net of degrees, and what lies on it; nothing of it is fetched. */
export const style = (): StyleSpecification => ({
  version: 8,
  sources: {
    net: { type: 'geojson', data: NOTHING },
    points: { type: 'geojson', data: NOTHING },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': token('page') } },
    { id: 'net', type: 'line', source: 'net', paint: { 'line-color': token('line'), 'line-width': 1 } },
    {
      id: 'points',
      type: 'circle',
      source: 'points',
      paint: {
        'circle-radius': ['case', ['get', 'chosen'], 9, 6],
        'circle-color': ['case', ['get', 'chosen'], token('chart-6'), token('chart-1')],
        'circle-stroke-color': token('surface'),
        'circle-stroke-width': 2,
      },
    },
  ],
})
