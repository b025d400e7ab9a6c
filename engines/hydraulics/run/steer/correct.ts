import { HydraulicsError } from '../../errors.ts'
import type { FlowUnits } from '../../flowUnits.ts'
import type { LinkState, NodeState, State } from './hotStart.ts'
import type { Shape } from './shape.ts'

/** Observations by name, in the units of the model: depths in feet or metres, flows in its flow units. */
export interface Observed {
  readonly depths?: Readonly<Record<string, number>>
  readonly flows?: Readonly<Record<string, number>>
}

/** How much of a flow unit one cubic foot a second is; the engine's own factors. */
const PER_CFS: Readonly<Record<FlowUnits, number>> = {
  CFS: 1,
  GPM: 448.831,
  MGD: 0.64632,
  CMS: 0.02832,
  LPS: 28.317,
  MLD: 2.4466,
}
const PER_FOOT = (units: FlowUnits) => (units === 'CFS' || units === 'GPM' || units === 'MGD' ? 1 : 0.3048)

export const feetOf = (length: number, units: FlowUnits): number => length / PER_FOOT(units)
export const lengthOf = (feet: number, units: FlowUnits): number => feet * PER_FOOT(units)
export const cfsOf = (flow: number, units: FlowUnits): number => flow / PER_CFS[units]
export const flowOf = (cfs: number, units: FlowUnits): number => cfs * PER_CFS[units]

/**
 * A state nudged toward what was observed: each value moves by `gain` of the way from what the model has. The depth in a
 * conduit follows the mean change at its two ends. A new state; the given one stays.
 * @param gain 0 leaves the model as it is, 1 takes the observation
 * @throws HydraulicsError hydraulics/no-such-object, hydraulics/value
 */
export function correctState(state: State, shape: Shape, observed: Observed, gain = 1): State {
  if (!(gain >= 0 && gain <= 1)) throw new HydraulicsError('hydraulics/value', 'gain', String(gain))
  const { flowUnits } = shape
  const depths = valuesOf(observed.depths, shape.nodes, (value) => feetOf(value, flowUnits), 0)
  const flows = valuesOf(observed.flows, shape.links, (value) => cfsOf(value, flowUnits), -Infinity)
  const change = new Map<string, number>()
  const nodes = state.nodes.map((node, i): NodeState => {
    const wanted = depths.get(i)
    if (wanted === undefined) return node
    const depth = node.depth + gain * (wanted - node.depth)
    change.set((shape.nodes[i] as { name: string }).name, depth - node.depth)
    return { ...node, depth }
  })
  const links = state.links.map((link, i): LinkState => {
    const { from, to, kind } = shape.links[i] as Shape['links'][number]
    const wanted = flows.get(i)
    const flow = wanted === undefined ? link.flow : link.flow + gain * (wanted - link.flow)
    const moved = kind === 'CONDUIT' ? ((change.get(from) ?? 0) + (change.get(to) ?? 0)) / 2 : 0
    if (flow === link.flow && moved === 0) return link
    return { ...link, flow, depth: Math.max(0, link.depth + moved) }
  })
  return { ...state, nodes, links }
}

function valuesOf(
  given: Readonly<Record<string, number>> | undefined,
  objects: readonly { readonly name: string }[],
  convert: (value: number) => number,
  least: number,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>()
  for (const [name, value] of Object.entries(given ?? {})) {
    const at = objects.findIndex((object) => object.name === name)
    if (at < 0) throw new HydraulicsError('hydraulics/no-such-object', name)
    if (!Number.isFinite(value) || value < least)
      throw new HydraulicsError('hydraulics/value', name, String(value))
    values.set(at, convert(value))
  }
  return values
}
