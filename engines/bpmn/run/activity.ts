import type { Element } from '../model/types.ts'
import { type Run, startsIn } from './run.ts'
import type { Done, LoopState, Token } from './state.ts'

/** A token comes to an activity. */
export function enterActivity(run: Run, element: Element, scope: number, more: Partial<Token> = {}): void {
  if (element.loop && !more.instance) {
    beginLoop(run, element, scope)
    return
  }
  switch (element.kind) {
    case 'subProcess': {
      const token = run.put(element.id, scope, 'inside', more)
      run.log('entered', element.id, { token: token.id })
      openInside(run, element, token)
      return
    }
    case 'send':
      run.thrown.push({
        type: 'message',
        ref: element.event?.ref as string,
        element: element.id,
        vars: run.vars(scope),
      })
      finish(run, run.put(element.id, scope, 'work', more))
      return
    case 'pass':
      finish(run, run.put(element.id, scope, 'work', more))
      return
    default: {
      const token = run.put(element.id, scope, element.kind === 'receive' ? 'event' : 'work', more)
      run.log('entered', element.id, { token: token.id })
    }
  }
}

export function openInside(run: Run, element: Element, token: Token): void {
  const scope = run.open(element.id, { token: token.id, parent: token.scope, vars: {} })
  for (const start of startsIn(run.process, element.id)) {
    run.log('done', start.id)
    run.leaveBy(start, scope.id)
  }
}

/** An activity is done: what comes after it depends on whether it ran by itself, in a loop, or to undo another. */
export function finish(run: Run, token: Token): void {
  const element = run.element(token.at)
  const inside = [...run.scopes.values()].find((scope) => scope.token === token.id && scope.of === token.at)
  if (inside) run.scopes.delete(inside.id)
  run.drop(token)
  // Of a loop each instance is undone, not the whole once more.
  const undone = element.undoneBy !== undefined || (inside?.done.length ?? 0) > 0
  if (undone && !token.loop && token.undoesFor === undefined) remember(run, token, inside?.done)
  if (token.instance) instanceEnded(run, token)
  else if (token.undoesFor !== undefined) {
    run.scopes.delete(token.scope)
    undoNext(run, run.tokens.get(token.undoesFor) as Token)
  } else run.leaveBy(element, token.scope)
}

function remember(run: Run, { at, scope, instance }: Token, inside: readonly Done[] | undefined): void {
  const local = [...run.around(scope)].slice(0, -1)
  const vars = Object.assign({}, ...local.reverse().map((each) => each.vars))
  const home = run.scope(instance ? (run.scope(scope).parent as number) : scope)
  // A sub-process with a handler of its own is undone by that alone.
  const within = inside?.length && run.element(at).undoneBy === undefined ? { inside } : {}
  run.changeScope(home.id, { done: [...home.done, { activity: at, vars, ...within }] })
}

function beginLoop(run: Run, element: Element, scope: number): void {
  const { over, times, sequential } = element.loop as NonNullable<Element['loop']>
  const given = over === undefined ? undefined : run.ask(over, scope)
  const items = over === undefined ? undefined : Array.isArray(given) ? given : given == null ? [] : [given]
  const total = items ? items.length : Number(run.ask(times as string, scope))
  const token = run.put(element.id, scope, 'inside', {
    loop: { items, total, begun: 0, ended: 0, collected: [] },
  })
  run.log('entered', element.id, { token: token.id })
  if (!Number.isInteger(total) || total < 0) {
    run.change(token, { waiting: 'failed', failure: { code: 'LOOP', message: String(total) } })
    run.log('failed', element.id, { token: token.id, ref: 'LOOP' })
    return
  }
  if (total === 0) endLoop(run, token)
  else for (let i = 0; i < (sequential ? 1 : total); i++) beginInstance(run, token.id)
}

function beginInstance(run: Run, id: number): void {
  const token = run.tokens.get(id) as Token
  const element = run.element(token.at)
  const loop = token.loop as LoopState
  run.change(token, { loop: { ...loop, begun: loop.begun + 1 } })
  const { item, collect } = element.loop as NonNullable<Element['loop']>
  const scope = run.open(element.id, {
    apart: true,
    token: id,
    parent: token.scope,
    vars: {
      loopCounter: loop.begun + 1,
      ...(item ? { [item]: loop.items?.[loop.begun] } : {}),
      ...(collect ? { [collect.from]: null } : {}),
    },
  })
  enterActivity(run, element, scope.id, { instance: true })
}

function instanceEnded(run: Run, { scope }: Token): void {
  const { vars, token: id } = run.scope(scope)
  run.scopes.delete(scope)
  const token = run.tokens.get(id as number) as Token
  const { until, sequential, collect } = run.element(token.at).loop as NonNullable<Element['loop']>
  const before = token.loop as LoopState
  const collected = [...before.collected]
  if (collect) collected[Number(vars.loopCounter) - 1] = vars[collect.from]
  const loop = { ...before, ended: before.ended + 1, collected }
  run.change(token, { loop })
  const enough =
    until !== undefined && run.evaluate(until, { ...run.vars(token.scope), ...countsOf(loop) }) === true
  if (enough || loop.ended === loop.total) endLoop(run, token)
  else if (sequential) beginInstance(run, token.id)
}

/** By the names that the standard gives to them. */
const countsOf = ({ total, begun, ended }: LoopState) => ({
  numberOfInstances: total,
  numberOfActiveInstances: begun - ended,
  numberOfCompletedInstances: ended,
})

function endLoop(run: Run, token: Token): void {
  for (const scope of [...run.scopes.values()]) if (scope.token === token.id) run.close(scope)
  const { loop, at, scope } = run.tokens.get(token.id) as Token
  const { collect } = run.element(at).loop as NonNullable<Element['loop']>
  if (collect) {
    // Instances that were not needed gave nothing; a hole would be lost when it is kept.
    const values = Array.from(loop?.collected ?? [], (value) => value ?? null)
    run.set(scope, { [collect.into]: values })
  }
  finish(run, token)
}

/** Undoes what is left, one after the other, the last done first; then the token that asked for it goes on. */
export function undoNext(run: Run, token: Token): void {
  const [next, ...rest] = token.left ?? []
  if (!next) {
    run.drop(token)
    run.leaveBy(run.element(token.at), token.scope)
    return
  }
  if (next.inside) {
    undoNext(run, run.change(token, { left: [...next.inside.toReversed(), ...rest] }))
    return
  }
  run.change(token, { left: rest })
  run.log('undone', next.activity)
  const handler = run.element(run.element(next.activity).undoneBy as string)
  const scope = run.open(handler.id, { apart: true, token: token.id, parent: token.scope, vars: next.vars })
  enterActivity(run, handler, scope.id, { undoesFor: token.id })
}
