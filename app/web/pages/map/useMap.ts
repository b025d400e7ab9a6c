import { type Map as GlMap, Marker } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import type { Bounds } from '../../kit/map/base.ts'
import { boundsOf, MAX_ZOOM, MOVE, openMap, type Spot, showPoints, type View } from '../../kit/map/open.ts'
import { W } from '../../kit/map/words.ts'
import { useTheme } from '../../theme/theme.ts'
import type { Cluster } from './queries.ts'
import { boxText, sameView } from './view.ts'

interface Options {
  readonly box: RefObject<HTMLDivElement | null>
  /** What the address says is shown. */
  readonly view: View | undefined
  /** Where everything is; shown when the address says nothing. */
  readonly extent: Bounds | undefined
  /** The view has come to rest elsewhere. @param step a deliberate one, which the back button undoes */
  readonly moved: (view: View, step: boolean) => void
  /** The spots under a press; none beside them. */
  readonly pressed: (spots: readonly Spot[]) => void
}

/** How far around a press spots are met, in pixels: a finger is no pointer. */
const REACH = matchMedia('(pointer: coarse)').matches ? 18 : 8
/** Levels that a press on a cluster goes closer. */
const CLOSER = 2

/** The middle of China, where there is nothing to show. */
const NOWHERE: View = { longitude: 105, latitude: 35, zoom: 3 }

/** Opens the map in its box, keeps it and the address alike, and shows what comes. */
export function useMap({ box, view, extent, moved, pressed }: Options) {
  const say = useSay()
  const language = useLanguage()
  const theme = useTheme()
  const [map, setMap] = useState<GlMap>()
  const [seen, setSeen] = useState<string>()
  const step = useRef(false)
  const on = useRef({ moved, pressed, view, extent })
  on.current = { moved, pressed, view, extent }

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, and anew for another theme or language
  useEffect(() => {
    if (!box.current) return
    const opened = openMap({
      box: box.current,
      view: on.current.view ?? NOWHERE,
      language,
      label: say(W.labelled),
    })
    if (!on.current.view && on.current.extent) showWhole(opened, on.current.extent, 0)
    const rest = () => {
      setSeen(boxText(boundsOf(opened)))
      const now = viewOf(opened)
      if (!sameView(now, on.current.view)) on.current.moved(now, step.current)
      step.current = false
    }
    opened.on('load', () => {
      setMap(opened)
      setSeen(boxText(boundsOf(opened)))
    })
    opened.on('moveend', rest)
    opened.on('click', ({ point: { x, y } }) => on.current.pressed(spotsAt(opened, x, y)))
    opened.on('mousemove', ({ point: { x, y } }) => {
      const [spot] = spotsAt(opened, x, y)
      opened.getCanvas().style.cursor = spot ? 'pointer' : ''
      opened.getCanvas().title = spot?.label ?? ''
    })
    return () => {
      setMap(undefined)
      opened.remove()
    }
  }, [theme, language])

  // The back button, or a link to another view.
  useEffect(() => {
    if (!map || map.isMoving() || sameView(view, viewOf(map))) return
    if (view) map.jumpTo({ center: [view.longitude, view.latitude], zoom: view.zoom })
    else if (on.current.extent) showWhole(map, on.current.extent, 0)
  }, [map, view])

  return {
    map,
    seen,
    showAll: () => {
      if (!map || !extent) return
      step.current = true
      showWhole(map, extent, MOVE.duration)
    },
    closer: ({ longitude, latitude }: Cluster) => {
      if (!map) return
      step.current = true
      map.easeTo({
        center: [longitude, latitude],
        zoom: Math.min(map.getZoom() + CLOSER, MAX_ZOOM),
        ...MOVE,
      })
    },
  }
}

const viewOf = (map: GlMap): View => {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom() }
}

const showWhole = (map: GlMap, [west, south, east, north]: Bounds, duration: number) =>
  map.fitBounds(
    [
      [west, south],
      [east, north],
    ],
    { padding: 40, maxZoom: 16, duration },
  )

function spotsAt(map: GlMap, x: number, y: number): Spot[] {
  if (!map.getLayer('points')) return []
  const found = map.queryRenderedFeatures(
    [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ],
    { layers: ['points'] },
  )
  const spots = found.map(({ properties, geometry }) => {
    const [longitude = 0, latitude = 0] = geometry.type === 'Point' ? geometry.coordinates : []
    return { id: String(properties.id), label: String(properties.label), longitude, latitude }
  })
  return [...new Map(spots.map((spot) => [spot.id, spot])).values()]
}

/** Points as dots, clusters as buttons with their number. */
export function useMarks(
  map: GlMap | undefined,
  part: { readonly points: readonly Spot[]; readonly clusters: readonly Cluster[] } | undefined,
  chosen: readonly Spot[],
  closer: (cluster: Cluster) => void,
): void {
  const say = useSay()
  const press = useRef(closer)
  press.current = closer
  useEffect(() => {
    if (map && part) showPoints(map, part.points, new Set(chosen.map(({ id }) => id)))
  }, [map, part, chosen])
  useEffect(() => {
    if (!map || !part) return
    const markers = part.clusters.map((cluster) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = cluster.count >= 1000 ? 'map-cluster large' : 'map-cluster'
      button.textContent = formatNumber(cluster.count)
      button.title = `${formatNumber(cluster.count)} ${say(W.cluster)}`
      button.onclick = (event) => {
        event.stopPropagation()
        press.current(cluster)
      }
      const marker = new Marker({ element: button })
        .setLngLat([cluster.longitude, cluster.latitude])
        .addTo(map)
      // The map gives every mark a name of its own.
      button.setAttribute('aria-label', button.title)
      return marker
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [map, part, say])
}
