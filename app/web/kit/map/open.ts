import {
  AttributionControl,
  type GeoJSONSource,
  Map as GlMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import type { Place } from '../../../../kernel/store/place.ts'
import type { Language } from '../../../../kernel/text.ts'
import { type Bounds, netOf, style } from './base.ts'
import { layGround } from './ground.ts'
import { tellMissing } from './missing.ts'
import { W } from './words.ts'

// From our own server: the pages' content security policy lets nothing else run.
setWorkerUrl(worker)

export interface View {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

/** 20 m across a screen: two doors of one building apart. */
export const MAX_ZOOM = 20

/** Whether the browser can draw a map at all. */
export function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

interface Options {
  readonly box: HTMLElement
  readonly view: View
  readonly language: Language
  readonly label: string
  /** Within a page that is scrolled through: moved by its buttons only, and by the keyboard. */
  readonly still?: boolean
}

/** A map on the ground that the server has, or on a net of degrees where it has none; nothing comes from elsewhere, unless the zone has a base map. */
export function openMap({ box, view, language, label, still = false }: Options): GlMap {
  const map = new GlMap({
    container: box,
    style: style(),
    center: [view.longitude, view.latitude],
    zoom: view.zoom,
    maxZoom: MAX_ZOOM,
    minZoom: 1,
    scrollZoom: !still,
    dragPan: !still,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    trackResize: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': label,
      'NavigationControl.ZoomIn': W.zoomIn[language],
      'NavigationControl.ZoomOut': W.zoomOut[language],
      'ScaleControl.Meters': W.metres[language],
      'ScaleControl.Kilometers': W.kilometres[language],
    },
  })
  // The library leaves out the first size that it is told of, which is the true one where the box was still without any.
  const sized = new ResizeObserver(() => map.resize())
  sized.observe(box)
  map.on('remove', () => sized.disconnect())
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
  const draw = () => source(map, 'net')?.setData(netOf(boundsOf(map)))
  map.on('load', draw)
  map.on('load', async () => {
    const said = { sample: W.sampleGround, tianditu: W.tianditu, none: W.noGround }[
      (await layGround(map, language)) ?? 'none'
    ]
    map.addControl(
      new AttributionControl({ compact: false, customAttribution: said[language] }),
      'bottom-right',
    )
  })
  map.on('moveend', draw)
  tellMissing(map, language)
  return map
}

export const boundsOf = (map: GlMap): Bounds => {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

const source = (map: GlMap, name: string) => map.getSource<GeoJSONSource>(name)

export interface Spot extends Place {
  readonly id: string
  readonly label: string
}

/** Puts the points of a map; the chosen ones stand out. */
export function showPoints(map: GlMap, spots: readonly Spot[], chosen: ReadonlySet<string>): void {
  void source(map, 'points')?.setData({
    type: 'FeatureCollection',
    features: spots.map(({ id, label, longitude, latitude }) => ({
      type: 'Feature',
      properties: { id, label, chosen: chosen.has(id) },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  })
}

/** Calm, as everything here: a short way, or none for those who asked for no motion. */
export const MOVE = { duration: 200 } as const
