import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, Map as GlMap, LayerSpecification } from 'maplibre-gl'
import { get } from '../../client/fetch.ts'
import { token } from '../../theme/tokens.ts'

/** The same for every map of a visit. */
let asked: Promise<FeatureCollection | null> | undefined

function groundOf(): Promise<FeatureCollection | null> {
  asked ??= get<{ sample: FeatureCollection | null }>('/api/ground').then(({ sample }) => sample)
  asked.catch(() => {
    asked = undefined
  })
  return asked
}

/** Puts the ground below all that a map shows. @returns whether there is one; without a network there is none */
export async function layGround(map: GlMap): Promise<boolean> {
  const ground = await groundOf().catch(() => null)
  // The map may be gone by now.
  if (!ground || !map.style || map.getSource('ground-sample')) return false
  map.addSource('ground-sample', { type: 'geojson', data: ground })
  map.setPaintProperty('ground', 'background-color', token('map-ground'))
  map.setLayoutProperty('net', 'visibility', 'none')
  for (const layer of layers()) map.addLayer(layer, 'net')
  return true
}

/** A width on the ground, in metres, from zoom 10 to 20; never so thin that it is not seen. */
const wide = (metres: number, least: number): ExpressionSpecification => {
  // At zoom 20 a pixel is 6.5 cm on the ground at 30° north.
  const close = metres / 0.065
  return ['interpolate', ['exponential', 2], ['zoom'], 10, Math.max(close / 2 ** 10, least), 20, close]
}

const FILLS = { block: 'map-block', works: 'map-works', park: 'map-park' } as const
const LINES = [
  { kind: 'river', colour: 'map-water', metres: 26, least: 1.5, from: 0 },
  { kind: 'lane', colour: 'map-street', metres: 7, least: 0.5, from: 13 },
  { kind: 'street', colour: 'map-street', metres: 14, least: 0.6, from: 11.5 },
  { kind: 'road', colour: 'map-street', metres: 24, least: 1.2, from: 0 },
] as const

const layers = (): readonly LayerSpecification[] => [
  ...Object.entries(FILLS).map(
    ([kind, colour]): LayerSpecification => ({
      id: `ground-${kind}`,
      type: 'fill',
      source: 'ground-sample',
      filter: ['==', ['get', 'kind'], kind],
      paint: { 'fill-color': token(colour) },
    }),
  ),
  ...LINES.map(
    ({ kind, colour, metres, least, from }): LayerSpecification => ({
      id: `ground-${kind}`,
      type: 'line',
      source: 'ground-sample',
      minzoom: from,
      filter: ['==', ['get', 'kind'], kind],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': token(colour), 'line-width': wide(metres, least) },
    }),
  ),
]
