import type { Feature, Point } from 'geojson'
import type { ExpressionSpecification, GeoJSONSource, Map as GlMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { address } from '../../../app/web/client/fetch.ts'
import { useChanges } from '../../../app/web/client/live.ts'
import { useRow } from '../../../app/web/client/queries.ts'
import { token } from '../../../app/web/theme/tokens.ts'
import type { Place } from '../../../kernel/store/place.ts'
import type { Chosen, Traced } from './types.ts'
import { NODES_FROM, NOTHING } from './useNetworkMap.ts'

/** Pipes and manholes as vector tiles, however many there are; each is told from the others by the id of its row. */
const SOURCES = {
  pipes: { record: 'drainage.links', layer: 'shapes', query: { tell: 'network,size' }, from: 0 },
  manholes: {
    record: 'drainage.nodes',
    layer: 'points',
    query: { tell: 'kind' },
    from: Math.floor(NODES_FROM),
  },
  outlets: {
    record: 'drainage.nodes',
    layer: 'points',
    query: { tell: 'kind', 'filter[kind]': 'outfall|storage' },
    from: 0,
  },
} as const
type Source = keyof typeof SOURCES
/** Beyond it a tile is drawn larger: it tells 2 cm as it is. */
const CLOSEST = 18

/** From here: the worker that asks for tiles knows no page to go by. */
const tilesOf = ({ record, query }: (typeof SOURCES)[Source]): string[] => [
  `${location.origin}/api/tiles/${record}/{z}/{x}/{y}.pbf${address('', query)}`,
]

const state = (name: string): ExpressionSpecification => ['feature-state', name]
const isChosen: ExpressionSpecification = ['boolean', state('chosen'), false]

/** The register on its map: the layers `pipes`, `manholes` and `outlets`, and below them what is traced and chosen. */
export function addRegister(map: GlMap): void {
  for (const [name, source] of Object.entries(SOURCES))
    map.addSource(name, {
      type: 'vector',
      tiles: tilesOf(source),
      minzoom: source.from,
      maxzoom: CLOSEST,
      promoteId: 'id',
    })
  map.addSource('chosen', { type: 'geojson', data: NOTHING })
  const size: ExpressionSpecification = ['coalesce', ['get', 'size'], 0.5]
  const line = {
    type: 'line',
    source: 'pipes',
    'source-layer': 'shapes',
    layout: { 'line-cap': 'round' },
  } as const
  map.addLayer({
    ...line,
    id: 'halo',
    paint: {
      'line-color': [
        'match',
        state('part'),
        'up',
        token('chart-2'),
        'down',
        token('chart-3'),
        token('ink'),
      ] as ExpressionSpecification,
      'line-width': 8,
      'line-opacity': [
        'match',
        state('part'),
        'chosen',
        1,
        'up',
        0.55,
        'down',
        0.55,
        0,
      ] as ExpressionSpecification,
    },
  })
  map.addLayer({
    ...line,
    id: 'pipes',
    paint: {
      'line-color': [
        'match',
        ['get', 'network'],
        'rain',
        token('chart-1'),
        'sewage',
        token('chart-6'),
        token('chart-4'),
      ],
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, ['+', 0.8, size], 17, ['+', 2, ['*', 4, size]]],
    },
  })
  map.addLayer({
    id: 'chosen',
    type: 'circle',
    source: 'chosen',
    paint: { 'circle-radius': 8, 'circle-color': token('surface'), ...ringOf(true) },
  })
  for (const id of ['manholes', 'outlets'] as const)
    map.addLayer({
      id,
      type: 'circle',
      source: id,
      'source-layer': 'points',
      ...(id === 'manholes' ? { minzoom: NODES_FROM } : {}),
      paint: {
        'circle-radius': ['case', isChosen, 8, id === 'manholes' ? 3 : 6],
        'circle-color': [
          'match',
          ['get', 'kind'],
          'outfall',
          token('chart-3'),
          'storage',
          token('chart-4'),
          token('surface'),
        ],
        ...ringOf(isChosen),
      },
    })
}

const ringOf = (chosen: ExpressionSpecification | true) =>
  ({
    'circle-stroke-color': ['case', chosen, token('ink'), token('second')],
    'circle-stroke-width': ['case', chosen, 4, 1.5],
  }) as { 'circle-stroke-color': ExpressionSpecification; 'circle-stroke-width': ExpressionSpecification }

/** Marks what is traced and chosen, and asks for the tiles again where the network has changed. */
export function useRegister(
  map: GlMap | undefined,
  traced: Traced | undefined,
  chosen: Chosen | undefined,
): void {
  const link = chosen && 'link' in chosen ? chosen.link : undefined
  const node = chosen && 'node' in chosen ? chosen.node : undefined
  const place = useRow('drainage.nodes', node).data?.place as Place | null | undefined
  useEffect(() => {
    if (!map) return
    const parts = [
      [traced?.up.links ?? [], 'up'],
      [traced?.down.links ?? [], 'down'],
      [link === undefined ? [] : [link], 'chosen'],
    ] as const
    map.removeFeatureState({ source: 'pipes', sourceLayer: SOURCES.pipes.layer })
    for (const [ids, part] of parts)
      for (const id of ids)
        map.setFeatureState({ source: 'pipes', sourceLayer: SOURCES.pipes.layer, id }, { part })
  }, [map, traced, link])
  useEffect(() => {
    if (!map) return
    for (const source of ['manholes', 'outlets'] as const) {
      const all = { source, sourceLayer: SOURCES[source].layer }
      map.removeFeatureState(all)
      if (node !== undefined) map.setFeatureState({ ...all, id: node }, { chosen: true })
    }
  }, [map, node])
  useEffect(() => {
    const ring: Feature<Point>[] =
      node !== undefined && place
        ? [
            {
              type: 'Feature',
              properties: {},
              geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
            },
          ]
        : []
    void map?.getSource<GeoJSONSource>('chosen')?.setData({ type: 'FeatureCollection', features: ring })
  }, [map, node, place])
  useChanges(({ record }) => {
    if (record === SOURCES.pipes.record || record === SOURCES.manholes.record)
      for (const source of Object.keys(SOURCES)) map?.refreshTiles(source)
  })
}
