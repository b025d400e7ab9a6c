import { sql } from 'kysely'
import type { Place } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import type { GridRow } from './tables/index.ts'

type Ring = readonly (readonly [number, number])[]
/** Rings of each part, the outer one first. */
export type Outline = readonly (readonly Ring[])[]

/** The outline that a GeoJSON text gives. @throws SyntaxError, TypeError where it gives none */
export function outlineOf(geojson: string): Outline {
  const { type, coordinates } = JSON.parse(geojson) as { type: string; coordinates: unknown }
  if (type === 'Polygon') return [coordinates as readonly Ring[]]
  if (type === 'MultiPolygon') return coordinates as Outline
  throw new TypeError(`${type} is no outline`)
}

/** Whether a place lies within an outline or on its edge; holes are outside, their edges are not. */
export const contains = (outline: Outline, place: Place): boolean =>
  outline.some((rings) => {
    const [outer, ...holes] = rings.map((ring) => within(ring, place))
    return outer !== 'out' && outer !== undefined && !holes.includes('in')
  })

function within(ring: Ring, { longitude: x, latitude: y }: Place): 'in' | 'out' | 'edge' {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as readonly [number, number]
    const [bx, by] = ring[j] as readonly [number, number]
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const between =
      x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
    if (turn === 0 && between) return 'edge'
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside ? 'in' : 'out'
}

export type Cell = Pick<GridRow, 'code' | 'street' | 'grade' | 'outline'>

/**
 * The cell that a place lies in. On a line between cells, such as the middle of a road, it is the one with the lowest
 * code, so that a shared road is always one cell's.
 */
export const cellAt = <C extends Cell>(cells: readonly C[], place: Place): C | undefined =>
  cells
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .find(({ outline }) => contains(outlineOf(outline), place))

/** The same, among the zone's cells. */
export async function findCell({ db }: Pick<Context, 'db'>, place: Place): Promise<Cell | undefined> {
  const { longitude: x, latitude: y } = place
  const { rows } = await sql<Cell>`select code, street, grade, outline from city.grids
    where west <= ${x} and east >= ${x} and south <= ${y} and north >= ${y}`.execute(db)
  return cellAt(rows, place)
}
