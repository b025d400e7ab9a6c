import type { Map as GlMap, VectorTileSource } from 'maplibre-gl'
import { useEffect } from 'react'
import { address, type Query } from '../../client/fetch.ts'
import type { MetaRecord } from '../../client/types.ts'
import { token } from '../../theme/tokens.ts'

const SOURCE = 'shapes'
/** Beyond it a tile is drawn larger: it tells 2 cm as it is. */
const CLOSEST = 18

/** Draws the outlines and lines of a list below its points, where its record has any: the vector tiles of the same rows. */
export function useShapes(map: GlMap | undefined, record: MetaRecord, filters: Query): void {
  const has = Object.values(record.columns).some(({ shape }) => shape)
  // From here: the worker that asks for tiles knows no page to go by.
  const tiles = `${location.origin}/api/tiles/${record.id}/{z}/{x}/{y}.pbf${address('', filters)}`
  useEffect(() => {
    if (!map || !has) return
    const there = map.getSource<VectorTileSource>(SOURCE)
    if (there) {
      there.setTiles([tiles])
      return
    }
    map.addSource(SOURCE, { type: 'vector', tiles: [tiles], maxzoom: CLOSEST })
    const colour = token('chart-1')
    map.addLayer(
      {
        id: `${SOURCE}-areas`,
        type: 'fill',
        source: SOURCE,
        'source-layer': SOURCE,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour, 'fill-opacity': 0.08 },
      },
      'points',
    )
    map.addLayer(
      {
        id: `${SOURCE}-lines`,
        type: 'line',
        source: SOURCE,
        'source-layer': SOURCE,
        paint: { 'line-color': colour, 'line-width': 1.5, 'line-opacity': 0.8 },
      },
      'points',
    )
  }, [map, has, tiles])
}
