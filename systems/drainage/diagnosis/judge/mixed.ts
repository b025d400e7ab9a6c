import { fitDryWeather } from '../../../../engines/hydraulics/fit/index.ts'
import { HydraulicsError } from '../../../../engines/hydraulics/run/index.ts'
import { atMost, type Finding, tidy } from '../finding.ts'
import type { Limits } from '../limits.ts'
import type { Watch, Watched } from '../watched.ts'

/**
 * 混接: water in a rain pipe on dry days. The hours of a day that swing as those of people do speak for sewage; a flow
 * that does not swing may be groundwater or a river.
 */
export function mixed(one: Watched, { rain }: Watch, limits: Limits): Finding | undefined {
  if (one.measures !== 'flow' || one.network !== 'rain' || one.points.length === 0) return undefined
  const fit = dryFlow(one, rain, limits.rainDay)
  const days = (fit?.days.workday ?? 0) + (fit?.days.weekend ?? 0)
  if (!fit || days < limits.dryDays) return undefined
  const litres = fit.average * 1000
  if (litres <= limits.mixed.flow) return undefined
  const swing = Math.max(...fit.workday) - Math.min(...fit.workday)
  const many = Math.min(1, (litres / limits.mixed.flow - 1) / 4)
  return {
    kind: 'mixed',
    sensor: one.sensor,
    from: one.points[0]?.[0] ?? 0,
    to: one.points.at(-1)?.[0] ?? 0,
    value: tidy(litres, 2),
    limit: limits.mixed.flow,
    unit: 'L/s',
    confidence: atMost(0.4 + 0.3 * Math.min(1, swing / 0.6) + 0.25 * many),
    numbers: { dryDays: days, night: tidy(fit.base * 1000, 2), swing: tidy(swing, 2) },
  }
}

/** All days alike: a pipe without sewage has no weekends. Nothing where nothing flows, or no day is dry. */
function dryFlow({ points }: Watched, rain: Watch['rain'], rainDay: number) {
  try {
    return fitDryWeather(points, { rain, rainDay, isWorkday: () => true })
  } catch (error) {
    if (error instanceof HydraulicsError && error.code === 'hydraulics/observed') return undefined
    throw error
  }
}
