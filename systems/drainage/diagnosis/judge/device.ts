import { atMost, type Finding, tidy } from '../finding.ts'
import type { Limits } from '../limits.ts'
import { byDay, DAY, HOUR, isDry, median, rainByDay, type Watch, type Watched } from '../watched.ts'

type Judge = (one: Watched, watch: Watch, limits: Limits) => Finding | undefined

/** 失联: nothing for hours while others go on. */
const silent: Judge = (one, { newest }, { silent: { hours } }) => {
  const last = one.points.at(-1)?.[0]
  if (last === undefined) return undefined
  const since = (newest - last) / HOUR
  if (since <= hours) return undefined
  const found = { value: tidy(since, 1), limit: hours, unit: 'h', confidence: 0.95, numbers: {} }
  return { kind: 'silent', sensor: one.sensor, from: last - DAY, to: newest, ...found }
}

/** 超量程: readings that cannot be. */
const range: Judge = (one, _, { range: { share, over } }) => {
  const most = one.measures === 'level' && one.depth !== null ? one.depth + over : Number.POSITIVE_INFINITY
  const least = one.measures === 'level' ? 0 : Number.NEGATIVE_INFINITY
  const wrong = one.points.filter(([, value]) => value < least || value > most)
  const [first, last] = [wrong[0], wrong.at(-1)]
  const found = wrong.length / one.points.length
  if (!first || !last || found <= share) return undefined
  return {
    kind: 'range',
    sensor: one.sensor,
    from: first[0] - 6 * HOUR,
    to: last[0] + 6 * HOUR,
    value: tidy(found * 100, 1),
    limit: share * 100,
    unit: '%',
    confidence: atMost(0.6 + 5 * found),
    numbers: {
      readings: wrong.length,
      least: tidy(Math.min(...wrong.map(([, value]) => value)), 2),
      most: tidy(Math.max(...wrong.map(([, value]) => value)), 2),
    },
  }
}

/** 卡死: one and the same value for hours. Nothing at all may stand in a pipe for as long as it likes. */
const stuck: Judge = (one, { rain }, { stuck: { hours } }) => {
  let [from, to, since] = [0, 0, 0]
  for (const [i, [at, value]] of one.points.entries()) {
    const [before, was] = one.points[i - 1] ?? [at, Number.NaN]
    if (value !== was || at - before > HOUR) since = at
    if (value !== 0 && at - since > to - from) [from, to] = [since, at]
  }
  const lasted = (to - from) / HOUR
  if (lasted < hours) return undefined
  // Rain that leaves it where it is speaks against it.
  const fell = rain.reduce((sum, [at, mm]) => (at > from && at <= to ? sum + mm : sum), 0)
  return {
    kind: 'stuck',
    sensor: one.sensor,
    from: from - 12 * HOUR,
    to: to + 12 * HOUR,
    value: tidy(lasted, 1),
    limit: hours,
    unit: 'h',
    confidence: atMost(0.5 + 0.2 * Math.min(1, lasted / hours - 1) + (fell > 2 ? 0.25 : 0)),
    numbers: { rain: tidy(fell, 1) },
  }
}

/** 漂移: dry days, which are alike, rise or fall along a line. */
const drift: Judge = (one, { rain }, { rainDay, dryDays, mixed, drift: { slope, share, straight } }) => {
  const wet = rainByDay(rain)
  const all = [...byDay(one.points)]
  // Part of a day is not like a whole one.
  const whole = 0.9 * Math.max(...all.map(([, values]) => values.length))
  const days = all
    .filter(([day, values]) => values.length >= whole && isDry(wet, day, rainDay))
    .map(([day, values]) => [day / DAY, median(values)] as const)
  if (days.length < dryDays + 1) return undefined
  const line = lineThrough(days)
  if (stepsOf(days) / line.slope < MOST_OF_IT) return undefined
  const isLevel = one.measures === 'level'
  // What is as good as no flow has no share that says anything.
  if (!isLevel && Math.abs(line.mean) * 1000 < mixed.flow) return undefined
  const steep = isLevel ? line.slope : line.slope / (Math.abs(line.mean) || 1)
  const most = isLevel ? slope : share
  if (Math.abs(steep) <= most || line.explains < straight) return undefined
  return {
    kind: 'drift',
    sensor: one.sensor,
    from: (days[0]?.[0] ?? 0) * DAY,
    to: ((days.at(-1)?.[0] ?? 0) + 1) * DAY,
    value: tidy(steep * 100, 1),
    limit: tidy(most * 100, 1),
    unit: isLevel ? 'cm/d' : '%/d',
    confidence: atMost(line.explains * Math.min(1, 0.5 + Math.abs(steep) / most / 4)),
    numbers: { dryDays: days.length, straight: tidy(line.explains, 2) },
  }
}

/**
 * From one dry day to the next, on average. A device drifts on whatever the weather; what rises with the rain and falls back on the
 * dry days after it is water out of the ground.
 */
function stepsOf(days: readonly (readonly [day: number, value: number])[]): number {
  const steps = days.flatMap(([day, value], i) => {
    const [before, was] = days[i - 1] ?? [Number.NaN, 0]
    return day - before === 1 ? [value - was] : []
  })
  return steps.reduce((sum, step) => sum + step, 0) / steps.length
}
/** Steps within dry stretches are at least so much of the slope of the line through all of them. */
const MOST_OF_IT = 0.75

function lineThrough(points: readonly (readonly [x: number, y: number])[]) {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [mx, my] = [mean(0), mean(1)]
  let [xx, xy, yy] = [0, 0, 0]
  for (const [x, y] of points) {
    xx += (x - mx) ** 2
    xy += (x - mx) * (y - my)
    yy += (y - my) ** 2
  }
  return { slope: xy / xx, explains: yy === 0 ? 0 : xy ** 2 / (xx * yy), mean: my }
}

/** The first that holds: a sensor that says what cannot be is not asked whether it drifts. */
export const deviceFault: Judge = (one, watch, limits) =>
  silent(one, watch, limits) ??
  range(one, watch, limits) ??
  stuck(one, watch, limits) ??
  drift(one, watch, limits)
