import { sql } from 'kysely'
import { holdsSql } from '../../kernel/geo/index.ts'
import type { Place } from '../../kernel/store/index.ts'
import type { Context } from '../../kernel/system.ts'
import type { GridRow } from './tables/index.ts'

export type Cell = Pick<GridRow, 'code' | 'street' | 'grade'>

/**
 * The cell whose outline a place lies in. On a line between cells, such as the middle of a road, it is the one with the lowest
 * code, so that a shared road is always one cell's.
 */
export async function findCell({ db }: Pick<Context, 'db'>, place: Place): Promise<Cell | undefined> {
  const at = sql`point(${place.longitude}::float8, ${place.latitude}::float8)`
  const { rows } = await sql<Cell>`select code, street, grade from city.grids g
    where ${holdsSql('outline', at, 'g')} order by code collate "C" limit 1`.execute(db)
  return rows[0]
}
