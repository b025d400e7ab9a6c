import type { Element, Process } from '../model/types.ts'
import { enterActivity, finish } from './activity.ts'
import { caught, escalateFrom, meet, throwError, throwEvent } from './event.ts'
import { enterGateway, goOn, mergeInclusive } from './gateway.ts'
import { type Evaluate, eventSubProcesses, Run, startsIn } from './run.ts'
import {
  isActivity,
  type Scope,
  type State,
  type Step,
  type Token,
  type Vars,
  varsOf,
  type Wait,
} from './state.ts'

export { adopt, type Mapping, type Unfit } from './adopt.ts'
export type { Evaluate } from './run.ts'
export type { Done, Happening, Scope, State, Status, Step, Thrown, Token, Vars, Wait } from './state.ts'
export { varsOf } from './state.ts'

/** What may move a case on. */
export type Cause =
  /** The work of a task is done. */
  | { readonly type: 'done'; readonly token: number; readonly vars?: Vars }
  /** It could not be done; what the diagram catches by that code goes on there. */
  | { readonly type: 'error'; readonly token: number; readonly code: string; readonly message: string }
  /** A called case tells of something that its caller may catch on the edge of the call, which goes on or ends by that. */
  | { readonly type: 'escalation'; readonly token: number; readonly code: string; readonly vars?: Vars }
  /** What was waited for has come. */
  | { readonly type: 'event'; readonly wait: string; readonly vars?: Vars }
  /** What went wrong at a token is mended: it is tried again. */
  | { readonly type: 'retry'; readonly token: number; readonly vars?: Vars }
  /** A person's task is not to be done yet: the one before it is asked for again. Whether it may be is the caller's to say. */
  | { readonly type: 'back'; readonly token: number; readonly to: string }
  /** Nobody goes on with the case. */
  | { readonly type: 'end' }

/**
 * Begins a case.
 * @param at the start event, where the process has several: one by hand, others by message, signal or timer
 */
export function start(process: Process, evaluate: Evaluate, vars: Vars = {}, at?: string): Step {
  const run = new Run(process, { status: 'running', next: 1, tokens: new Map(), scopes: new Map() }, evaluate)
  const scope = run.open(process.id, { vars })
  const begin = startsIn(process, process.id).find(({ id, event }) =>
    at === undefined ? event?.type === 'none' : id === at,
  ) as Element
  run.log('started', begin.id)
  run.leaveBy(begin, scope.id)
  return settle(run)
}

/**
 * Moves a case on as far as it goes by itself.
 * @returns undefined where the case does not wait for that, or no longer: nothing has happened then
 */
export function advance(process: Process, evaluate: Evaluate, state: State, cause: Cause): Step | undefined {
  if (state.status !== 'running') return undefined
  const run = new Run(process, state, evaluate)
  return take(run, state, cause) ? settle(run) : undefined
}

function take(run: Run, state: State, cause: Cause): boolean {
  switch (cause.type) {
    case 'done': {
      const token = at(run, cause.token, 'work')
      if (!token) return false
      run.set(token.scope, cause.vars ?? {})
      finish(run, token)
      return true
    }
    case 'error': {
      const token = at(run, cause.token, 'work')
      if (!token) return false
      throwError(run, token, cause.code, cause.message)
      return true
    }
    case 'escalation': {
      const token = at(run, cause.token, 'work')
      return token !== undefined && escalateFrom(run, token, cause.code, cause.vars ?? {})
    }
    case 'event': {
      const wait = waitsOf(run.process, state).find(({ key }) => key === cause.wait)
      if (!wait?.event) return false
      run.set(wait.scope, cause.vars ?? {})
      come(run, wait)
      return true
    }
    case 'retry': {
      const token = at(run, cause.token, 'failed')
      if (!token) return false
      run.set(token.scope, cause.vars ?? {})
      run.tokens.delete(token.id)
      const element = run.element(token.at)
      // What it waited for to come together has come: it is only asked anew which way to go.
      if (isGateway(element)) goOn(run, element, token.scope)
      else enter(run, { at: token.at, scope: token.scope, ...keepOf(token) })
      return true
    }
    case 'back': {
      const token = at(run, cause.token, 'work')
      if (!token) return false
      run.cancel(token)
      run.arrivals.push({ at: cause.to, scope: token.scope })
      return true
    }
    case 'end':
      for (const scope of [...run.scopes.values()]) if (scope.parent === undefined) run.clear(scope.id)
      run.status = 'terminated'
      return true
  }
}

const at = (run: Run, id: number, waiting: Token['waiting']): Token | undefined => {
  const token = run.tokens.get(id)
  return token?.waiting === waiting ? token : undefined
}

const isGateway = ({ kind }: Element) => kind === 'exclusive' || kind === 'parallel' || kind === 'inclusive'

/** What a token keeps when it is tried again. */
const keepOf = ({ instance, undoesFor }: Token) => ({
  more: { ...(instance ? { instance } : {}), ...(undoesFor === undefined ? {} : { undoesFor }) },
})

function come(run: Run, wait: Wait): void {
  const element = run.element(wait.element)
  const token = wait.token === undefined ? undefined : (run.tokens.get(wait.token) as Token)
  if (element.kind === 'boundary' && token) meet(run, { edge: element, token })
  else if (token) caught(run, token, element)
  else {
    const inside = run.element(element.within)
    meet(run, { inside, start: element, scope: run.scope(wait.scope) })
  }
}

interface Entering {
  readonly at: string
  readonly scope: number
  readonly by?: string
  readonly more?: Partial<Token>
}

function enter(run: Run, { at: id, scope, by, more }: Entering): void {
  const element = run.element(id)
  if (isActivity(element)) enterActivity(run, element, scope, more)
  else if (element.kind === 'end' || element.kind === 'throw') throwEvent(run, element, scope)
  else if (element.kind === 'catch') {
    const token = run.put(id, scope, 'event')
    run.log('entered', id, { token: token.id })
  } else enterGateway(run, element, scope, by)
}

/** Until nothing moves by itself: tokens on their way, gateways that need not wait, scopes in which nothing is left. */
function settle(run: Run): Step {
  for (;;) {
    const arrival = run.arrivals.shift()
    if (arrival) {
      enter(run, arrival)
      continue
    }
    if (mergeInclusive(run)) continue
    const empty = emptyScope(run)
    if (!empty) break
    if (empty.parent === undefined) {
      run.scopes.delete(empty.id)
      if (run.status === 'running') run.status = 'completed'
      run.log('ended', run.process.id)
      // What the case knew in the end is kept with it.
      run.scopes.set(empty.id, empty)
      break
    }
    finish(run, run.tokens.get(empty.token as number) as Token)
  }
  return run.step()
}

function emptyScope(run: Run): Scope | undefined {
  const occupied = new Set([...run.tokens.values()].map(({ scope }) => scope))
  return [...run.scopes.values()].find(({ id, apart }) => !apart && !occupied.has(id))
}

/** Everything that a case waits for: work, and events at tokens, on edges, and of event sub-processes. */
export function waitsOf(process: Process, state: State): readonly Wait[] {
  if (state.status !== 'running') return []
  return [
    ...[...state.tokens.values()].flatMap((token) => waitsOfToken(process, state, token)),
    ...[...state.scopes.values()].flatMap((scope) => waitsOfScope(process, state, scope)),
  ]
}

function waitsOfToken(process: Process, state: State, token: Token): readonly Wait[] {
  const element = process.elements.get(token.at) as Element
  const vars = varsOf(state, token.scope)
  const of = (each: Element, key: string): Wait => ({
    key,
    token: token.id,
    scope: token.scope,
    element: each.id,
    ...(each.event ? { event: each.event } : {}),
    vars,
  })
  const elements = (ids: readonly string[]) => ids.map((id) => process.elements.get(id) as Element)
  const itself =
    token.waiting === 'work' || (token.waiting === 'event' && element.kind !== 'eventBased')
      ? [of(element, `t${token.id}`)]
      : token.waiting === 'event'
        ? elements(element.outgoing.map((id) => process.flows.get(id)?.to as string)).map((each) =>
            of(each, `t${token.id}:${each.id}`),
          )
        : []
  if (!isActivity(element) || token.instance || token.waiting === 'failed') return itself
  const edge = elements(element.boundary).flatMap((each) =>
    again(each, token.happened?.[each.id] ?? 0, `t${token.id}`).map((key) => of(each, key)),
  )
  return [...itself, ...edge]
}

function waitsOfScope(process: Process, state: State, scope: Scope): readonly Wait[] {
  if (scope.apart) return []
  const found = eventSubProcesses(process, scope.of)
  const ended = found.some(
    ({ inside, start: { interrupting } }) => interrupting && scope.happened?.[inside.id],
  )
  if (ended) return []
  return found.flatMap(({ inside, start: begin }) =>
    again(begin, scope.happened?.[inside.id] ?? 0, `s${scope.id}`).map((key) => ({
      key,
      scope: scope.id,
      element: begin.id,
      ...(begin.event ? { event: begin.event } : {}),
      vars: varsOf(state, scope.id),
    })),
  )
}

/** The key of a wait for an event from outside that may come again, with how often it has come; none where it may not. */
function again({ id, event, interrupting }: Element, count: number, at: string): readonly string[] {
  if (!event || !['timer', 'message', 'signal'].includes(event.type)) return []
  if (interrupting) return [`${at}:${id}`]
  if (event.timer && count >= timesOf(event.timer)) return []
  return [`${at}:${id}:${count}`]
}

/** How often a timer comes: `R3/PT1H` three times, `R/PT1H` and a cycle without a count without end, any other once. */
function timesOf({ kind, text }: { readonly kind: string; readonly text: string }): number {
  if (kind !== 'cycle') return 1
  const [, count] = /^R(\d+)\//.exec(text) ?? []
  return count ? Number(count) : Number.POSITIVE_INFINITY
}
