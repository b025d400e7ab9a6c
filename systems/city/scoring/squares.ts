import { sql } from 'kysely'
import {
  codeOf,
  type Grid,
  meridianOf,
  outlineOf,
  ringsOf,
  squaresOfBox,
  squaresSql,
} from '../../../kernel/geo/index.ts'
import type { Box } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { RECUR_DAYS } from '../settings.ts'
import type { Period } from './rates.ts'

/** 方格: metres along a side that a picture is drawn by. */
export const SIDES = [250, 500] as const
export type Side = (typeof SIDES)[number]

export interface HotSquare {
  /** `120E-250-2598-13231` */
  readonly grid: string
  /** Rings of longitude and latitude. */
  readonly outline: number[][][]
  readonly reports: number
  /** 高发: told again within `RECUR_DAYS` days, of the same class. */
  readonly again: number
}

/** Squares that one picture shows without a report, to fill the ground between. */
const MOST_EMPTY = 5000
const MOST = 5000

/**
 * What was reported by squares of equal size, wherever the lines between surveyed cells run: what lies on both sides of such a
 * line is seen as one. Squares without a report fill the ground of the cells, unless they are too many.
 */
export async function hotSquares(
  { db }: Pick<Context, 'db'>,
  { from, to }: Period,
  side: Side,
): Promise<HotSquare[]> {
  const extent = await extentOf(db)
  if (!extent) return []
  const grid: Grid = { meridian: meridianOf((extent[0] + extent[2]) / 2), side }
  const { rows } = await sql<{ column: number; row: number; reports: number; again: number }>`
    select "column", "row", count(*)::int as reports,
      count(*) filter (where reported_at - before <= ${RECUR_DAYS} * interval '1 day')::int as again
    from (select s."column", s."row", reported_at,
        lag(reported_at) over (partition by class, s."column", s."row" order by reported_at) as before
      from city.reports r ${squaresSql(grid, sql`r.place`, 's')}
      where state not in ('void', 'merged') and place is not null and class is not null
        and reported_at >= ${from}::timestamptz - ${RECUR_DAYS} * interval '1 day' and reported_at < ${to}::timestamptz) told
    where reported_at >= ${from}::timestamptz group by 1, 2 order by reports desc, again desc, 1, 2 limit ${MOST}`.execute(
    db,
  )
  const told = new Set(rows.map((square) => codeOf(grid, square)))
  const empty = (squaresOfBox(grid, extent, MOST_EMPTY) ?? []).filter(
    (square) => !told.has(codeOf(grid, square)),
  )
  return [...rows, ...empty.map((square) => ({ ...square, reports: 0, again: 0 }))].map(
    ({ reports, again, ...square }) => ({
      grid: codeOf(grid, square),
      outline: ringsOf(outlineOf(grid, square)).flat() as unknown as number[][][],
      reports,
      again,
    }),
  )
}

/** The box around the surveyed cells. */
async function extentOf(db: Context['db']): Promise<Box | null> {
  const { rows } = await sql<{ extent: Box | null }>`
    select case when count(*) > 0 then json_build_array(min(west)::float8, min(south)::float8, max(east)::float8, max(north)::float8) end
      as extent from city.grids`.execute(db)
  return rows[0]?.extent ?? null
}
