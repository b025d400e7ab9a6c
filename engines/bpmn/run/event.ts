import type { Element } from '../model/types.ts'
import { finish, undoNext } from './activity.ts'
import type { Run } from './run.ts'
import type { Done, Scope, Token, Vars } from './state.ts'

/** A token comes to an event that ends something or tells of it. */
export function throwEvent(run: Run, element: Element, scope: number): void {
  const { type, ref, activity } = element.event as NonNullable<Element['event']>
  switch (type) {
    case 'terminate': {
      run.log('done', element.id)
      run.clear(scope)
      if (run.scope(scope).parent === undefined) run.status = 'terminated'
      return
    }
    case 'error': {
      const token = run.put(element.id, scope, 'work')
      throwError(run, token, ref ?? '', element.name ?? '')
      return
    }
    case 'escalation':
      run.log('done', element.id, ref ? { ref } : {})
      escalate(run, element, scope)
      if (run.scopes.has(scope)) run.leaveBy(element, scope)
      return
    case 'compensation': {
      const left = takeDone(run, scope, activity)
      undoNext(run, run.put(element.id, scope, 'undoing', { left }))
      return
    }
    case 'message':
    case 'signal':
      run.thrown.push({ type, ref: ref as string, element: element.id, vars: run.vars(scope) })
      run.log('done', element.id, { ref: ref as string })
      run.leaveBy(element, scope)
      return
    default:
      run.log('done', element.id)
      run.leaveBy(element, scope)
  }
}

/** What is to be undone, the last first: of the scope, and of the one around it where this one handles an event there. */
function takeDone(run: Run, scope: number, activity: string | undefined): readonly Done[] {
  const taken: Done[] = []
  for (const each of run.around(scope)) {
    const here = each.done.filter((done) => activity === undefined || done.activity === activity)
    if (here.length > 0) run.changeScope(each.id, { done: each.done.filter((done) => !here.includes(done)) })
    taken.push(...here.toReversed())
    if (run.process.elements.get(each.of)?.kind !== 'eventSubProcess') break
  }
  return taken
}

/** An error ends what is around it until something catches it; one that nothing catches waits for a person. */
export function throwError(run: Run, token: Token, code: string, message: string): void {
  const caught = catcherOf(run, token, 'error', code)
  if (!caught) {
    run.change(token, { waiting: 'failed', failure: { code, message } })
    run.log('failed', token.at, { token: token.id, ref: code })
    return
  }
  run.log('failed', token.at, { token: token.id, ref: code })
  meet(run, caught)
}

/** Of a call: what its case escalated. @returns whether something catches it */
export function escalateFrom(run: Run, token: Token, code: string, vars: Vars): boolean {
  const caught = catcherOf(run, token, 'escalation', code)
  if (!caught) return false
  run.set(token.scope, vars)
  meet(run, caught)
  return true
}

function escalate(run: Run, element: Element, scope: number): void {
  const code = element.event?.ref ?? ''
  const caught = catcherOf(run, { scope }, 'escalation', code)
  if (caught) meet(run, caught)
  else run.thrown.push({ type: 'escalation', ref: code, element: element.id, vars: run.vars(scope) })
}

/** An event on the edge of the activity at which a token stands, or the start of an event sub-process of a scope. */
type Met =
  | { readonly edge: Element; readonly token: Token }
  | { readonly inside: Element; readonly start: Element; readonly scope: Scope }

/** From within outwards: the edge of the activity, then the event sub-processes around it, then the next edge. */
function catcherOf(
  run: Run,
  from: Token | Pick<Token, 'scope'>,
  type: 'error' | 'escalation',
  code: string,
): Met | undefined {
  const means = ({ event }: Element) =>
    event?.type === type && (event.ref === undefined || event.ref === code)
  let token = 'id' in from ? from : undefined
  for (const scope of run.around(from.scope)) {
    const edge = token && run.edgeOf(token).find(means)
    if (edge && token) return { edge, token }
    const found = run
      .eventSubProcessesOf(scope)
      .find(({ start, inside }) => means(start) && !(start.interrupting && scope.happened?.[inside.id]))
    if (found) return { ...found, scope }
    token = scope.token === undefined ? undefined : run.tokens.get(scope.token)
  }
  const edge = token && run.edgeOf(token).find(means)
  return edge && token ? { edge, token } : undefined
}

/** What an activity or scope meets: it ends there, or goes on beside it. */
export function meet(run: Run, met: Met): void {
  if ('edge' in met) {
    const { edge, token } = met
    if (edge.interrupting) run.cancel(token)
    else run.change(token, { happened: countUp(token.happened, edge.id) })
    run.log('done', edge.id, edge.event?.ref ? { ref: edge.event.ref } : {})
    run.leaveBy(edge, token.scope)
    return
  }
  const { inside, start, scope } = met
  if (start.interrupting) run.clear(scope.id)
  run.changeScope(scope.id, { happened: countUp(run.scope(scope.id).happened, inside.id) })
  const token = run.put(inside.id, scope.id, 'inside')
  run.log('entered', inside.id, { token: token.id })
  const opened = run.open(inside.id, { token: token.id, parent: scope.id, vars: {} })
  run.log('done', start.id)
  run.leaveBy(start, opened.id)
}

const countUp = (counts: Readonly<Record<string, number>> | undefined, id: string) => ({
  ...counts,
  [id]: (counts?.[id] ?? 0) + 1,
})

/** What a token waited for has come: at an event, at a task that receives, behind an event gateway. */
export function caught(run: Run, token: Token, element: Element): void {
  const at = run.element(token.at)
  if (at.kind === 'eventBased') {
    run.drop(token)
    if (element.kind === 'receive') {
      finish(run, run.put(element.id, token.scope, 'event'))
      return
    }
    run.log('done', element.id, element.event?.ref ? { ref: element.event.ref } : {})
    run.leaveBy(element, token.scope)
  } else if (at.kind === 'receive') finish(run, token)
  else {
    run.drop(token)
    run.leaveBy(at, token.scope)
  }
}
