import { stepOf } from '../../../../app/web/kit/map/base.ts'
import { METRES_A_DEGREE, type Place } from '../../../../kernel/store/place.ts'

export const WIDE = 360
/** The middle of the zone, where nothing else is known. */
const MIDDLE: Place = { longitude: 121.55, latitude: 29.88 }
/** At least so much is seen across, in degrees. */
const LEAST = 0.02
const MARGIN = 1.25
/** The nearest are in view. */
const IN_VIEW = 10

export type Plane = ReturnType<typeof planeOf>

/** A plane of WIDE × tall on which the first of these places lie, north up. */
export function planeOf(places: readonly Place[], tall: number) {
  const seen = places.length > 0 ? places.slice(0, IN_VIEW) : [MIDDLE]
  const [west, east] = rangeOf(seen.map(({ longitude }) => longitude))
  const [south, north] = rangeOf(seen.map(({ latitude }) => latitude))
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  const narrow = Math.cos((middleY * Math.PI) / 180)
  // Degrees of longitude across: as many as both ways ask for.
  const across = Math.max(LEAST, (east - west) * MARGIN, ((north - south) * MARGIN * WIDE) / tall / narrow)
  const scale = WIDE / across
  const kept = (value: number) => Number(value.toFixed(1))
  return {
    step: stepOf(across),
    x: (longitude: number) => kept(WIDE / 2 + (longitude - middleX) * scale),
    y: (latitude: number) => kept(tall / 2 - ((latitude - middleY) * scale) / narrow),
    placeAt: (x: number, y: number): Place => ({
      longitude: Number((middleX + (x - WIDE / 2) / scale).toFixed(6)),
      latitude: Number((middleY - ((y - tall / 2) / scale) * narrow).toFixed(6)),
    }),
    /** Of so many degrees of longitude. */
    kilometres: (degrees: number) => ((degrees * METRES_A_DEGREE) / 1000) * narrow,
  }
}

/** Meridians and parallels as paths. */
export function netOn({ step, x, y, placeAt }: Plane, tall: number): readonly string[] {
  const [first, last] = [placeAt(0, tall), placeAt(WIDE, 0)]
  return [
    ...between(first.longitude, last.longitude, step).map((degrees) => `M${x(degrees)},0V${tall}`),
    ...between(first.latitude, last.latitude, step).map((degrees) => `M0,${y(degrees)}H${WIDE}`),
  ]
}

const between = (low: number, high: number, step: number): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.floor(high / step) - Math.ceil(low / step) + 1) },
    (_, n) => (Math.ceil(low / step) + n) * step,
  )

const rangeOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]
