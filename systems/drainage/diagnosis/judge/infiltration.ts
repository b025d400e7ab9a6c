import { atMost, type Finding, tidy } from '../finding.ts'
import type { Limits } from '../limits.ts'
import { DAY, dayOf, HOUR, isDry, median, rainByDay, type Watch, type Watched } from '../watched.ts'

/** Of the day, when hardly anybody sends sewage. */
const NIGHT = [2, 5] as const

/**
 * 入渗: the flow of a sewer in the night after a day of rain, over that of dry nights. At night there is little sewage, and the
 * rain itself has run off: what is left comes out of the ground.
 */
export function infiltration(one: Watched, { rain }: Watch, limits: Limits): Finding | undefined {
  if (one.measures !== 'flow' || one.network !== 'sewage') return undefined
  const days = rainByDay(rain)
  const nights = nightsOf(one)
  const dry = [...nights].filter(([day]) => isDry(days, day, limits.rainDay)).map(([, flow]) => flow)
  const after = [...nights].filter(
    ([day]) =>
      (days.get(day - DAY) ?? 0) > limits.infiltration.rain && (days.get(day) ?? 0) <= limits.rainDay,
  )
  if (dry.length < limits.dryDays || after.length === 0) return undefined
  const usual = median(dry)
  const raised = median(after.map(([, flow]) => flow))
  const share = raised / usual - 1
  if (!(usual > 0) || share <= limits.infiltration.share) return undefined
  // Dry nights that differ as much as the wet ones say nothing.
  const spread = (Math.max(...dry) - Math.min(...dry)) / usual
  const [first] = after[0] as readonly [number, number]
  return {
    kind: 'infiltration',
    sensor: one.sensor,
    from: first - 2 * DAY,
    to: first + 3 * DAY,
    value: tidy(share * 100, 0),
    limit: limits.infiltration.share * 100,
    unit: '%',
    confidence: atMost(0.4 + 0.15 * Math.min(2, after.length) + 0.3 * Math.max(0, 1 - spread / share)),
    numbers: {
      dryNights: dry.length,
      wetNights: after.length,
      dryFlow: tidy(usual * 1000, 2),
      wetFlow: tidy(raised * 1000, 2),
    },
  }
}

/** The median flow of each night, by its day. */
function nightsOf({ points }: Watched): ReadonlyMap<number, number> {
  const nights = new Map<number, number[]>()
  for (const [at, value] of points) {
    const day = dayOf(at)
    const hour = (at - day) / HOUR
    if (hour < NIGHT[0] || hour >= NIGHT[1]) continue
    const known = nights.get(day)
    if (known) known.push(value)
    else nights.set(day, [value])
  }
  return new Map([...nights].map(([day, values]) => [day, median(values)]))
}
