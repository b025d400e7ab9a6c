import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as GlMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import type { Bounds } from '../../../app/web/kit/map/base.ts'
import { boundsOf, MOVE, openMap } from '../../../app/web/kit/map/open.ts'
import { W as MAP } from '../../../app/web/kit/map/words.ts'
import { boxText } from '../../../app/web/pages/map/view.ts'
import { useTheme } from '../../../app/web/theme/theme.ts'
import { token } from '../../../app/web/theme/tokens.ts'
import type { Chosen, NetworkPart, Traced } from './types.ts'

/** Around a press, pixels: a finger is no pointer. */
const REACH = matchMedia('(pointer: coarse)').matches ? 16 : 6
export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }
/** From this zoom on manholes are drawn and can be pressed. */
export const NODES_FROM = 14.5
/** Closer than this a pipe that is shown is in sight. */
const CLOSE = 16

interface Options {
  readonly box: RefObject<HTMLDivElement | null>
  readonly extent: Bounds
  readonly choose: (chosen: Chosen | undefined) => void
  /** Adds the sources and layers `pipes` and `manholes`; those of the register unless given. */
  readonly layers?: (map: GlMap) => void
}

/** Opens the map, and says which part of the network is in sight. */
export function useNetworkMap({ box, extent, choose, layers = addLayers }: Options) {
  const say = useSay()
  const language = useLanguage()
  const theme = useTheme()
  const [map, setMap] = useState<GlMap>()
  const [seen, setSeen] = useState<string>()
  const on = useRef({ choose, extent })
  on.current = { choose, extent }
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, and anew for another theme or language
  useEffect(() => {
    if (!box.current) return
    const [west, south, east, north] = on.current.extent
    const view = { longitude: (west + east) / 2, latitude: (south + north) / 2, zoom: 12 }
    const opened = openMap({ box: box.current, view, language, label: say(MAP.labelled) })
    showWhole(opened, on.current.extent)
    const look = () => setSeen(boxText(boundsOf(opened)))
    opened.on('load', () => {
      layers(opened)
      setMap(opened)
      look()
    })
    opened.on('moveend', look)
    opened.on('click', ({ point: { x, y } }) => on.current.choose(at(opened, x, y)))
    opened.on('mousemove', ({ point: { x, y } }) => {
      opened.getCanvas().style.cursor = at(opened, x, y) ? 'pointer' : ''
    })
    return () => {
      setMap(undefined)
      opened.remove()
    }
  }, [theme, language])
  return { map, seen }
}

const showWhole = (map: GlMap, [west, south, east, north]: Bounds) =>
  map.fitBounds(
    [
      [west, south],
      [east, north],
    ],
    { padding: 24, duration: 0, maxZoom: CLOSE },
  )

function at(map: GlMap, x: number, y: number): Chosen | undefined {
  if (!map.getLayer('manholes')) return undefined
  const found = (layer: string, reach: number) =>
    map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: [layer] },
    )[0]?.properties.id
  const node = map.getZoom() > NODES_FROM ? found('manholes', REACH / 2) : undefined
  if (node !== undefined) return { node: String(node) }
  const link = found('pipes', REACH)
  return link === undefined ? undefined : { link: String(link) }
}

function addLayers(map: GlMap): void {
  const colour = (name: string): string => token(name)
  for (const source of ['pipes', 'manholes']) map.addSource(source, { type: 'geojson', data: NOTHING })
  const width = [
    'interpolate',
    ['linear'],
    ['zoom'],
    12,
    ['+', 0.8, ['get', 'size']],
    17,
    ['+', 2, ['*', 4, ['get', 'size']]],
  ]
  map.addLayer({
    id: 'halo',
    type: 'line',
    source: 'pipes',
    filter: ['!=', ['get', 'part'], ''],
    layout: { 'line-cap': 'round' },
    paint: {
      'line-color': [
        'match',
        ['get', 'part'],
        'up',
        colour('chart-2'),
        'down',
        colour('chart-3'),
        colour('ink'),
      ],
      'line-width': ['match', ['get', 'part'], 'chosen', 8, 8],
      'line-opacity': ['match', ['get', 'part'], 'chosen', 1, 0.55],
    },
  })
  map.addLayer({
    id: 'pipes',
    type: 'line',
    source: 'pipes',
    layout: { 'line-cap': 'round' },
    paint: {
      'line-color': [
        'match',
        ['get', 'network'],
        'rain',
        colour('chart-1'),
        'sewage',
        colour('chart-6'),
        colour('chart-4'),
      ],
      'line-width': width as never,
    },
  })
  map.addLayer({
    id: 'manholes',
    type: 'circle',
    source: 'manholes',
    filter: ['any', ['!=', ['get', 'kind'], 'junction'], ['get', 'chosen'], ['>=', ['zoom'], NODES_FROM]],
    paint: {
      'circle-radius': ['case', ['get', 'chosen'], 8, ['==', ['get', 'kind'], 'junction'], 3, 6],
      'circle-color': [
        'match',
        ['get', 'kind'],
        'outfall',
        colour('chart-3'),
        'storage',
        colour('chart-4'),
        colour('surface'),
      ],
      'circle-stroke-color': ['case', ['get', 'chosen'], colour('ink'), colour('second')],
      'circle-stroke-width': ['case', ['get', 'chosen'], 4, 1.5],
    },
  })
}

/** Draws what is in sight, and marks what is traced. */
export function useNetwork(
  map: GlMap | undefined,
  part: NetworkPart | undefined,
  traced: Traced | undefined,
  chosen: Chosen | undefined,
): void {
  useEffect(() => {
    if (!map || !part) return
    const up = new Set(traced?.up.links)
    const down = new Set(traced?.down.links)
    const own = chosen && 'link' in chosen ? chosen.link : undefined
    const node = chosen && 'node' in chosen ? chosen.node : undefined
    const partOf = (id: string) => (id === own ? 'chosen' : up.has(id) ? 'up' : down.has(id) ? 'down' : '')
    putNetwork(
      map,
      part,
      ({ id, network, size }) => ({ network, size: size ?? 0.5, part: partOf(id) }),
      ({ id, kind }) => ({ kind, chosen: id === node }),
    )
  }, [map, part, traced, chosen])
}

/** Draws pipes and manholes, each with what a layer goes by. */
export function putNetwork(
  map: GlMap,
  { links, nodes }: NetworkPart,
  pipe: (link: NetworkPart['links'][number]) => Feature['properties'],
  manhole: (node: NetworkPart['nodes'][number]) => Feature['properties'],
): void {
  put(
    map,
    'pipes',
    links.map((link) => ({
      type: 'Feature',
      properties: { id: link.id, ...pipe(link) },
      geometry: { type: 'LineString', coordinates: link.line },
    })),
  )
  put(
    map,
    'manholes',
    nodes.map((node) => ({
      type: 'Feature',
      properties: { id: node.id, ...manhole(node) },
      geometry: { type: 'Point', coordinates: node.at },
    })),
  )
}

export const idOf = (chosen: Chosen | undefined): string | undefined =>
  chosen && ('link' in chosen ? chosen.link : chosen.node)

const put = (map: GlMap, source: string, features: Feature[]) =>
  void map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features })

export const show = (map: GlMap | undefined, longitude: number, latitude: number): void =>
  void map?.easeTo({ center: [longitude, latitude], zoom: Math.max(map.getZoom(), CLOSE), ...MOVE })
