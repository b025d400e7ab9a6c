import type { Element, Process } from '../model/types.ts'
import type { Run } from './run.ts'
import type { Token } from './state.ts'

/** A token comes to a gateway. */
export function enterGateway(run: Run, element: Element, scope: number, by: string | undefined): void {
  switch (element.kind) {
    case 'exclusive':
      chooseOne(run, element, scope)
      return
    case 'eventBased': {
      const token = run.put(element.id, scope, 'event')
      run.log('entered', element.id, { token: token.id })
      return
    }
    default:
      if (element.incoming.length < 2) split(run, element, scope)
      else {
        const token = run.put(element.id, scope, 'join', by ? { by } : {})
        run.log('entered', element.id, { token: token.id })
        if (element.kind === 'parallel') joinAll(run, element, scope)
      }
  }
}

/** On from a gateway, once every token has come that had to. */
export function goOn(run: Run, element: Element, scope: number): void {
  if (element.kind === 'exclusive') chooseOne(run, element, scope)
  else split(run, element, scope)
}

function chooseOne(run: Run, element: Element, scope: number): void {
  const chosen =
    element.outgoing.find((id) => {
      const { condition } = run.flow(id)
      if (id === element.otherwise) return false
      return condition === undefined ? element.outgoing.length === 1 : run.ask(condition, scope) === true
    }) ?? element.otherwise
  if (chosen) {
    run.log('done', element.id)
    run.go(chosen, scope)
  } else stuck(run, element, scope)
}

function split(run: Run, element: Element, scope: number): void {
  const open =
    element.kind === 'parallel'
      ? element.outgoing
      : element.outgoing.filter((id) => {
          const { condition } = run.flow(id)
          if (id === element.otherwise) return false
          return condition === undefined ? element.outgoing.length === 1 : run.ask(condition, scope) === true
        })
  const chosen = open.length === 0 && element.otherwise ? [element.otherwise] : open
  if (chosen.length === 0 && element.outgoing.length > 0) {
    stuck(run, element, scope)
    return
  }
  run.log('done', element.id)
  for (const id of chosen) run.go(id, scope)
}

/** No condition holds and no flow is taken otherwise: somebody has to see to it, the token is not lost. */
function stuck(run: Run, element: Element, scope: number): void {
  const token = run.put(element.id, scope, 'failed', { failure: { code: 'NO_WAY', message: '' } })
  run.log('failed', element.id, { token: token.id, ref: 'NO_WAY' })
}

const joined = (run: Run, { id }: Element, scope: number): readonly Token[] =>
  [...run.tokens.values()].filter(
    (token) => token.at === id && token.scope === scope && token.waiting === 'join',
  )

function joinAll(run: Run, element: Element, scope: number): void {
  const waiting = joined(run, element, scope)
  const first = element.incoming.map((flow) => waiting.find(({ by }) => by === flow))
  if (first.every((token): token is Token => token !== undefined)) merge(run, element, scope, first)
}

function merge(run: Run, element: Element, scope: number, tokens: readonly Token[]): void {
  for (const { id } of tokens) run.tokens.delete(id)
  split(run, element, scope)
}

/**
 * The inclusive gateways whose tokens need not wait any longer, as BPMN 2.0 13.4.3 has it: no other token can come by a
 * flow that has none, unless it could as well come by one that has. Asked when nothing else moves.
 * @returns whether one of them went on
 */
export function mergeInclusive(run: Run): boolean {
  for (const token of run.tokens.values()) {
    const element = run.element(token.at)
    if (element.kind !== 'inclusive' || token.waiting !== 'join') continue
    const waiting = joined(run, element, token.scope)
    const come = new Set(waiting.map(({ by }) => by))
    const reach = (flows: readonly string[]) =>
      new Set(flows.flatMap((flow) => [...upstream(run.process, flow, element.id)]))
    const awaited = reach(element.incoming.filter((flow) => !come.has(flow)))
    const also = reach(element.incoming.filter((flow) => come.has(flow)))
    const someComes = [...run.tokens.values()].some(
      ({ at, scope }) => scope === token.scope && at !== element.id && awaited.has(at) && !also.has(at),
    )
    if (someComes) continue
    const first = element.incoming.flatMap((flow) => waiting.find(({ by }) => by === flow) ?? [])
    merge(run, element, token.scope, first)
    return true
  }
  return false
}

const known = new WeakMap<Process, Map<string, ReadonlySet<string>>>()

/** The elements from which a token can come by a flow without passing a gateway. */
function upstream(process: Process, flow: string, without: string): ReadonlySet<string> {
  const kept = known.get(process) ?? new Map<string, ReadonlySet<string>>()
  known.set(process, kept)
  const found = kept.get(flow)
  if (found) return found
  const reached = new Set<string>()
  const look = (id: string) => {
    const element = process.elements.get(id)
    if (!element || id === without || reached.has(id)) return
    reached.add(id)
    for (const each of element.incoming) look(process.flows.get(each)?.from as string)
    if (element.attachedTo) look(element.attachedTo)
  }
  look(process.flows.get(flow)?.from as string)
  kept.set(flow, reached)
  return reached
}
