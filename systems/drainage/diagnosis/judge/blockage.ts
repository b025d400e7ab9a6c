import { atMost, type Finding, tidy } from '../finding.ts'
import type { Limits } from '../limits.ts'
import { byDay, isDry, median, rainByDay, type Watch, type Watched } from '../watched.ts'

/**
 * 淤堵: on dry days water stands high in a pipe while it is low at the next sensor below, or while hardly anything flows.
 */
export function blockage(one: Watched, watch: Watch, limits: Limits): Finding | undefined {
  if (one.measures !== 'level' || !one.size) return undefined
  const up = dryMedian(one, watch, limits)
  if (!up) return undefined
  const fill = up.value / one.size
  if (fill <= limits.blockage.fill) return undefined
  for (const id of one.below) {
    const beside = watch.sensors.find(({ sensor }) => sensor === id)
    const down = beside && dryMedian(beside, watch, limits)
    if (!beside || !down) continue
    const isLevel = beside.measures === 'level'
    const whole = isLevel ? beside.size : beside.full
    if (!whole) continue
    const share = down.value / whole
    const most = isLevel ? limits.blockage.below : limits.blockage.flow
    if (share > most) return undefined
    return {
      kind: 'blockage',
      sensor: one.sensor,
      beside: id,
      from: one.points[0]?.[0] ?? 0,
      to: one.points.at(-1)?.[0] ?? 0,
      value: tidy(fill * 100, 0),
      limit: limits.blockage.fill * 100,
      unit: '%',
      confidence: atMost(0.5 + 0.25 * Math.min(1, fill - limits.blockage.fill) + 0.2 * (1 - share / most)),
      numbers: { level: tidy(up.value), size: one.size, below: tidy(share * 100, 0), dryDays: up.days },
    }
  }
  return undefined
}

function dryMedian({ points }: Watched, { rain }: Watch, { rainDay, dryDays }: Limits) {
  const wet = rainByDay(rain)
  const days = [...byDay(points)].filter(([day]) => isDry(wet, day, rainDay))
  return days.length < dryDays
    ? undefined
    : { value: median(days.map(([, values]) => median(values))), days: days.length }
}
