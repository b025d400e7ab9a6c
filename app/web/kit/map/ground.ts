import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, Map as GlMap, LayerSpecification } from 'maplibre-gl'
import type { Language } from '../../../../kernel/text.ts'
import { get } from '../../client/fetch.ts'
import { token } from '../../theme/tokens.ts'

interface Ground {
  readonly sample: FeatureCollection | null
  /** Addresses of tiles, the lower layer first. */
  readonly tianditu: Readonly<Record<Language, readonly string[]>> | null
}

/** The same for every map of a visit. */
let asked: Promise<Ground> | undefined

function groundOf(): Promise<Ground> {
  asked ??= get<Ground>('/api/ground')
  asked.catch(() => {
    asked = undefined
  })
  return asked
}

/** Puts the ground below all that a map shows. @returns which one; without a network there is none */
export async function layGround(map: GlMap, language: Language): Promise<'sample' | 'tianditu' | undefined> {
  const { sample, tianditu } = (await groundOf().catch(() => null)) ?? {}
  // The map may be gone by now.
  if (!map.style || map.getSource('ground-sample') || map.getSource('tianditu-0')) return undefined
  if (tianditu) layTiles(map, tianditu[language])
  else if (sample) {
    map.addSource('ground-sample', { type: 'geojson', data: sample })
    map.setPaintProperty('ground', 'background-color', token('map-ground'))
    for (const layer of layers()) map.addLayer(layer, 'net')
  } else return undefined
  map.setLayoutProperty('net', 'visibility', 'none')
  return tianditu ? 'tianditu' : 'sample'
}

/** The closest level that there are tiles of. */
const CLOSEST = 18

function layTiles(map: GlMap, addresses: readonly string[]): void {
  for (const [i, address] of addresses.entries()) {
    const source = `tianditu-${i}`
    map.addSource(source, { type: 'raster', tiles: [address], tileSize: 256, minzoom: 1, maxzoom: CLOSEST })
    map.addLayer({ id: source, type: 'raster', source }, 'net')
  }
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

const NAMES = [
  { kind: 'river', from: 12.5, placement: 'line', size: 12 },
  { kind: 'community', from: 12, placement: 'point', size: 13 },
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
  ...NAMES.map(
    ({ kind, from, placement, size }): LayerSpecification => ({
      id: `ground-name-${kind}`,
      type: 'symbol',
      source: 'ground-sample',
      minzoom: from,
      filter: ['all', ['==', ['get', 'kind'], kind], ['has', 'name']],
      layout: {
        'text-field': ['get', 'name'],
        // Drawn from the fonts of the machine: the style names no place to fetch any from.
        'text-font': ['sans-serif'],
        'text-size': size,
        'symbol-placement': placement,
        'symbol-spacing': 160,
      },
      paint: {
        'text-color': token('second'),
        'text-halo-color': token('map-ground'),
        'text-halo-width': 1.5,
      },
    }),
  ),
]
