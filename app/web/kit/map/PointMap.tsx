import type { Map as GlMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { Place } from '../../../../kernel/store/place.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useTheme } from '../../theme/theme.ts'
import { canDraw, openMap, showPoints, type View } from './open.ts'
import { W } from './words.ts'

interface Props {
  readonly place: Place | undefined
  readonly label: string
  /** Where the map begins without a place. */
  readonly start?: View
  /** Called with the place that is pressed on; left out, the map is for looking only. */
  readonly pick?: (place: Place) => void
}

/** The middle of the zone. */
const START: View = { longitude: 121.55, latitude: 29.88, zoom: 11 }
const CLOSE = 14

/** A small map of one place. */
export default function PointMap({ place, label, start = START, pick }: Props) {
  const say = useSay()
  const language = useLanguage()
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<GlMap>(undefined)
  const [able] = useState(canDraw)
  const picked = useRef(pick)
  picked.current = pick
  const now = useRef(place)
  now.current = place
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place moves in the map that is open; another theme or language opens one anew
  useEffect(() => {
    if (!box.current || !able) return
    const view = now.current ? { ...now.current, zoom: CLOSE } : start
    const opened = openMap({ box: box.current, view, language, label: say(W.map), still: !picked.current })
    map.current = opened
    opened.on('load', () => show(opened, now.current, label))
    opened.on('click', ({ lngLat }) => {
      const rounded = (degrees: number) => Number(degrees.toFixed(6))
      picked.current?.({ longitude: rounded(lngLat.lng), latitude: rounded(lngLat.lat) })
    })
    if (picked.current) opened.getCanvas().style.cursor = 'crosshair'
    return () => {
      map.current = undefined
      opened.remove()
    }
  }, [able, theme, language])
  useEffect(() => {
    if (map.current?.loaded()) show(map.current, place, label)
  }, [place, label])
  if (!able)
    return (
      <p className="second">
        {say(W.cannot)} · {say(W.cannotHelp)}
      </p>
    )
  return (
    <div className="map-box small">
      <div ref={box} />
    </div>
  )
}

function show(map: GlMap, place: Place | undefined, label: string): void {
  showPoints(map, place ? [{ id: '', label, ...place }] : [], new Set(['']))
  if (place && !map.getBounds().contains([place.longitude, place.latitude]))
    map.jumpTo({ center: [place.longitude, place.latitude] })
}
