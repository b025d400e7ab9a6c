import { random } from '../../../kernel/sample/random.ts'
import { flow, level, rain, STEP_MS } from '../twin/quantities.ts'
import { BEGINS, DAYS_HOURS, rainAt } from './days.ts'
import type { NetworkRows } from './network.ts'
import { FINENESS, recordedDays } from './recorded.ts'

const HOUR = 3_600_000
/** Hours after which the stuck device says the same, and what. */
const STUCK_AFTER = 60
const STUCK_AT = 0.213
const SILENT_AFTER = 8.5 * 24
/** m a day. */
const DRIFT = 0.035

/** What is wrong at a sensor of the demonstration, for the diagnosis to find: with the network that the engine ran, or with the device. */
export type PutIn = 'mixed' | 'infiltration' | 'blockage' | 'stuck' | 'drift' | 'range' | 'silent'

export interface Monitor {
  readonly device: string
  readonly measures: 'level' | 'flow' | 'rain'
  readonly node: string | null
  readonly link: string | null
  readonly putIn: PutIn | undefined
  /** From the bottom to the ground, m; of a level. */
  readonly depth: number
  readonly noise: number
}

const two = (i: number) => String(i + 1).padStart(2, '0')

/** Where the sensors of the diagnosis stand, and what is wrong there. */
export function monitors({ links, nodes }: NetworkRows): readonly Monitor[] {
  const depths = new Map(nodes.map(({ id, depth }) => [id, Number(depth)]))
  const conduits = (network: string, least: number) =>
    links.filter((link) => link.network === network && link.kind === 'conduit' && Number(link.size) >= least)
  const sewers = conduits('sewage', 0.4)
  const drains = conduits('rain', 0.8)
  const pick = <T>(list: readonly T[], of: number, count: number): T =>
    list[Math.floor(((of + 0.5) * list.length) / count)] as T
  const levelAt = (device: string, node: string, putIn?: PutIn): Monitor => {
    const depth = depths.get(node) ?? 3
    return { device, measures: 'level', node, link: null, putIn, depth, noise: 0.02 }
  }
  const flows = (kind: 'S' | 'R', list: typeof sewers, put: readonly (PutIn | undefined)[]) =>
    put.map((putIn, i): Monitor => {
      const link = pick(list, i, put.length).id
      return {
        device: `ZD-${kind}${two(i)}`,
        measures: 'flow',
        node: null,
        link,
        putIn,
        depth: 0,
        noise: 0.04,
      }
    })
  const pairs = (['blockage', undefined] as const).flatMap((putIn, i): Monitor[] => {
    const upper = pick(sewers, i, 2)
    const lower = below(links, upper, 2)
    return [levelAt(`ZD-U${two(i)}`, upper.from_node, putIn), levelAt(`ZD-D${two(i)}`, lower)]
  })
  const faults = ['stuck', undefined, 'drift', 'range', undefined, 'silent'] as const
  const levels = faults.map((putIn, i) =>
    levelAt(`ZD-L${two(i)}`, pick(drains, i, faults.length).from_node, putIn),
  )
  return [
    ...flows('S', sewers, [undefined, 'infiltration', undefined]),
    ...flows('R', drains, [undefined, 'mixed', undefined]),
    ...pairs,
    ...levels,
    { device: 'ZD-G01', measures: 'rain', node: null, link: null, putIn: undefined, depth: 0, noise: 0.05 },
  ]
}

/** So many conduits further down. */
function below(links: NetworkRows['links'], from: NetworkRows['links'][number], steps: number): string {
  let node = from.to_node
  for (let i = 0; i < steps; i++)
    node = links.find((link) => link.from_node === node && link.kind === 'conduit')?.to_node ?? node
  return node
}

/** What a device says of what is so, by the hours since the beginning; nothing of one that is silent. */
function said(
  { putIn, depth, noise }: Monitor,
  exact: number,
  hours: number,
  shake: number,
): number | undefined {
  const own = Math.max(0, exact * (1 + noise * shake))
  if (putIn === 'stuck') return hours > STUCK_AFTER ? STUCK_AT : own
  if (putIn === 'silent') return hours > SILENT_AFTER ? undefined : own
  if (putIn === 'range') return Math.round(hours * 12) % 23 === 0 ? depth + 3 : own
  return putIn === 'drift' ? own + (DRIFT * hours) / 24 : own
}

/**
 * Readings of all of them from the beginning to a moment, by the zone's clock: what the engine ran, with noise and with what is
 * wrong with some devices.
 */
export function monitoredReadings(plan: readonly Monitor[], until: number, seed: string) {
  const { series } = recordedDays()
  const quantities = { level: level.id, flow: flow.id, rain: rain.id }
  return plan.flatMap((one) => {
    const { device, measures } = one
    const stream = random(seed, device)
    const readings: { device: string; quantity: string; at: number; value: number }[] = []
    const ran = series[device] ?? []
    for (let i = 0; i < (DAYS_HOURS * HOUR) / STEP_MS; i++) {
      // As the engine reports: at the end of each step.
      const at = BEGINS + (i + 1) * STEP_MS
      const hours = (at - BEGINS) / HOUR
      const shake = 2 * stream.next() - 1
      if (at > until) break
      const exact = measures === 'rain' ? rainAt(hours, STEP_MS / HOUR) : (ran[i] ?? 0) / FINENESS[measures]
      const value = said(one, exact, hours, shake)
      if (value === undefined) continue
      const digits = measures === 'flow' ? 6 : measures === 'rain' ? 3 : 4
      readings.push({ device, quantity: quantities[measures], at, value: Number(value.toFixed(digits)) })
    }
    return readings
  })
}
