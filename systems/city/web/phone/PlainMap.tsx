import { useMemo } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { Place } from '../../../../kernel/store/place.ts'
import { netOn, planeOf, WIDE } from './plain.ts'
import { P } from './words.ts'

const TALL = 240

interface Props {
  readonly spots: readonly (Place & { readonly id: string; readonly label: string })[]
  /** Where the device is, or the place that was chosen. */
  readonly from: Place | undefined
  readonly pick?: (place: Place) => void
}

/** What stands for the map while there is no network: the same net of degrees and the same points, drawn by the page. */
export function PlainMap({ spots, from, pick }: Props) {
  const say = useSay()
  const plane = useMemo(() => planeOf([...(from ? [from] : []), ...spots], TALL), [from, spots])
  return (
    <figure className="plain-map">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the address and the position of the device do the same */}
      <svg
        viewBox={`0 0 ${WIDE} ${TALL}`}
        role="img"
        aria-label={say(P.mapped)}
        onClick={(event) => {
          const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
          pick?.(
            plane.placeAt(((event.clientX - left) / width) * WIDE, ((event.clientY - top) / height) * TALL),
          )
        }}
      >
        {netOn(plane, TALL).map((d) => (
          <path key={d} d={d} />
        ))}
        {spots.map((spot) => (
          <circle key={spot.id} cx={plane.x(spot.longitude)} cy={plane.y(spot.latitude)} r={6}>
            <title>{spot.label}</title>
          </circle>
        ))}
        {from && <circle data-from cx={plane.x(from.longitude)} cy={plane.y(from.latitude)} r={9} />}
      </svg>
      <figcaption className="second">
        {say(P.plainMap)} · {say(P.net(plane.kilometres(plane.step)))}
      </figcaption>
    </figure>
  )
}
