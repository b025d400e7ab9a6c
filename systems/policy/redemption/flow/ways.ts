/** What a diagram of redemption lets be done where: read off it once, for buttons, for checks and for moving a claim on. */
import type { Element, Process } from '../../../../engines/bpmn/index.ts'
import type { Actor } from '../../../../kernel/access/actor.ts'
import { ACTS, type Act, mayNow, notOpen, requireMay, type Situation, VERBS, type Verb } from '../verbs.ts'
import { CLAIM_STATES, type ClaimState } from '../words.ts'

/** One verb that is open to claims in one state. */
export interface Way {
  readonly act: Act
  readonly from: ClaimState
  /** The element at which a case waits for it: a task, a message, or the start event by which a new case begins. */
  readonly at: string
}

const read = new WeakMap<Process, readonly Way[]>()

/** The services named like verbs that a case comes to from a task, gateway or message without waiting again. */
export function waysOf(process: Process): readonly Way[] {
  const known = read.get(process)
  if (known) return known
  const ways = [...process.elements.values()].flatMap((element) => waysAt(process, element))
  read.set(process, ways)
  return ways
}

function waysAt(process: Process, element: Element): readonly Way[] {
  const from = stateOf(element)
  if (!from) return []
  const messages =
    element.kind === 'eventBased' ? nextOf(process, element) : elements(process, element.boundary)
  const waiting = element.kind === 'eventBased' ? messages : [element, ...messages]
  return waiting.flatMap((each) => actsBehind(process, each).map((act) => ({ act, from, at: each.id })))
}

/** The state of claims that wait there: the element's name as the program knows it, or what the diagram says it is. */
const stateOf = ({ id, kind, given }: Element): ClaimState | undefined => {
  const name = given.state ?? (kind === 'user' ? id : '')
  return Object.hasOwn(CLAIM_STATES, name) ? (name as ClaimState) : undefined
}

const elements = (process: Process, ids: readonly string[]): readonly Element[] =>
  ids.flatMap((id) => process.elements.get(id) ?? [])
const nextOf = (process: Process, { outgoing }: Element): readonly Element[] =>
  elements(
    process,
    outgoing.flatMap((id) => process.flows.get(id)?.to ?? []),
  )

function actsBehind(process: Process, from: Element): readonly Act[] {
  return nextOf(process, from).flatMap((next) => {
    if (next.kind === 'exclusive') return actsBehind(process, next)
    const act = ACTS.find((each) => next.kind === 'service' && each === next.given.service)
    return act ? [act] : []
  })
}

/** A verb with all states from which the diagram leads by it. */
export interface Step extends Verb {
  readonly act: Act
  readonly from: readonly ClaimState[]
}

export const stepsOf = (ways: readonly Way[]): readonly Step[] =>
  (Object.keys(VERBS) as Act[]).map((act) => ({
    act,
    ...VERBS[act],
    from: [...new Set(ways.filter((way) => way.act === act).map(({ from }) => from))],
  }))

/** The step that may be taken now. @throws GaoxinError CLAIM_STEP, CLAIM_ROLE or the guard's code */
export function stepOf(steps: readonly Step[], act: Act, at: Situation, actor: Actor): Step {
  const step = steps.find((each) => each.act === act && each.from.includes(at.state))
  if (!step) throw notOpen(act, at.state)
  requireMay(act, at, actor)
  return step
}

/** What the actor may do now, whatever has still to be given with it: a page shows these buttons. */
export const stepsFor = (steps: readonly Step[], at: Situation, actor: Actor): readonly Step[] =>
  steps.filter(({ act, from }) => from.includes(at.state) && mayNow(act, at, actor))
