import type { FeatureCollection } from 'geojson'
import { contains, type Geometry, type Position } from '../../kernel/geo/index.ts'
import { random } from '../../kernel/sample/random.ts'
import { METRES_A_DEGREE } from '../../kernel/store/index.ts'
import { GRIDS } from '../../systems/city/demo/grids.ts'
import { placed } from '../../systems/drainage/demo/network.ts'
import { RIVERS, STREETS, STRETCHES, TRUNK_PIPES } from '../../systems/drainage/demo/plan.ts'

/**
 * The ground of the demonstration zone: made up, and nothing in it where it really is. Its old town stands askew, with the
 * streets under which the made-up pipes lie and the rivers that they run to; around it the streets part the city's cells,
 * and its roads the communities.
 */
export type Kind = 'block' | 'works' | 'park' | 'river' | 'road' | 'street' | 'lane' | 'community'

/** Of the old town, in metres of the pipes' plane. */
const TOWN = { west: -60, south: -30, east: 3020, north: 1650 } as const
/** Half of a street with its pavements, m. */
const HALF_STREET = 11
/** One river point every so many metres. */
const STEP = 60

type Box = readonly [west: number, south: number, east: number, north: number]
interface Drawn {
  readonly kind: Kind
  readonly geometry: Geometry
  /** As the map writes it there. */
  readonly name?: string
}

export function sampleGround(): FeatureCollection {
  const rivers = RIVERS.map(riverAt)
  return {
    type: 'FeatureCollection',
    features: [
      ...blocks(rivers),
      ...townBlocks(),
      ...rivers.map(river),
      ...townStreets(),
      ...streets(),
      ...communities(),
    ].map(({ geometry, ...properties }) => ({ type: 'Feature', properties, geometry }) as never),
  }
}

const position = (x: number, y: number): Position => {
  const { longitude, latitude } = placed(x, y)
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]
}
const line = (kind: Kind, coordinates: readonly Position[]): Drawn => ({
  kind,
  geometry: { type: 'LineString', coordinates },
})
const area = (kind: Kind, corners: readonly Position[]): Drawn => ({
  kind,
  geometry: { type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] },
})
const cornersOf = ([west, south, east, north]: Box): readonly Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]
const place = ([longitude, latitude]: Position) => ({ longitude, latitude })

const ZONE: Box = [
  Math.min(...GRIDS.map(({ box }) => box[0])),
  Math.min(...GRIDS.map(({ box }) => box[1])),
  Math.max(...GRIDS.map(({ box }) => box[2])),
  Math.max(...GRIDS.map(({ box }) => box[3])),
]
const inZone = ([x, y]: Position) => x >= ZONE[0] && x <= ZONE[2] && y >= ZONE[1] && y <= ZONE[3]

const town = area(
  'road',
  [
    [TOWN.west, TOWN.south],
    [TOWN.east, TOWN.south],
    [TOWN.east, TOWN.north],
    [TOWN.west, TOWN.north],
  ].map(([x = 0, y = 0]) => position(x, y)),
).geometry
const inTown = (at: Position) => contains(town, place(at))

/** Straight through the town, winding outside of it. */
function riverAt(x: number): readonly Position[] {
  const beyond = (y: number) => Math.max(y - TOWN.north, TOWN.south - y, 0)
  return Array.from({ length: 200 }, (_, n) => (n - 100) * STEP + 810)
    .map((y) => position(x + 260 * (1 - Math.cos(beyond(y) / 700)) * Math.sin(beyond(y) / 1100), y))
    .filter(inZone)
}
/** From west to east; no river of the place is called so. */
const RIVER_NAMES = ['甲河', '乙河', '丙河', '丁河', '戊河']
const river = (course: readonly Position[], i: number): Drawn => ({
  ...line('river', course),
  name: RIVER_NAMES[i % RIVER_NAMES.length] as string,
})

/** Of the town: streets from west to east, lanes across them, a road around. */
function townStreets(): readonly Drawn[] {
  const { west, south, east, north } = TOWN
  return [
    line('road', [...ringOf(town), ringOf(town)[0] as Position]),
    ...STREETS.map((y) => line('street', [position(west, y), position(east, y)])),
    ...lanes().map((x) => line('lane', [position(x, south), position(x, north)])),
  ]
}
const ringOf = (geometry: Geometry) => (geometry.coordinates as readonly (readonly Position[])[])[0] ?? []

/** Where pipes branch off to both sides. */
const lanes = (): readonly number[] =>
  STRETCHES.flatMap(([from, to]) =>
    Array.from({ length: TRUNK_PIPES / 2 }, (_, n) => from + ((to - from) / TRUNK_PIPES) * 2 * n),
  ).sort((a, b) => a - b)

function townBlocks(): readonly Drawn[] {
  const across = [TOWN.west, ...lanes(), TOWN.east]
  const up = [TOWN.south, ...STREETS, TOWN.north]
  const { next } = random('ground', 'town')
  return pairs(across).flatMap(([x0, x1]) =>
    pairs(up).map(([y0, y1]) => {
      const wet = RIVERS.some((x) => x > x0 && x < x1)
      const inset = HALF_STREET
      return area(wet || next() < 0.06 ? 'park' : 'block', [
        position(x0 + inset, y0 + inset),
        position(x1 - inset, y0 + inset),
        position(x1 - inset, y1 - inset),
        position(x0 + inset, y1 - inset),
      ])
    }),
  )
}
const pairs = (values: readonly number[]) =>
  values.slice(1).map((value, i) => [values[i] as number, value] as const)

/** Each of the city's cells is a block, green where a river or the town's edge runs through it. */
function blocks(rivers: readonly (readonly Position[])[]): readonly Drawn[] {
  const { next } = random('ground', 'blocks')
  return GRIDS.map(({ box: [west, south, east, north] }) => {
    const high = HALF_STREET / METRES_A_DEGREE
    const wide = high / Math.cos((south * Math.PI) / 180)
    const block = area('block', cornersOf([west + wide, south + high, east - wide, north - high]))
    const chance = next()
    const wet = rivers.some((course) => course.some((at) => contains(block.geometry, place(at))))
    const corners = cornersOf([west, south, east, north])
    if (corners.every(inTown)) return undefined
    if (wet || corners.some(inTown) || chance < 0.07) return { ...block, kind: 'park' as const }
    return chance < 0.35 ? { ...block, kind: 'works' as const } : block
  }).filter((block) => block !== undefined)
}

/** Between the cells; wider ones between communities. Of each edge as much as lies outside of the town. */
function streets(): readonly Drawn[] {
  const around = communityBoxes()
  const wide = new Set([...around.values()].flatMap(edges).map(keyOf))
  const outer = new Set(
    [...around.values()].flatMap(([west, south, east, north]) => [
      `x${west}`,
      `x${east}`,
      `y${south}`,
      `y${north}`,
    ]),
  )
  const seen = new Set<string>()
  return GRIDS.flatMap(({ box }) =>
    edges(box).flatMap((edge): readonly Drawn[] => {
      const key = keyOf(edge)
      if (seen.has(key) || edge.every(inTown)) return []
      seen.add(key)
      const isWide = wide.has(key) || outer.has(lineOf(edge))
      return [line(isWide ? 'road' : 'street', outside(edge))]
    }),
  )
}
function communityBoxes(): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const { community, box } of GRIDS) boxes.set(community, joined(boxes.get(community) ?? box, box))
  return boxes
}

/** The names of the city's communities, each in its middle. */
const communities = (): readonly Drawn[] =>
  [...communityBoxes()].map(([community, [west, south, east, north]]) => ({
    kind: 'community',
    name: community.replace('（示例）', ''),
    geometry: {
      type: 'Point',
      coordinates: [Number(((west + east) / 2).toFixed(6)), Number(((south + north) / 2).toFixed(6))],
    },
  }))
const joined = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]
type Edge = readonly [Position, Position]
function edges(box: Box): readonly Edge[] {
  const [a, b, c, d] = cornersOf(box) as readonly [Position, Position, Position, Position]
  return [
    [a, b],
    [b, c],
    [d, c],
    [a, d],
  ]
}
const keyOf = (edge: Edge) => edge.join(' ')
const lineOf = ([[x, y], [x1]]: Edge) => (x === x1 ? `x${x}` : `y${y}`)

/** As far as the road around the town. */
function outside([from, to]: Edge): Edge {
  if (inTown(from)) return [outside([to, from])[1], to]
  if (!inTown(to)) return [from, to]
  let [out, within] = [from, to]
  for (let halving = 0; halving < 20; halving++) {
    const middle: Position = [(out[0] + within[0]) / 2, (out[1] + within[1]) / 2]
    if (inTown(middle)) within = middle
    else out = middle
  }
  return [from, [Number(out[0].toFixed(6)), Number(out[1].toFixed(6))]]
}
