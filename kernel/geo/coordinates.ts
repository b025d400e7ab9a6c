import proj4 from 'proj4'
import { type Text, text } from '../text.ts'
import { DATUMS, type Datum, fromDatum, MERIDIANS } from './datum.ts'
import type { Position } from './geometry.ts'
import { planeOf } from './grid/plane.ts'

/** What numbers of a file count: degrees of a datum, or metres of CGCS2000 in a Gauss-Krüger zone (`gk120`). */
export type Coordinates = Datum | `gk${number}`
export const COORDINATES: readonly Coordinates[] = [...DATUMS, ...MERIDIANS.map((at) => `gk${at}` as const)]

/** A pair as a file has it in WGS-84 at the decimals that are kept, or why it is none. */
export type Turn = (at: Position) => { readonly at: Position } | { readonly wrong: Text }

/** @param prj what a file says of itself (the words of a `.prj`), which counts where nothing is chosen */
export function turnFrom(chosen: Coordinates | undefined, prj?: string): Turn {
  if (chosen?.startsWith('gk')) return fromZone(Number(chosen.slice(2)))
  if (chosen || !prj || !/^\s*PROJ/i.test(prj)) return fromDegrees((chosen ?? 'wgs84') as Datum)
  const { inverse } = proj4(prj)
  return (at) => kept(inverse([...at]) as [number, number], at)
}

function fromDegrees(datum: Datum): Turn {
  return (at) => {
    const [longitude, latitude] = at
    if (!isDegrees(at)) return { wrong: isDegrees([latitude, longitude]) ? LATITUDE_FIRST : noDegrees(at) }
    const turned = fromDatum({ longitude, latitude }, datum)
    return kept([turned.longitude, turned.latitude], at)
  }
}

/** Metres north of the equator in China, which no easting comes to. */
const isNorthing = (metres: number) => metres > 1_500_000 && metres < 6_500_000

function fromZone(meridian: number): Turn {
  const plane = planeOf(meridian)
  return (at) => {
    // Surveyors write the northing first; their eastings may begin with the number of the zone.
    const [written, north] = isNorthing(at[0]) && !isNorthing(at[1]) ? [at[1], at[0]] : at
    const zone = Math.floor(written / 1e6)
    if (zone > 0 && zone * 3 !== meridian && zone * 6 - 3 !== meridian)
      return { wrong: otherZone(at, meridian) }
    const east = written - zone * 1e6
    if (!isNorthing(north) || east < 100_000 || east > 900_000) return { wrong: noMetres(at) }
    const { longitude, latitude } = plane.place([east, north])
    return kept([longitude, latitude], at)
  }
}

const isDegrees = ([x, y]: Position) => Math.abs(x) <= 180 && Math.abs(y) <= 90

function kept(at: readonly [number, number], from: Position): ReturnType<Turn> {
  const [x, y] = at
  if (!Number.isFinite(x) || !isDegrees(at)) return { wrong: noDegrees(from) }
  return { at: [Number(x.toFixed(7)), Number(y.toFixed(7))] }
}

const pair = ([x, y]: Position) => `${x}, ${y}`
const LATITUDE_FIRST = text('像是纬度写在了前面', 'The latitude seems to come first')
const noDegrees = (at: Position) =>
  text(
    `坐标 ${pair(at)} 不是经纬度；若是以米计的测量坐标，请选择它的中央子午线`,
    `${pair(at)} is no longitude and latitude; of coordinates in metres, choose the middle meridian`,
  )
const noMetres = (at: Position) =>
  text(
    `坐标 ${pair(at)} 不是高斯投影坐标；若是经纬度，请选择经纬度`,
    `${pair(at)} are no Gauss-Krüger coordinates; of degrees, choose degrees`,
  )
const otherZone = (at: Position, meridian: number) =>
  text(
    `坐标 ${pair(at)} 的带号不属于中央子午线 ${meridian}°，请另选`,
    `The zone in ${pair(at)} is not that of ${meridian}°; choose another`,
  )
