import { datumIn, fromDatum } from '../geo/datum.ts'
import { type Text, text } from '../text.ts'
import type { Columns } from './column.ts'

/** A point on the earth, in degrees of CGCS2000 or WGS-84, which at 7 decimals (1 cm) are the same; east and north count up. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

/** Of a degree: 1 cm on the ground. */
export const PLACE_DECIMALS = 7
/** Of latitude; of longitude times the cosine of the latitude. Right to a metre within a zone. */
export const METRES_A_DEGREE = 111_320
/** How many are written even where the last are zeros: 11 m, what a hand-held device is good for. */
const WRITTEN_DECIMALS = 4

export const PLACE_FORMAT = text(
  '“经度, 纬度”，十进制度，如 121.5500, 29.8800，最多 7 位小数',
  '"longitude, latitude" in decimal degrees such as 121.5500, 29.8800, with at most 7 decimals',
)
const LATITUDE_FIRST = text(
  '像是纬度写在了前面：请先写经度、后写纬度，如 121.5500, 29.8800',
  'The latitude seems to come first: write the longitude, then the latitude, such as 121.5500, 29.8800',
)

/** `121.5500, 29.8800`: as files and forms write it; `placeIn` reads it back, every decimal. */
export const placeText = ({ longitude, latitude }: Place): string =>
  `${degrees(longitude)}, ${degrees(latitude)}`

export function degrees(value: number): string {
  const exact = value.toFixed(PLACE_DECIMALS)
  const zeros = /0*$/.exec(exact)?.[0].length ?? 0
  return value.toFixed(Math.max(WRITTEN_DECIMALS, PLACE_DECIMALS - zeros))
}

/**
 * What a text says of a place, or why it says none. Full width and brackets around it make no difference. One that
 * names a datum of maps, such as `121.5545, 29.8778（GCJ-02）`, is turned into WGS-84.
 */
export function placeIn(written: string): { readonly place: Place } | { readonly wrong: Text } {
  const { datum = 'wgs84', rest } = datumIn(written.normalize('NFKC'))
  const bare = rest.trim().replace(/^\((.*)\)$/, '$1')
  const found = /^([-+]?\d{1,3}(?:\.\d{1,7})?)°?\s*[,;、\s]\s*([-+]?\d{1,3}(?:\.\d{1,7})?)°?$/.exec(bare)
  if (!found) return { wrong: expected }
  const place = { longitude: Number(found[1]), latitude: Number(found[2]) }
  if (isPlace(place)) return { place: fromDatum(place, datum) }
  const turned = isPlace({ longitude: place.latitude, latitude: place.longitude })
  return { wrong: turned ? LATITUDE_FIRST : expected }
}
const expected = text(`应填${PLACE_FORMAT.zh}`, `Expected ${PLACE_FORMAT.en}`)

const within = (value: number, most: number): boolean => value >= -most && value <= most

/** Whether both numbers are degrees of the earth. */
export const isPlace = ({ longitude, latitude }: Place): boolean =>
  within(longitude, 180) && within(latitude, 90)

/** Whether a number of degrees has no more decimals than are kept. */
export const isKept = (value: number): boolean => Number(value.toFixed(PLACE_DECIMALS)) === value

type Values = Readonly<Record<string, unknown>>
type Declared = { readonly columns: Columns }

/** Asked for every row of a list, and the same for as long as the declaration lives. */
const remembered = new WeakMap<Declared, readonly string[]>()

/** The columns that say where a row is. */
export function placeColumns(record: Declared): readonly string[] {
  const found =
    remembered.get(record) ??
    Object.keys(record.columns).filter((name) => record.columns[name]?.kind === 'place')
  remembered.set(record, found)
  return found
}

/** Values with their places as PostgreSQL writes points: `(121.55,29.88)`. */
export const placesWritten = (record: Declared, values: Values): Values =>
  among(record, values, (value) => {
    const { longitude, latitude } = value as Place
    return typeof value === 'object' ? `(${longitude},${latitude})` : value
  })

/** A row, or an image of one that history keeps, with its places as people and programs read them. */
export const placesRead = (record: Declared, row: Values): Values =>
  among(record, row, (value) => (typeof value === 'string' ? pointIn(value) : value))

function among(record: Declared, values: Values, change: (value: unknown) => unknown): Values {
  const names = placeColumns(record).filter((name) => values[name] !== null && values[name] !== undefined)
  if (names.length === 0) return values
  return { ...values, ...Object.fromEntries(names.map((name) => [name, change(values[name])])) }
}

/** Of PostgreSQL's `(121.55,29.88)`. */
export function pointIn(written: string): Place {
  const [longitude = Number.NaN, latitude = Number.NaN] = written.slice(1, -1).split(',').map(Number)
  return { longitude, latitude }
}
