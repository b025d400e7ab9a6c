import { HydraulicsError } from '../errors.ts'
import { addRows, mapRows } from '../model/edit/rows.ts'
import { clock, rowsOfSeries } from '../model/elements.ts'
import { idOf } from '../model/text.ts'
import type { Model } from '../model/types.ts'
import type { RainTable } from './rainTable.ts'

const HOUR = 3_600_000

/**
 * Lets gauges read the rain that was measured there; others keep theirs.
 * @throws HydraulicsError hydraulics/no-such-object where the model has no such gauge
 */
export function setGaugeRain(model: Model, { gauges, step }: Pick<RainTable, 'gauges' | 'step'>): Model {
  const series = new Map(Object.keys(gauges).map((gauge) => [idOf(gauge), `RAIN_${gauge}`]))
  const names = new Set([...series.values()].map(idOf))
  const missing = new Set(series.keys())
  const bare = mapRows(model, 'TIMESERIES', (cells) =>
    names.has(idOf(cells[0] as string)) ? undefined : cells,
  )
  const reading = mapRows(bare, 'RAINGAGES', (cells) => {
    const id = idOf(cells[0] as string)
    const name = series.get(id)
    if (name === undefined) return cells
    missing.delete(id)
    return [cells[0] as string, 'INTENSITY', clock(step / 1000), '1.0', 'TIMESERIES', name]
  })
  const none = Object.keys(gauges).find((gauge) => missing.has(idOf(gauge)))
  if (none !== undefined) throw new HydraulicsError('hydraulics/no-such-object', none)
  return addRows(
    reading,
    Object.entries(gauges).flatMap(([gauge, points]) => {
      const start = points[0]?.[0] ?? 0
      const hours = points.map(([at, value]) => [(at - start) / HOUR, value] as const)
      return rowsOfSeries({
        id: `RAIN_${gauge}`,
        start: new Date(start).toISOString().slice(0, 19),
        points: hours,
      })
    }),
  )
}
