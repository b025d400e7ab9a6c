import { called } from './read.ts'
import type { Element, Flow, Problem, ProblemCode, Process } from './types.ts'

/** What a reader of expressions says of one: why it cannot be read, undefined where it can. */
export type CheckExpression = (expression: string) => string | undefined

/** Everything in a process that would leave a case standing, or could not be run at all. */
export function checkProcess(process: Process, expression: CheckExpression): readonly Problem[] {
  const reachable = reachableIn(process)
  const begun = [...process.elements.values()].some(
    ({ kind, within }) => kind === 'start' && within === process.id,
  )
  return [
    ...(begun ? [] : [{ code: 'START', place: process.id, what: called(process) } as const]),
    ...[...process.elements.values()].flatMap((element) =>
      CHECKS.flatMap((check) => check({ process, reachable, element, expression })),
    ),
  ]
}

/** Where a token can come to, from what begins by itself along the flows. */
function reachableIn({ elements, flows }: Process): ReadonlySet<string> {
  const reached = new Set<string>()
  const look = (id: string) => {
    const element = elements.get(id)
    if (!element || reached.has(id)) return
    reached.add(id)
    for (const flow of element.outgoing) look(flows.get(flow)?.to as string)
    element.boundary.forEach(look)
  }
  for (const element of elements.values())
    if (begins(element) && element.kind !== 'boundary') look(element.id)
  return reached
}

interface Looked {
  readonly process: Process
  readonly reachable: ReadonlySet<string>
  readonly element: Element
  readonly expression: CheckExpression
}
type Check = (looked: Looked) => readonly Problem[]

const problem = (code: ProblemCode, element: Element, value?: string): readonly Problem[] => [
  { code, place: element.id, what: called(element), ...(value === undefined ? {} : { value }) },
]
const flowsOf = ({ flows }: Process, ids: readonly string[]): readonly Flow[] =>
  ids.flatMap((id) => flows.get(id) ?? [])

const starts: Check = ({ process, element }) => {
  const holds = element.kind === 'subProcess' || element.kind === 'eventSubProcess'
  if (!holds) return []
  const inside = [...process.elements.values()].filter(
    ({ kind, within }) => kind === 'start' && within === element.id,
  )
  const type = inside[0]?.event?.type
  if (inside.length !== 1) return problem('START', element, String(inside.length))
  if (element.kind === 'subProcess') return type === 'none' ? [] : problem('START', element, type)
  return type && ['timer', 'message', 'signal', 'error', 'escalation'].includes(type)
    ? []
    : problem('START', element, type)
}

/** Stands apart from the flow: begins by itself, by an event, or only to undo. */
const begins = ({ kind, undoes }: Element) =>
  kind === 'start' || kind === 'boundary' || kind === 'eventSubProcess' || undoes !== undefined

const reached: Check = ({ reachable, element }) => [
  ...(begins(element) && element.incoming.length > 0 ? problem('FLOW', element, 'incoming') : []),
  ...(reachable.has(element.id) ? [] : problem('UNREACHABLE', element)),
]

const left: Check = ({ element }) => {
  const ends = element.kind === 'end' || element.kind === 'eventSubProcess' || element.undoes !== undefined
  const undoing = element.kind === 'boundary' && element.event?.type === 'compensation'
  if (ends || undoing) return element.outgoing.length === 0 ? [] : problem('FLOW', element, 'outgoing')
  const must = ['start', 'boundary', 'exclusive', 'parallel', 'inclusive', 'eventBased', 'catch']
  return must.includes(element.kind) && element.outgoing.length === 0
    ? problem('FLOW', element, 'outgoing')
    : []
}

const conditions: Check = ({ process, element, expression }) => {
  const out = flowsOf(process, element.outgoing)
  const chooses = element.kind === 'exclusive' || element.kind === 'inclusive'
  const missing =
    chooses && out.length > 1
      ? out.filter(({ id, condition }) => condition === undefined && id !== element.otherwise)
      : []
  const unread = out.flatMap(({ condition }) =>
    condition === undefined ? [] : (expression(condition) ?? []),
  )
  return [
    ...missing.flatMap(({ name, id }) => problem('CONDITION', element, name ?? id)),
    ...unread.flatMap((why) => problem('EXPRESSION', element, why)),
  ]
}

const said: Check = ({ element }) => {
  const { event, kind, loop, calls } = element
  const unsaid: string[] = []
  if (event?.type === 'timer' && !event.timer) unsaid.push('timer')
  if ((event?.type === 'message' || event?.type === 'signal') && !event.ref) unsaid.push(event.type)
  if (event?.type === 'error' && kind === 'end' && !event.ref) unsaid.push('error')
  if (kind === 'call' && !calls) unsaid.push('calledElement')
  if (kind === 'rule' && !calls) unsaid.push('decision')
  if (loop && !loop.times && !loop.over) unsaid.push('loop')
  return unsaid.flatMap((value) => problem('UNSAID', element, value))
}

const loops: Check = ({ element, expression }) =>
  [element.loop?.times, element.loop?.over, element.loop?.until].flatMap((text) => {
    const why = text === undefined ? undefined : expression(text)
    return why === undefined ? [] : problem('EXPRESSION', element, why)
  })

/** Which events the standard, or this engine, has no meaning for at a place. */
const events: Check = ({ process, element }) => {
  const { kind, event, interrupting } = element
  if (!event) return []
  const top = process.id === element.within
  const allowed: Readonly<Record<string, readonly string[]>> = {
    start: top
      ? ['none', 'message', 'signal', 'timer']
      : ['none', 'message', 'signal', 'timer', 'error', 'escalation'],
    end: ['none', 'message', 'signal', 'error', 'escalation', 'compensation', 'terminate'],
    throw: ['none', 'message', 'signal', 'escalation', 'compensation'],
    catch: ['message', 'signal', 'timer'],
    boundary: ['message', 'signal', 'timer', 'error', 'escalation', 'compensation'],
    receive: ['message'],
    send: ['message'],
  }
  if (!allowed[kind]?.includes(event.type)) return problem('UNSUPPORTED', element, event.type)
  return event.type === 'error' && !interrupting ? problem('UNSUPPORTED', element, 'error') : []
}

const eventGateways: Check = ({ process, element }) => {
  if (element.kind !== 'eventBased') return []
  const wrong = flowsOf(process, element.outgoing).filter(({ to }) => {
    const kind = process.elements.get(to)?.kind
    return kind !== 'catch' && kind !== 'receive'
  })
  return wrong.length > 0 || element.outgoing.length < 2 ? problem('EVENT_GATEWAY', element) : []
}

const uncaught: Check = ({ process, element }) => {
  const { event, kind } = element
  if (kind !== 'end' || event?.type !== 'error') return []
  const catches = (each: Element) =>
    each.event?.type === 'error' && (each.event.ref === undefined || each.event.ref === event.ref)
  const all = [...process.elements.values()]
  for (let scope = element.within; ; ) {
    const inside = all.some(
      (each) => each.kind === 'start' && catches(each) && process.elements.get(each.within)?.within === scope,
    )
    const edge = all.some((each) => each.attachedTo === scope && catches(each))
    if (inside || edge) return []
    const host = process.elements.get(scope)
    if (!host)
      return event.ref && process.throws.includes(event.ref) ? [] : problem('UNCAUGHT', element, event.ref)
    scope = host.within
  }
}

const undoing: Check = ({ process, element }) => {
  const { event, undoes, attachedTo } = element
  if (undoes !== undefined) return process.elements.has(undoes) ? [] : problem('COMPENSATION', element)
  if (event?.type !== 'compensation') return []
  if (element.kind === 'boundary')
    return process.elements.get(attachedTo as string)?.undoneBy ? [] : problem('COMPENSATION', element)
  const { activity } = event
  return activity === undefined || process.elements.has(activity) ? [] : problem('COMPENSATION', element)
}

const CHECKS: readonly Check[] = [
  starts,
  reached,
  left,
  conditions,
  said,
  loops,
  events,
  eventGateways,
  uncaught,
  undoing,
]
