import { definitionsOf, list, type Moddle, one, textOf } from './moddle.ts'
import type { Element, EventDefinition, EventType, Flow, Kind, Loop, Problem, Process } from './types.ts'

/** What came of reading a diagram: its processes, and what of it the engine cannot run. */
export interface Reading {
  readonly processes: readonly Process[]
  readonly problems: readonly Problem[]
}

/** Reads BPMN 2.0 XML. What is only drawn (pools, lanes, artifacts) is left out; lanes give `given.lane`. */
export async function readProcesses(xml: string): Promise<Reading> {
  let definitions: Moddle
  try {
    definitions = await definitionsOf(xml)
  } catch (error) {
    return {
      processes: [],
      problems: [{ code: 'XML', place: '', what: 'definitions', value: (error as Error).message }],
    }
  }
  const problems: Problem[] = []
  const processes = list(definitions, 'rootElements')
    .filter((root) => root.$type === 'bpmn:Process')
    .map((root) => readProcess(root, problems))
  return { processes, problems }
}

function readProcess(root: Moddle, problems: Problem[]): Process {
  const elements = new Map<string, Element>()
  const flows = new Map<string, Flow>()
  const lanes = lanesOf(root)
  const undoing = undoingIn(root)
  const scope = (holder: Moddle) => {
    for (const each of list(holder, 'flowElements')) {
      if (each.$type === 'bpmn:SequenceFlow') {
        flows.set(each.id, flowOf(each))
        continue
      }
      // Data is drawn for people to read.
      if (each.$instanceOf('bpmn:ItemAwareElement') || each.$type === 'bpmn:DataObjectReference') continue
      const kind = kindOf(each)
      if (!kind) {
        problems.push({ code: 'UNSUPPORTED', place: each.id, what: called(each), value: each.$type.slice(5) })
        continue
      }
      elements.set(each.id, elementOf(each, kind, holder, { lanes, undoing, problems }))
      if (each.$instanceOf('bpmn:SubProcess')) scope(each)
    }
  }
  scope(root)
  for (const { id, attachedTo } of elements.values()) {
    const host = attachedTo ? elements.get(attachedTo) : undefined
    if (host) elements.set(host.id, { ...host, boundary: [...host.boundary, id] })
  }
  const throws =
    givenOf(root)
      .throws?.split(/[\s,，]+/)
      .filter(Boolean) ?? []
  return { id: root.id, ...(root.name ? { name: root.name } : {}), throws, elements, flows }
}

const KINDS: Readonly<Record<string, Kind>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:Task': 'pass',
  'bpmn:ManualTask': 'pass',
  'bpmn:UserTask': 'user',
  'bpmn:ServiceTask': 'service',
  'bpmn:BusinessRuleTask': 'rule',
  'bpmn:ReceiveTask': 'receive',
  'bpmn:SendTask': 'send',
  'bpmn:CallActivity': 'call',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:EventBasedGateway': 'eventBased',
}

function kindOf(element: Moddle): Kind | undefined {
  if (element.$type === 'bpmn:SubProcess') return element.triggeredByEvent ? 'eventSubProcess' : 'subProcess'
  return KINDS[element.$type]
}

interface Around {
  readonly lanes: ReadonlyMap<string, string>
  readonly undoing: ReadonlyMap<string, string>
  readonly problems: Problem[]
}

function elementOf(
  element: Moddle,
  kind: Kind,
  holder: Moddle,
  { lanes, undoing, problems }: Around,
): Element {
  const event = eventOf(element, kind, problems)
  const loop = loopOf(element, problems)
  const attached = one(element, 'attachedToRef')?.id
  const lane = lanes.get(element.id)
  const calls = callOf(element)
  const handler = kind === 'boundary' ? undefined : undoing.get(element.id)
  return {
    id: element.id,
    ...(element.name ? { name: element.name } : {}),
    kind,
    within: holder.id,
    incoming: list(element, 'incoming').map(({ id }) => id),
    outgoing: list(element, 'outgoing').map(({ id }) => id),
    ...(event ? { event } : {}),
    boundary: [],
    interrupting: element.cancelActivity !== false && element.isInterrupting !== false,
    ...(attached ? { attachedTo: attached } : {}),
    ...(loop ? { loop } : {}),
    ...(handler ? { undoneBy: handler } : {}),
    ...(element.isForCompensation ? { undoes: undone(element.id, undoing) } : {}),
    ...(one(element, 'default') ? { otherwise: one(element, 'default')?.id as string } : {}),
    ...(calls ? { calls } : {}),
    given: { ...givenOf(element), ...(lane ? { lane } : {}) },
  }
}

const undone = (handler: string, undoing: ReadonlyMap<string, string>): string =>
  [...undoing].find(([, by]) => by === handler)?.[0] ?? ''

/** Which activity undoes which: a compensation event on its edge leads to it by an association. */
function undoingIn(root: Moddle): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (holder: Moddle) => {
    for (const artifact of list(holder, 'artifacts')) {
      const from = one(artifact, 'sourceRef')
      const to = one(artifact, 'targetRef')
      const host = from?.$type === 'bpmn:BoundaryEvent' ? one(from, 'attachedToRef') : undefined
      if (host && to?.isForCompensation) found.set(host.id, to.id)
    }
    for (const each of list(holder, 'flowElements')) if (each.$instanceOf('bpmn:SubProcess')) walk(each)
  }
  walk(root)
  return found
}

function lanesOf(root: Moddle): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  const walk = (set: Moddle) => {
    for (const lane of list(set, 'lanes')) {
      for (const { id } of list(lane, 'flowNodeRef')) named.set(id, lane.name ?? lane.id)
      const inner = one(lane, 'childLaneSet')
      if (inner) walk(inner)
    }
  }
  list(root, 'laneSets').forEach(walk)
  return named
}

function flowOf(flow: Moddle): Flow {
  const condition = textOf(one(flow, 'conditionExpression'))
  return {
    id: flow.id,
    ...(flow.name ? { name: flow.name } : {}),
    from: one(flow, 'sourceRef')?.id as string,
    to: one(flow, 'targetRef')?.id as string,
    ...(condition ? { condition } : {}),
  }
}

const EVENTS: Readonly<Record<string, EventType>> = {
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:CompensateEventDefinition': 'compensation',
  'bpmn:TerminateEventDefinition': 'terminate',
}

function eventOf(element: Moddle, kind: Kind, problems: Problem[]): EventDefinition | undefined {
  if (kind === 'receive' || kind === 'send') {
    const ref = one(element, 'messageRef')?.name
    return { type: 'message', ...(ref ? { ref } : {}) }
  }
  if (!element.$instanceOf('bpmn:Event')) return undefined
  const [definition, second] = list(element, 'eventDefinitions')
  if (!definition) return { type: 'none' }
  const type = EVENTS[definition.$type]
  if (!type || second) {
    problems.push({
      code: 'UNSUPPORTED',
      place: element.id,
      what: called(element),
      value: second ? 'MultipleEventDefinitions' : definition.$type.slice(5),
    })
    return { type: 'none' }
  }
  const ref =
    (one(definition, 'messageRef') ?? one(definition, 'signalRef'))?.name ??
    (one(definition, 'errorRef')?.errorCode as string | undefined) ??
    (one(definition, 'escalationRef')?.escalationCode as string | undefined)
  const activity = one(definition, 'activityRef')?.id
  const timer = timerOf(definition)
  return {
    type,
    ...(ref ? { ref } : {}),
    ...(activity ? { activity } : {}),
    ...(timer ? { timer } : {}),
  }
}

function timerOf(definition: Moddle): EventDefinition['timer'] {
  for (const [name, kind] of [
    ['timeDate', 'date'],
    ['timeDuration', 'duration'],
    ['timeCycle', 'cycle'],
  ] as const) {
    const text = textOf(one(definition, name))
    if (text) return { kind, text }
  }
  return undefined
}

function loopOf(element: Moddle, problems: Problem[]): Loop | undefined {
  const loop = one(element, 'loopCharacteristics')
  if (!loop) return undefined
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    problems.push({
      code: 'UNSUPPORTED',
      place: element.id,
      what: called(element),
      value: loop.$type.slice(5),
    })
    return undefined
  }
  const named = (name: string) => {
    const ref = one(loop, name)
    return ref?.name ?? ref?.id
  }
  const times = textOf(one(loop, 'loopCardinality'))
  const until = textOf(one(loop, 'completionCondition'))
  // What the standard leaves to data objects that nobody draws is also taken from attributes, as modellers write them.
  const over = named('loopDataInputRef') ?? attribute(loop, 'collection')
  const item = named('inputDataItem') ?? attribute(loop, 'elementVariable')
  const from = named('outputDataItem') ?? attribute(loop, 'outputElement')
  const into = named('loopDataOutputRef') ?? attribute(loop, 'outputCollection')
  return {
    sequential: Boolean(loop.isSequential),
    ...(times ? { times } : {}),
    ...(over ? { over } : {}),
    ...(item ? { item } : {}),
    ...(until ? { until } : {}),
    ...(from && into ? { collect: { from, into } } : {}),
  }
}

/** An attribute of any other namespace by its own name. */
const attribute = (element: Moddle, name: string): string | undefined =>
  Object.entries(element.$attrs ?? {}).find(([key]) => key.split(':').at(-1) === name)?.[1]

function callOf(element: Moddle): string | undefined {
  if (element.$type === 'bpmn:CallActivity') return element.calledElement as string | undefined
  if (element.$type === 'bpmn:BusinessRuleTask')
    return attribute(element, 'decision') ?? attribute(element, 'decisionRef')
  return undefined
}

/** Attributes that are not of the standard, and `property` elements with a name and a value in the extension part. */
function givenOf(element: Moddle): Readonly<Record<string, string>> {
  const given: Record<string, string> = {}
  for (const [key, value] of Object.entries(element.$attrs ?? {}))
    if (!key.startsWith('xmlns')) given[key.split(':').at(-1) as string] = value
  const walk = (held: readonly Moddle[]) => {
    for (const each of held) {
      const { name, value } = each as { name?: string; value?: string }
      if (typeof name === 'string' && typeof value === 'string') given[name] = value
      walk((each.$children as readonly Moddle[] | undefined) ?? [])
    }
  }
  walk((one(element, 'extensionElements')?.values as readonly Moddle[] | undefined) ?? [])
  const documentation = (list(element, 'documentation')[0] as unknown as { text?: string } | undefined)?.text
  return documentation ? { ...given, documentation } : given
}

/** As a person would call it. */
export const called = (element: { readonly name?: string; readonly id: string }): string =>
  element.name || element.id
