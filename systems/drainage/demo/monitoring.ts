import { ZONE_MS } from '../../../kernel/calendar/moments.ts'
import { random } from '../../../kernel/sample/random.ts'
import { flow, level, rain, STEP_MS } from '../twin/quantities.ts'
import type { NetworkRows } from './network.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
export const MONITORED_DAYS = 10
/** Hours after which the stuck device says the same. */
const STUCK_AFTER = 60

/** What is put in at a sensor of the demonstration, for the diagnosis to find. */
export type PutIn = 'mixed' | 'infiltration' | 'blockage' | 'stuck' | 'drift' | 'range' | 'silent'

/** What a sensor would say without noise: m, m³/s or mm, by the clock of the zone and the hours since the beginning. */
type Says = (local: number, hours: number) => number

interface Monitor {
  readonly device: string
  readonly measures: 'level' | 'flow' | 'rain'
  readonly node: string | null
  readonly link: string | null
  readonly putIn: PutIn | undefined
  readonly says: Says
  readonly noise: number
}

/** Hours since the beginning at which it rains, how long, and how many mm. */
const RAINS = [
  { begins: 3 * 24 + 14, lasts: 4, mm: 22 },
  { begins: 6 * 24 + 19, lasts: 3, mm: 14 },
] as const

/** What falls in the step before a moment, mm. */
const rainAt = (hours: number): number =>
  RAINS.reduce(
    (sum, { begins, lasts, mm }) =>
      hours > begins && hours <= begins + lasts ? sum + (mm * STEP_MS) / (lasts * HOUR) : sum,
    0,
  )
/** A pipe that fills while it rains and empties after it, 0 to about 1. */
const runoff = (hours: number): number =>
  RAINS.reduce((sum, { begins, lasts, mm }) => {
    const since = hours - begins
    if (since <= 0) return sum
    const filled = 1 - Math.exp(-Math.min(since, lasts) / 0.8)
    return sum + (mm / 22) * filled * (since > lasts ? Math.exp(-(since - lasts) / 0.8) : 1)
  }, 0)
/** Groundwater that comes in for days after rain, 0 to about 1. */
const seeping = (hours: number): number =>
  RAINS.reduce(
    (sum, { begins, lasts, mm }) =>
      hours > begins + lasts ? sum + (mm / 22) * Math.exp(-(hours - begins - lasts) / 36) : sum,
    0,
  )
/** How sewage swings over a day, mean 1. */
const people = (local: number): number => {
  const hour = (local % DAY) / HOUR
  return (
    1 + 0.45 * Math.sin((Math.PI * (hour - 5)) / 8) * (hour > 5 && hour < 21 ? 1 : 0) - (hour < 5 ? 0.4 : 0)
  )
}

const two = (i: number) => String(i + 1).padStart(2, '0')

/** Where the sensors of the diagnosis stand, and what they would say. */
export function monitors({ links, nodes }: NetworkRows): readonly Monitor[] {
  const depths = new Map(nodes.map(({ id, depth }) => [id, Number(depth)]))
  const conduits = (network: string, least: number) =>
    links.filter((link) => link.network === network && link.kind === 'conduit' && Number(link.size) >= least)
  const sewers = conduits('sewage', 0.4)
  const drains = conduits('rain', 0.8)
  const pick = <T>(list: readonly T[], of: number, count: number): T =>
    list[Math.floor(((of + 0.5) * list.length) / count)] as T
  const flows = (kind: 'S' | 'R', list: typeof sewers, put: readonly (PutIn | undefined)[]): Monitor[] =>
    put.map((putIn, i) => {
      const usual = kind === 'S' ? 0.008 + 0.004 * i : 0.00002
      const says = (local: number, hours: number) =>
        kind === 'S'
          ? usual * (people(local) + 0.05 * runoff(hours) + (putIn ? 0.7 * seeping(hours) : 0))
          : usual + 0.12 * runoff(hours) + (putIn ? 0.0025 * people(local) : 0)
      const link = pick(list, i, put.length).id
      return { device: `ZD-${kind}${two(i)}`, measures: 'flow', node: null, link, putIn, says, noise: 0.04 }
    })
  const pairs = (['blockage', undefined] as const).flatMap((putIn, i): Monitor[] => {
    const upper = pick(sewers, i, 2)
    const lower = below(links, upper, 2)
    const size = Number(upper.size)
    const high = putIn ? 0.82 : 0.32
    const at = { measures: 'level', link: null, noise: 0.02 } as const
    const says = (fill: number) => (local: number, hours: number) =>
      size * fill * (0.85 + 0.15 * people(local) + 0.05 * runoff(hours))
    return [
      { ...at, device: `ZD-U${two(i)}`, node: upper.from_node, putIn, says: says(high) },
      { ...at, device: `ZD-D${two(i)}`, node: lower, putIn: undefined, says: says(0.25) },
    ]
  })
  const faults = ['stuck', undefined, 'drift', 'range', undefined, 'silent'] as const
  const levels = faults.map((putIn, i): Monitor => {
    const { from_node: node } = pick(drains, i, faults.length)
    const sound: Says = (_, hours) => 0.12 + 0.5 * runoff(hours)
    const over = (depths.get(node) ?? 3) + 3
    const wrong: Partial<Record<PutIn, Says>> = {
      stuck: (local, hours) => (hours > STUCK_AFTER ? 0.213 : sound(local, hours)),
      drift: (local, hours) => sound(local, hours) + (0.035 * hours) / 24,
      range: (local, hours) => (Math.round(hours * 12) % 23 === 0 ? over : sound(local, hours)),
      silent: (local, hours) => (hours > 8.5 * 24 ? Number.NaN : sound(local, hours)),
    }
    const says = (putIn && wrong[putIn]) ?? sound
    return { device: `ZD-L${two(i)}`, measures: 'level', node, link: null, putIn, says, noise: 0.03 }
  })
  return [
    ...flows('S', sewers, [undefined, 'infiltration', undefined]),
    ...flows('R', drains, [undefined, 'mixed', undefined]),
    ...pairs,
    ...levels,
    {
      device: 'ZD-G01',
      measures: 'rain',
      node: null,
      link: null,
      putIn: undefined,
      says: (_, hours) => rainAt(hours),
      noise: 0.05,
    },
  ]
}

/** So many conduits further down. */
function below(links: NetworkRows['links'], from: NetworkRows['links'][number], steps: number): string {
  let node = from.to_node
  for (let i = 0; i < steps; i++)
    node = links.find((link) => link.from_node === node && link.kind === 'conduit')?.to_node ?? node
  return node
}

/** Readings of all of them over the days before a moment. A stuck device says the same to the last digit. */
export function monitoredReadings(plan: readonly Monitor[], until: number, seed: string) {
  const last = Math.floor(until / STEP_MS) * STEP_MS
  // Days begin at midnight of the zone, as people's days do.
  const begins = Math.ceil((last + ZONE_MS - MONITORED_DAYS * DAY) / DAY) * DAY - ZONE_MS
  const quantities = { level: level.id, flow: flow.id, rain: rain.id }
  return plan.flatMap(({ device, measures, putIn, says, noise }) => {
    const stream = random(seed, device)
    const readings: { device: string; quantity: string; at: number; value: number }[] = []
    for (let at = begins; at <= last; at += STEP_MS) {
      const hours = (at - begins) / HOUR
      const exact = says(at + ZONE_MS, hours)
      const shake = 1 + noise * (2 * stream.next() - 1)
      if (Number.isNaN(exact)) continue
      const isHeld = putIn === 'stuck' && hours > STUCK_AFTER + 1
      const digits = measures === 'flow' ? 6 : measures === 'rain' ? 3 : 4
      const value = Number((isHeld ? exact : exact * shake).toFixed(digits))
      readings.push({ device, quantity: quantities[measures], at, value })
    }
    return readings
  })
}
