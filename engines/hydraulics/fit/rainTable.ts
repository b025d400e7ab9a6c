import { numberIn, rowsOfCsv } from './csv.ts'
import { type Points, stepOf } from './points.ts'

export interface RainTable {
  /** By gauge: mm/h (or in/h) from each moment on, as `Changes.rain` takes it. */
  readonly gauges: Readonly<Record<string, Points>>
  /** Milliseconds between two lines, as it usually is. */
  readonly step: number
  /** Moments after which at least one line is missing. */
  readonly gaps: readonly number[]
}

/**
 * Reads rain from a CSV: first line `at,GAUGE,GAUGE…`, then a line a moment with the rain from there on. An empty cell is
 * a gap and counts as no rain.
 * @param as whether numbers are intensities (mm/h) or depths until the next line (mm)
 * @param place what messages call the file
 * @throws HydraulicsError hydraulics/table
 */
export function readRain(text: string, as: 'intensity' | 'depth', place: string): RainTable {
  const rows = [...rowsOfCsv(text, place, [])].sort((a, b) => a.at - b.at)
  const moments = rows.map(({ at }) => [at, 0] as const)
  const step = rows.length > 1 ? stepOf(moments) : 3_600_000
  const names = Object.keys(rows[0]?.cells ?? {}).filter((name) => name !== 'at')
  const factor = as === 'depth' ? 3_600_000 / step : 1
  const gauges = names.map((name) => [
    name,
    rows.map((row) => [row.at, row.cells[name] === '' ? 0 : numberIn(row, name, place) * factor] as const),
  ])
  return {
    gauges: Object.fromEntries(gauges),
    step,
    gaps: moments.slice(1).flatMap(([at], i) => {
      const before = (moments[i] as readonly [number, number])[0]
      return at - before > 1.5 * step ? [before] : []
    }),
  }
}
