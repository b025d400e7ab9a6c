/**
 * Diagrams in few words, for tests: what they say becomes BPMN 2.0 XML and is read as any file is.
 *
 *     start -> a -> way               flows; what is not declared is a user task, `start…` a start, `end…` an end
 *     way: exclusive                  id: kind name=value …
 *     way -> b [amount > 10]          a condition; [else] is the flow otherwise taken
 *     late: boundary on=a timer=PT1H beside     an event on the edge that does not interrupt
 *     inner: sub { … }                on lines of their own; `handler: events { … }` is an event sub-process
 */
export function diagram(source: string, throws = ''): string {
  const named = {
    message: new Set<string>(),
    signal: new Set<string>(),
    error: new Set<string>(),
    escalation: new Set<string>(),
  }
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const body = block(lines, named)
  const roots = [
    ...[...named.message].map((name) => `<bpmn:message id="message_${name}" name="${name}"/>`),
    ...[...named.signal].map((name) => `<bpmn:signal id="signal_${name}" name="${name}"/>`),
    ...[...named.error].map((code) => `<bpmn:error id="error_${code}" errorCode="${code}"/>`),
    ...[...named.escalation].map(
      (code) => `<bpmn:escalation id="escalation_${code}" escalationCode="${code}"/>`,
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gaoxin="urn:gaoxin" targetNamespace="t">
${roots.join('\n')}
<bpmn:process id="process" isExecutable="true"${throws ? ` gaoxin:throws="${throws}"` : ''}>${body}</bpmn:process>
</bpmn:definitions>`
}

type Named = Record<'message' | 'signal' | 'error' | 'escalation', Set<string>>
interface Part {
  kind: string
  options: Record<string, string>
  inside: string
  outgoing: string[]
  incoming: string[]
  otherwise?: string
}

const TAGS: Record<string, string> = {
  start: 'startEvent',
  end: 'endEvent',
  throw: 'intermediateThrowEvent',
  catch: 'intermediateCatchEvent',
  boundary: 'boundaryEvent',
  user: 'userTask',
  service: 'serviceTask',
  rule: 'businessRuleTask',
  receive: 'receiveTask',
  send: 'sendTask',
  task: 'task',
  script: 'scriptTask',
  call: 'callActivity',
  sub: 'subProcess',
  events: 'subProcess',
  exclusive: 'exclusiveGateway',
  parallel: 'parallelGateway',
  inclusive: 'inclusiveGateway',
  event: 'eventBasedGateway',
}

function block(lines: string[], named: Named): string {
  const parts = new Map<string, Part>()
  const flows: string[] = []
  const part = (id: string): Part => {
    const kind = /^(start|end)/.exec(id)?.[1] ?? 'user'
    const known = parts.get(id) ?? { kind, options: {}, inside: '', outgoing: [], incoming: [] }
    parts.set(id, known)
    return known
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const declared = /^(\w+):\s*(\w+)\s*(.*)$/.exec(line)
    if (declared) {
      const [, id, kind, rest] = declared as unknown as [string, string, string, string]
      const each = part(id)
      each.kind = kind
      for (const [, name, value] of rest.replace('{', '').matchAll(/(\w+)(?:=("[^"]*"|\S+))?/g))
        each.options[name as string] = value?.replace(/^"|"$/g, '') ?? 'true'
      if (rest.trimEnd().endsWith('{')) {
        const from = i + 1
        for (let depth = 1; depth > 0; ) {
          i++
          if (lines[i]?.endsWith('{')) depth++
          if (lines[i] === '}') depth--
        }
        each.inside = block(lines.slice(from, i), named)
      }
      continue
    }
    const steps = line
      .split('->')
      .map((step) => /^\s*(\w+)\s*(?:\[(.*)\])?\s*$/.exec(step) as RegExpExecArray)
    steps.slice(1).forEach(([, to, condition], n) => {
      const from = steps[n]?.[1] as string
      const id = `f_${from}_${to}_${flows.length}`
      part(from).outgoing.push(id)
      part(to as string).incoming.push(id)
      if (condition === 'else') part(from).otherwise = id
      const said =
        condition && condition !== 'else'
          ? `<bpmn:conditionExpression><![CDATA[${condition}]]></bpmn:conditionExpression>`
          : ''
      flows.push(
        `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${said}</bpmn:sequenceFlow>`,
      )
    })
  }
  const undoing = [...parts].flatMap(([id, { kind, options }]) =>
    kind === 'boundary' && options.undo
      ? [`<bpmn:association id="undo_${id}" sourceRef="${id}" targetRef="${options.undo}"/>`]
      : [],
  )
  return [...[...parts].map(([id, each]) => xmlOf(id, each, named)), ...flows, ...undoing].join('\n')
}

function xmlOf(
  id: string,
  { kind, options, inside, outgoing, incoming, otherwise }: Part,
  named: Named,
): string {
  const tag = TAGS[kind] as string
  const attributes = [
    `id="${id}"`,
    options.name ? `name="${options.name}"` : '',
    otherwise ? `default="${otherwise}"` : '',
    options.on ? `attachedToRef="${options.on}"` : '',
    options.beside ? (kind === 'boundary' ? 'cancelActivity="false"' : 'isInterrupting="false"') : '',
    kind === 'events' ? 'triggeredByEvent="true"' : '',
    options.handler ? 'isForCompensation="true"' : '',
    kind === 'call' && options.process ? `calledElement="${options.process}"` : '',
    kind === 'rule' && options.decision ? `gaoxin:decision="${options.decision}"` : '',
    ...['office', 'role', 'due', 'warn', 'escalate', 'form', 'return', 'service', 'result', 'pass'].map(
      (name) => (options[name] ? `gaoxin:${name}="${options[name]}"` : ''),
    ),
    (kind === 'receive' || kind === 'send') && options.message
      ? `messageRef="message_${options.message}"`
      : '',
  ]
  if ((kind === 'receive' || kind === 'send') && options.message) named.message.add(options.message)
  const isEvent = ['start', 'end', 'throw', 'catch', 'boundary'].includes(kind)
  return `<bpmn:${tag} ${attributes.join(' ')}>
${incoming.map((flow) => `<bpmn:incoming>${flow}</bpmn:incoming>`).join('')}
${outgoing.map((flow) => `<bpmn:outgoing>${flow}</bpmn:outgoing>`).join('')}
${inside}${isEvent ? eventOf(options, named) : loopOf(options)}</bpmn:${tag}>`
}

function eventOf(options: Part['options'], named: Named): string {
  const timer = { timer: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const
  for (const [name, tag] of Object.entries(timer))
    if (options[name])
      return `<bpmn:timerEventDefinition><bpmn:${tag}>${options[name]}</bpmn:${tag}></bpmn:timerEventDefinition>`
  for (const type of ['message', 'signal', 'error', 'escalation'] as const) {
    const ref = options[type]
    if (ref === undefined) continue
    if (ref === 'true') return `<bpmn:${type}EventDefinition/>`
    named[type].add(ref)
    return `<bpmn:${type}EventDefinition ${type}Ref="${type}_${ref}"/>`
  }
  if (options.terminate) return '<bpmn:terminateEventDefinition/>'
  if (options.undo) return '<bpmn:compensateEventDefinition/>'
  if (options.undoing)
    return `<bpmn:compensateEventDefinition ${options.undoing === 'true' ? '' : `activityRef="${options.undoing}"`}/>`
  return ''
}

function loopOf({ times, over, item, until, collect, into, sequential }: Part['options']): string {
  if (!times && !over) return ''
  const attributes = [
    `isSequential="${sequential ? 'true' : 'false'}"`,
    over ? `gaoxin:collection="${over}"` : '',
    item ? `gaoxin:elementVariable="${item}"` : '',
    collect ? `gaoxin:outputElement="${collect}"` : '',
    into ? `gaoxin:outputCollection="${into}"` : '',
  ]
  return `<bpmn:multiInstanceLoopCharacteristics ${attributes.join(' ')}>
${times ? `<bpmn:loopCardinality>${times}</bpmn:loopCardinality>` : ''}
${until ? `<bpmn:completionCondition><![CDATA[${until}]]></bpmn:completionCondition>` : ''}
</bpmn:multiInstanceLoopCharacteristics>`
}
