import type { Finding } from '../finding.ts'
import type { Limits } from '../limits.ts'
import type { Watch } from '../watched.ts'
import { blockage } from './blockage.ts'
import { deviceFault } from './device.ts'
import { infiltration } from './infiltration.ts'
import { mixed } from './mixed.ts'

const OF_THE_NETWORK = [mixed, infiltration, blockage]

/** What is wrong, by the sensors: first with them, and then, by those that nothing is wrong with, with the network. */
export function judge(watch: Watch, limits: Limits): readonly Finding[] {
  const known = watch.sensors.filter(({ points }) => points.length > 0)
  const faults = known.flatMap((one) => deviceFault(one, watch, limits) ?? [])
  const faulty = new Set(faults.map(({ sensor }) => sensor))
  const sound = { ...watch, sensors: known.filter(({ sensor }) => !faulty.has(sensor)) }
  const found = sound.sensors.flatMap((one) =>
    OF_THE_NETWORK.flatMap((rule) => rule(one, sound, limits) ?? []),
  )
  const ended = (finding: Finding) => ({ ...finding, to: Math.min(finding.to, watch.newest) })
  return [...found, ...faults].map(ended)
}
