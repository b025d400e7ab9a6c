import type { Bounds } from '../../kit/map/base.ts'
import type { View } from '../../kit/map/open.ts'

/** `121.55000,29.88000,12.5`: what stands in the middle, and how close, as an address keeps it. */
export const viewText = ({ longitude, latitude, zoom }: View): string =>
  `${longitude.toFixed(5)},${latitude.toFixed(5)},${Number(zoom.toFixed(2))}`

/** @returns undefined for what is no view */
export function viewIn(text: string): View | undefined {
  const [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN] = text.split(',').map(Number)
  const fits = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 22
  return text !== '' && fits ? { longitude, latitude, zoom } : undefined
}

/** Whether two views show the same, as far as an address says. */
export const sameView = (one: View | undefined, other: View | undefined): boolean =>
  (one && viewText(one)) === (other && viewText(other))

/** A box as the server is asked for it: a little wider than what is seen, and on the earth. */
export function boxText([west, south, east, north]: Bounds): string {
  const down = (value: number, least: number) => Math.max(Math.floor(value * 1e5) / 1e5, least)
  const up = (value: number, most: number) => Math.min(Math.ceil(value * 1e5) / 1e5, most)
  return [down(west, -180), down(south, -90), up(east, 180), up(north, 90)].join(',')
}
