import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as GlMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import type { Bounds } from '../../../app/web/kit/map/base.ts'
import { MOVE, openMap } from '../../../app/web/kit/map/open.ts'
import { W as MAP } from '../../../app/web/kit/map/words.ts'
import { useTheme } from '../../../app/web/theme/theme.ts'
import type { Chosen, NetworkPart } from './types.ts'

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
  /** Adds the layers `pipes` and `manholes` with their sources. */
  readonly layers: (map: GlMap) => void
}

/** Opens the map of a network, on which a pipe or a manhole can be chosen. */
export function useNetworkMap({ box, extent, choose, layers }: Options): GlMap | undefined {
  const say = useSay()
  const language = useLanguage()
  const theme = useTheme()
  const [map, setMap] = useState<GlMap>()
  const on = useRef({ choose, extent })
  on.current = { choose, extent }
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, and anew for another theme or language
  useEffect(() => {
    if (!box.current) return
    const [west, south, east, north] = on.current.extent
    const view = { longitude: (west + east) / 2, latitude: (south + north) / 2, zoom: 12 }
    const opened = openMap({ box: box.current, view, language, label: say(MAP.labelled) })
    showWhole(opened, on.current.extent)
    opened.on('load', () => {
      layers(opened)
      setMap(opened)
    })
    opened.on('click', ({ point: { x, y } }) => on.current.choose(at(opened, x, y)))
    opened.on('mousemove', ({ point: { x, y } }) => {
      opened.getCanvas().style.cursor = at(opened, x, y) ? 'pointer' : ''
    })
    return () => {
      setMap(undefined)
      opened.remove()
    }
  }, [theme, language])
  return map
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
  const found = (names: readonly string[], reach: number) =>
    map.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers: names.filter((name) => map.getLayer(name)) },
    )[0]?.properties.id
  const node = map.getZoom() > NODES_FROM ? found(['outlets', 'manholes'], REACH / 2) : undefined
  if (node !== undefined) return { node: String(node) }
  const link = found(['pipes'], REACH)
  return link === undefined ? undefined : { link: String(link) }
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
