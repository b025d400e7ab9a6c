import gcoord from 'gcoord'

/**
 * What degrees are counted on. WGS-84 and CGCS2000 are the same at the decimals that are kept, and what everything inside
 * is in. GCJ-02 (高德、腾讯) and BD-09 (百度) are displaced by some hundred metres; they are turned at the door.
 */
export type Datum = 'wgs84' | 'gcj02' | 'bd09'

/** Middle meridians of the zones, three degrees wide, by which China is surveyed. */
export const MERIDIANS = Array.from({ length: 21 }, (_, i) => 75 + 3 * i)

export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const satisfies readonly Datum[]

interface Degrees {
  readonly longitude: number
  readonly latitude: number
}
type Pair = [x: number, y: number]

// The types of the library say otherwise of its default export where modules are Node's.
const { transform } = gcoord as unknown as { transform: (at: Pair, from: string, to: string) => Pair }
const CRS = { wgs84: 'WGS84', gcj02: 'GCJ02', bd09: 'BD09' } as const satisfies Record<Datum, string>

/** Degrees as another datum counts them. Outside of China, where there is no displacement, they stay. */
export function toDatum({ longitude, latitude }: Degrees, datum: Datum): Degrees {
  const [x, y] = displaced([longitude, latitude], datum)
  return { longitude: x, latitude: y }
}

const displaced = (at: Pair, datum: Datum): Pair => transform([...at], CRS.wgs84, CRS[datum])

/** 1e-9 degrees: 0.1 mm, a hundredth of what is kept. */
const CLOSE = 1e-9
const MOST_STEPS = 20

/**
 * Degrees in WGS-84 of degrees in another datum, at the 7 decimals that are kept. There is no formula for the way back:
 * a guess is mended by what it misses, since the displacement is nearly the same close by.
 */
export function fromDatum({ longitude, latitude }: Degrees, datum: Datum): Degrees {
  if (datum === 'wgs84') return { longitude, latitude }
  let [x, y] = [longitude, latitude]
  for (let step = 0; step < MOST_STEPS; step++) {
    const [east, north] = displaced([x, y], datum)
    const [dx, dy] = [longitude - east, latitude - north]
    ;[x, y] = [x + dx, y + dy]
    if (Math.abs(dx) < CLOSE && Math.abs(dy) < CLOSE) break
  }
  return { longitude: kept(x), latitude: kept(y) }
}

const kept = (degrees: number): number => Number(degrees.toFixed(7))

/** What a place that may name its datum is in WGS-84. */
export function turned<P extends Degrees & { readonly datum?: Datum | undefined }>(place: P): P {
  const { datum, ...degrees } = place
  return (datum ? fromDatum(degrees, datum) : degrees) as P
}

/** As people name them; the names of the companies that count so are as common. */
const NAMES: readonly (readonly [Datum, RegExp])[] = [
  ['wgs84', /wgs[-_ ]?84|cgcs[-_ ]?2000|国家?2000/i],
  ['gcj02', /gcj[-_ ]?02|高德|腾讯|火星/i],
  ['bd09', /bd[-_ ]?09(?:ll)?|百度/i],
]
/** What stands around such a name and says nothing more. */
const AROUND = String.raw`(?:\s*(?:坐标系?|地图|经纬度|[:：]))*`

/**
 * The datum that words name, and the words without it and the brackets around it.
 * `121.55, 29.88（GCJ-02）` → gcj02 and `121.55, 29.88`
 */
export function datumIn(words: string): { readonly datum: Datum | undefined; readonly rest: string } {
  for (const [datum, name] of NAMES) {
    const found = new RegExp(String.raw`[(（\[]?\s*(?:${name.source})${AROUND}\s*[)）\]]?`, 'i').exec(words)
    if (found) return { datum, rest: words.replace(found[0], ' ').trim() }
  }
  return { datum: undefined, rest: words }
}
