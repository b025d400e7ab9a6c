import type { Map as GlMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { canDraw, openMap, type Spot, showPoints } from '../../../../app/web/kit/map/open.ts'
import { useTheme } from '../../../../app/web/theme/theme.ts'
import type { Place } from '../../../../kernel/store/place.ts'
import { P } from './words.ts'

interface Props {
  readonly spots: readonly Spot[]
  readonly from: Place | undefined
  readonly pick: (place: Place) => void
}

/** The middle of the zone. */
const START = { longitude: 121.55, latitude: 29.88, zoom: 11 }
const FROM = 'from'

/** Where the tasks are, and from where they are counted; another place is pressed on. */
export default function TaskMap({ spots, from, pick }: Props) {
  const say = useSay()
  const language = useLanguage()
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<GlMap>(undefined)
  const [able] = useState(canDraw)
  const now = useRef({ spots, from, pick })
  now.current = { spots, from, pick }
  // biome-ignore lint/correctness/useExhaustiveDependencies: points move in the map that is open; another theme or language opens one anew
  useEffect(() => {
    if (!box.current || !able) return
    const opened = openMap({ box: box.current, view: START, language, label: say(P.mapped) })
    map.current = opened
    opened.on('load', () => show(opened, now.current))
    opened.on('click', ({ lngLat }) =>
      now.current.pick({ longitude: Number(lngLat.lng.toFixed(6)), latitude: Number(lngLat.lat.toFixed(6)) }),
    )
    return () => {
      map.current = undefined
      opened.remove()
    }
  }, [able, theme, language])
  useEffect(() => {
    if (map.current?.loaded()) show(map.current, { spots, from })
  }, [spots, from])
  if (!able) return null
  return (
    <div className="map-box small task-map">
      <div ref={box} />
    </div>
  )
}

/** The nearest are in view. */
const IN_VIEW = 10

function show(map: GlMap, { spots, from }: Pick<Props, 'spots' | 'from'>): void {
  const own = from ? [{ id: FROM, label: '', ...from }] : []
  showPoints(map, [...spots, ...own], new Set([FROM]))
  const near = [...own, ...spots.slice(0, IN_VIEW)]
  if (near.length === 0) return
  const [x, y] = [near.map(({ longitude }) => longitude), near.map(({ latitude }) => latitude)]
  map.fitBounds([Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)], {
    padding: 32,
    maxZoom: 15,
    duration: 0,
  })
}
