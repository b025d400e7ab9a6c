import { METRES_A_DEGREE } from '../../../kernel/store/place.ts'

export type Ring = readonly (readonly number[])[]

/** Shades above nothing. */
export const STEPS = 5
const WIDTH = 1000

/** Shades of equal width up to the most; fewer where there is less. What a shade stands for is said as `4–6`. */
export function heatOf(counts: readonly number[]): {
  readonly steps: readonly string[]
  readonly stepOf: (count: number) => number
} {
  const wide = Math.max(1, Math.ceil(Math.max(0, ...counts) / STEPS))
  const named = (step: number) =>
    step === 0 ? '0' : wide === 1 ? String(step) : `${(step - 1) * wide + 1}–${step * wide}`
  return {
    steps: Array.from({ length: STEPS + 1 }, (_, step) => named(step)),
    stepOf: (count) => Math.ceil(count / wide),
  }
}

/** A plane on which outlines keep their shape: WIDTH wide, north up. */
export function planOf(rings: readonly Ring[]) {
  const points = rings.flat()
  const [west, east] = rangeOf(points.map(([lng = 0]) => lng))
  const [south, north] = rangeOf(points.map(([, lat = 0]) => lat))
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = WIDTH / Math.max((east - west) * narrow, 1e-9)
  const kept = (value: number) => Number(value.toFixed(1))
  return {
    width: WIDTH,
    height: kept((north - south) * scale),
    x: (longitude: number) => kept((longitude - west) * narrow * scale),
    y: (latitude: number) => kept((north - latitude) * scale),
    kilometre: (1000 / METRES_A_DEGREE) * scale,
  }
}

const rangeOf = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
