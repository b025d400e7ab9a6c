import type { NetworkRows } from '../../model/index.ts'

/** What is wrong with a device of the demonstration, on purpose. */
export type Fault = 'stuck' | 'drift' | 'silent'

/** A device of the demonstration and what it measures. */
export interface Planned {
  /** Code and id of the device. */
  readonly device: string
  readonly measures: 'level' | 'flow' | 'rain'
  /** Id of the node or link; null of a rain gauge. */
  readonly node: string | null
  readonly link: string | null
  readonly fault: Fault | undefined
}

const FAULTS: Readonly<Record<number, Fault>> = { 6: 'stuck', 13: 'drift', 20: 'silent' }

/** Where devices stand: levels evenly over the rain network, flows in its large pipes, rain gauges. */
export function sensorPlan(
  { nodes, links }: NetworkRows,
  counts: { readonly levels: number; readonly flows: number; readonly gauges: number } = {
    levels: 25,
    flows: 6,
    gauges: 4,
  },
): readonly Planned[] {
  const touched = new Set(links.flatMap(({ from, to }) => [from, to]))
  const manholes = nodes.filter(
    ({ id, kind, network }) => kind === 'junction' && network === 'rain' && touched.has(id),
  )
  const large = links
    .filter(({ kind, network }) => kind === 'conduit' && network === 'rain')
    .toSorted((one, other) => (other.size ?? 0) - (one.size ?? 0))
    .slice(0, counts.flows * 10)
  const at = { node: null, link: null, fault: undefined }
  return [
    ...evenly(manholes, counts.levels).map(
      ({ id }, i): Planned => ({
        ...at,
        device: `PS-Y${two(i)}`,
        measures: 'level',
        node: id,
        fault: FAULTS[i],
      }),
    ),
    ...evenly(large, counts.flows).map(
      ({ id }, i): Planned => ({ ...at, device: `PS-L${two(i)}`, measures: 'flow', link: id }),
    ),
    ...Array.from(
      { length: counts.gauges },
      (_, i): Planned => ({ ...at, device: `PS-R${two(i)}`, measures: 'rain' }),
    ),
  ]
}

const two = (i: number) => String(i + 1).padStart(2, '0')
const evenly = <T>(list: readonly T[], count: number): readonly T[] =>
  Array.from({ length: Math.min(count, list.length) }, (_, i) => {
    const step = list.length / Math.min(count, list.length)
    return list[Math.floor((i + 0.5) * step)] as T
  })
