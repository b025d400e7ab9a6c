import type { Random } from '../../../kernel/sample/random.ts'
import type { Box, Place } from '../../../kernel/store/index.ts'

/** A made-up ground plan: where the zone lies on the map, and nothing in it where it really is. */
const ZONE: Box = [121.5, 29.85, 121.6, 29.92]
/** Codes of the streets, row by row from the south-west. */
const STREETS = ['330211005', '330212016', '330212004', '330212015']

/** How many of the smaller areas lie in a larger one, eastward and northward: streets, communities, cells. */
const PLAN = [
  [2, 2],
  [3, 2],
  [4, 3],
] as const

/** A spot within a grid cell: units of one cell are neighbours, as are cells of one community. */
export function placeIn(grid: string, { next }: Random): Place {
  const numbers = [
    STREETS.indexOf(grid.slice(0, 9)),
    Number(grid.slice(9, 12)) - 1,
    Number(grid.slice(12, 15)) - 1,
  ]
  const cell = PLAN.reduce<Box>((area, plan, level) => part(area, plan, numbers[level] ?? 0), ZONE)
  const [west, south, east, north] = cell
  const between = (low: number, high: number) => Number((low + (high - low) * next()).toFixed(6))
  return { longitude: between(west, east), latitude: between(south, north) }
}

/** The n-th part of an area that is divided in columns and rows. */
function part([west, south, east, north]: Box, [columns, rows]: readonly [number, number], n: number): Box {
  const [wide, high] = [(east - west) / columns, (north - south) / rows]
  const [left, bottom] = [west + (n % columns) * wide, south + Math.floor(n / columns) * high]
  return [left, bottom, left + wide, bottom + high]
}
