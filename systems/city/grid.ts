import { sql } from 'kysely'
import { contains, geometryOf } from '../../kernel/geo/index.ts'
import type { Place } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import type { GridRow } from './tables/index.ts'

export type Cell = Pick<GridRow, 'code' | 'street' | 'grade' | 'outline'>

/**
 * The cell that a place lies in. On a line between cells, such as the middle of a road, it is the one with the lowest
 * code, so that a shared road is always one cell's.
 */
export const cellAt = <C extends Cell>(cells: readonly C[], place: Place): C | undefined =>
  cells
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .find(({ outline }) => contains(geometryOf(outline), place))

/** The same, among the zone's cells. */
export async function findCell({ db }: Pick<Context, 'db'>, place: Place): Promise<Cell | undefined> {
  const { longitude: x, latitude: y } = place
  const { rows } = await sql<Cell>`select code, street, grade, outline from city.grids
    where west <= ${x} and east >= ${x} and south <= ${y} and north >= ${y}`.execute(db)
  return cellAt(rows, place)
}
