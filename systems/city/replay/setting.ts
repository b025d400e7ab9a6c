import { sql } from 'kysely'
import { offices } from '../../../kernel/access/offices.ts'
import { dayAt } from '../../../kernel/calendar/moments.ts'
import { areaOf, cellCodes, rectangle } from '../../../kernel/geo/index.ts'
import { enterSamples } from '../../../kernel/sample/enter.ts'
import type { Place } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { CITY_OFFICE } from '../settings.ts'
import { classes, grids } from '../tables/index.ts'
import { replayError } from './errors.ts'
import type { Told } from './read.ts'

/** The one street of what is played back; cells are a lattice over what the file covers. */
export const STREET = { id: 'replay-street', grid: '999999001' } as const
const SIDE = 16
const VERSION = '回放'

export interface Setting {
  /** The class of a request, which is of the office that owns it. */
  readonly classOf: (told: Told) => string
  readonly officeOf: (told: Told) => string
  /** Where a request lies that has no coordinates: the seat places it by its address, which is the middle here. */
  readonly middle: Place
}

/**
 * Makes a zone for what the file tells: its owners as offices, its types as a class tree of its own, cells over its
 * places. All of it is marked as sample.
 * @throws GaoxinError CITY_REPLAY_ZONE where the zone holds anything
 */
export async function setUp(context: Context, rows: readonly Told[]): Promise<Setting> {
  const { rows: held } = await sql`select from city.reports union all select from city.classes
    union all select from access.accounts union all select from access.offices where id <> 'committee' limit 1`.execute(
    context.db,
  )
  if (held.length > 0) throw replayError('CITY_REPLAY_ZONE')
  const owners = [...new Set(rows.map(({ owner }) => owner))].sort()
  const pairs = [...new Set(rows.map(pairOf))].sort()
  const office = (owner: string) => `replay-office-${owners.indexOf(owner) + 1}`
  const leaf = (pair: string) => `replay-class-${pairs.indexOf(pair) + 1}`
  const from = rows.map(({ createdAt }) => dayAt(createdAt)).sort()[0] ?? context.today
  const enter = enterSamples(context)
  await enter(offices, [
    officeRow(CITY_OFFICE, '指挥中心（回放）', 'department', 2),
    officeRow(STREET.id, '回放片区', 'street', 3),
    ...owners.map((owner, i) => officeRow(office(owner), owner, 'department', 4 + i)),
  ])
  const shared = { kind: 'event', version: VERSION, from, to: null, sample: true, keeper: CITY_OFFICE }
  const codeOf = (i: number) => String(i + 1).padStart(3, '0')
  await enter(
    classes,
    owners.map((owner, i) => ({
      ...shared,
      id: `${office(owner)}-class`,
      code: `R${codeOf(i)}`,
      name: owner,
      name_en: owner,
      parent: null,
      owner: office(owner),
    })),
  )
  await enter(
    classes,
    pairs.map((pair, i) => ({
      ...shared,
      id: leaf(pair),
      code: `R${codeOf(owners.length + i)}`,
      name: pair,
      name_en: pair,
      parent: `${office(ownerOf(pair))}-class`,
      owner: office(ownerOf(pair)),
    })),
  )
  const box = boxOf(rows.flatMap(({ place }) => place ?? []))
  await enter(grids, latticeOf(box))
  return {
    classOf: (told) => leaf(pairOf(told)),
    officeOf: ({ owner }) => office(owner),
    middle: centreOf(box),
  }
}

const SEPARATOR = ' · '
const pairOf = ({ owner, type }: Pick<Told, 'owner' | 'type'>) => `${owner}${SEPARATOR}${type}`
const ownerOf = (pair: string) => pair.slice(0, pair.indexOf(SEPARATOR))

const officeRow = (id: string, name: string, kind: string, sort: number) => ({
  id,
  name,
  short: name,
  name_en: name,
  parent: 'committee',
  kind,
  leader: '—',
  sort,
})

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const rounded = (degrees: number) => Number(degrees.toFixed(6))

function boxOf(places: readonly Place[]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const { longitude, latitude } of places) {
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
  }
  const edge = 0.001
  if (places.length === 0) return { west: -edge, south: -edge, east: edge, north: edge }
  return {
    west: rounded(box.west - edge),
    south: rounded(box.south - edge),
    east: rounded(box.east + edge),
    north: rounded(box.north + edge),
  }
}

const centreOf = ({ west, south, east, north }: Box): Place => ({
  longitude: rounded((west + east) / 2),
  latitude: rounded((south + north) / 2),
})

function latticeOf({ west, south, east, north }: Box): readonly object[] {
  const x = (i: number) => (i === SIDE ? east : rounded(west + ((east - west) * i) / SIDE))
  const y = (j: number) => (j === SIDE ? north : rounded(south + ((north - south) * j) / SIDE))
  const cells = Array.from({ length: SIDE * SIDE }, (_, n) => {
    const [i, j] = [n % SIDE, Math.floor(n / SIDE)]
    const box = { west: x(i), south: y(j), east: x(i + 1), north: y(j + 1) }
    return {
      ...box,
      name: `回放网格 ${j + 1}-${i + 1}`,
      outline: rectangle([box.west, box.south, box.east, box.north]),
    }
  })
  const codes = cellCodes(
    `${STREET.grid}001`,
    cells.map(({ outline }) => outline),
  )
  return cells.map(({ outline, ...cell }, n) => ({
    ...cell,
    code: codes[n],
    community: '回放',
    street: STREET.id,
    grade: 'second',
    area: Math.round(areaOf(outline)),
    centre: centreOf(cell),
    outline: JSON.stringify(outline),
    keeper: CITY_OFFICE,
  }))
}
