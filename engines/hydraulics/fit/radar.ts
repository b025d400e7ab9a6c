import { HydraulicsError } from '../errors.ts'
import { addRows, mapRows, withValues } from '../model/edit/rows.ts'
import { clock, rowsOfSeries } from '../model/elements.ts'
import { networkOf, type Point } from '../model/network.ts'
import { idOf } from '../model/text.ts'
import type { Model } from '../model/types.ts'
import { type Points, stepOf } from './points.ts'

const HOUR = 3_600_000

/** Rain over square cells, north up: `values[row * columns + column]`, the first row the northernmost. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  /** Lower left corner and side of a cell, in the coordinates of the model. */
  readonly x: number
  readonly y: number
  readonly cell: number
  /** NaN where nothing is known. */
  readonly values: Float64Array
}

/**
 * Reads one ESRI ASCII grid: `ncols`, `nrows`, `xllcorner`, `yllcorner` (or `xllcenter`, `yllcenter`), `cellsize`,
 * `NODATA_value`, then the rows from north to south. Radar products are exchanged so, one file a moment.
 * @throws HydraulicsError hydraulics/table
 */
export function readGrid(text: string, place: string): Grid {
  const words = text.trim().split(/\s+/)
  const head: Record<string, number> = {}
  let at = 0
  for (; /^[a-z_]/i.test(words[at] ?? ''); at += 2)
    head[(words[at] as string).toLowerCase()] = Number(words[at + 1])
  const { ncols = Number.NaN, nrows = Number.NaN, cellsize = Number.NaN, nodata_value: none } = head
  const corner = (axis: 'x' | 'y') =>
    head[`${axis}llcorner`] ?? (head[`${axis}llcenter`] ?? Number.NaN) - cellsize / 2
  const [x, y] = [corner('x'), corner('y')]
  const values = Float64Array.from(words.slice(at), Number)
  const sound = ncols > 0 && nrows > 0 && cellsize > 0 && Number.isFinite(x) && Number.isFinite(y)
  if (!sound || values.length !== ncols * nrows)
    throw new HydraulicsError('hydraulics/table', place, `${ncols} × ${nrows}: ${values.length}`)
  for (const [i, value] of values.entries()) if (value === none || value < 0) values[i] = Number.NaN
  return { columns: ncols, rows: nrows, x, y, cell: cellsize, values }
}

/** Which cells a catchment lies in, by the area in each. */
export type Weights = readonly (readonly [cell: number, area: number])[]

/** @param ring its outline, closed or not, in the coordinates of the grid */
export function weightsOf(grid: Omit<Grid, 'values'>, ring: readonly Point[]): Weights {
  const { columns, rows, x, y, cell } = grid
  const xs = ring.map((point) => point[0])
  const ys = ring.map((point) => point[1])
  const span = (values: readonly number[], from: number, count: number) =>
    [
      Math.max(0, Math.floor((Math.min(...values) - from) / cell)),
      Math.min(count - 1, Math.floor((Math.max(...values) - from) / cell)),
    ] as const
  const [left, right] = span(xs, x, columns)
  const [bottom, top] = span(ys, y, rows)
  const weights: [number, number][] = []
  for (let up = bottom; up <= top; up++)
    for (let column = left; column <= right; column++) {
      const [west, south] = [x + column * cell, y + up * cell]
      const area = areaOf(clipped(ring, west, south, west + cell, south + cell))
      if (area > 0) weights.push([(rows - 1 - up) * columns + column, area])
    }
  return weights
}

/** Sutherland and Hodgman: edge after edge of the cell cuts what is left. Edges that fall together have no area. */
function clipped(ring: readonly Point[], west: number, south: number, east: number, north: number) {
  const edges = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ] as const
  return edges.reduce<readonly Point[]>((points, [axis, limit, sign]) => {
    const inside = (point: Point) => sign * (point[axis] - limit) >= 0
    return points.flatMap((point, i) => {
      const before = points.at(i - 1) as Point
      const kept = inside(point) ? [point] : []
      if (inside(point) === inside(before)) return kept
      const share = (limit - before[axis]) / (point[axis] - before[axis])
      const cut = [
        before[0] + share * (point[0] - before[0]),
        before[1] + share * (point[1] - before[1]),
      ] as const
      return [cut, ...kept]
    })
  }, ring)
}

const areaOf = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [fromX, fromY] = points.at(i - 1) as Point
      return sum + fromX * y - x * fromY
    }, 0),
  ) / 2

export interface Frame {
  /** The rain falls from here on. */
  readonly at: number
  readonly grid: Grid
}

export interface RadarRain {
  /** By catchment: mean intensity over its area, in the grids' unit (mm/h). */
  readonly catchments: Readonly<Record<string, Points>>
  /** Catchments of which a part lies in no cell with a value in some frame, with the least share that was seen. */
  readonly partly: readonly { readonly id: string; readonly seen: number }[]
  /** Catchments without an outline, or that no cell reaches: they have no rain of their own. */
  readonly without: readonly string[]
}

/**
 * Rain of each catchment from grids that follow each other, weighted by the area in each cell; cells without a value are
 * left out of the mean. All grids lie alike.
 * @throws HydraulicsError hydraulics/table where one lies otherwise
 */
export function rainOfFrames(model: Model, frames: readonly Frame[]): RadarRain {
  const [first] = frames
  if (!first) throw new HydraulicsError('hydraulics/table', 'radar', '0')
  const lies = ({ columns, rows, x, y, cell }: Grid) => [columns, rows, x, y, cell].join(' ')
  const other = frames.find(({ grid }) => lies(grid) !== lies(first.grid))
  if (other)
    throw new HydraulicsError(
      'hydraulics/table',
      `radar ${new Date(other.at).toISOString()}`,
      lies(other.grid),
    )
  const ordered = [...frames].sort((a, b) => a.at - b.at)
  const catchments: Record<string, Points> = {}
  const partly: { id: string; seen: number }[] = []
  const without: string[] = []
  for (const { id, ring } of networkOf(model).catchments.values()) {
    const weights = ring.length > 2 ? weightsOf(first.grid, ring) : []
    const whole = areaOf(ring)
    let seen = 1
    const points = ordered.map(({ at, grid }) => {
      let area = 0
      let rain = 0
      for (const [cell, weight] of weights) {
        const value = grid.values[cell] as number
        if (Number.isNaN(value)) continue
        area += weight
        rain += weight * value
      }
      seen = Math.min(seen, area / whole)
      return [at, area > 0 ? rain / area : 0] as const
    })
    if (weights.length === 0) {
      without.push(id)
      continue
    }
    catchments[id] = points
    if (seen < 0.999) partly.push({ id, seen })
  }
  return { catchments, partly, without }
}

/** Lets each catchment read a gauge of its own, `RADAR_` with its id; those without rain of their own keep theirs. */
export function setRadarRain(model: Model, { catchments }: RadarRain): Model {
  const gauges = new Map(Object.keys(catchments).map((id) => [idOf(id), `RADAR_${id}`]))
  const names = new Set([...gauges.values()].map(idOf))
  const others = (cells: readonly string[]) => (names.has(idOf(cells[0] as string)) ? undefined : cells)
  const bare = mapRows(mapRows(model, 'RAINGAGES', others), 'TIMESERIES', others)
  const reading = mapRows(bare, 'SUBCATCHMENTS', (cells, layout) => {
    const gage = gauges.get(idOf(cells[0] as string))
    return gage === undefined ? cells : withValues('SUBCATCHMENTS', cells, layout, { gage })
  })
  return addRows(
    reading,
    Object.entries(catchments).flatMap(([id, points]) => {
      const name = `RADAR_${id}`
      const start = (points[0] as readonly [number, number])[0]
      const step = points.length > 1 ? stepOf(points) : HOUR
      const hours = points.map(([at, value]) => [(at - start) / HOUR, value] as const)
      return [
        ['RAINGAGES', [name, 'INTENSITY', clock(step / 1000), '1.0', 'TIMESERIES', name]] as const,
        ...rowsOfSeries({ id: name, start: new Date(start).toISOString().slice(0, 19), points: hours }),
      ]
    }),
  )
}
