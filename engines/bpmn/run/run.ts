import type { Element, Flow, Process } from '../model/types.ts'
import {
  type Happening,
  isActivity,
  type Scope,
  type State,
  type Status,
  type Step,
  type Thrown,
  type Token,
  type Vars,
  varsOf,
} from './state.ts'

/** Answers an expression of the diagram over the variables that it sees. */
export type Evaluate = (expression: string, vars: Vars) => unknown

type More = Partial<Omit<Token, 'id' | 'at' | 'scope'>>

/** A token on its way, not yet where it goes. */
interface Arrival {
  readonly at: string
  readonly scope: number
  readonly by?: string
}

/**
 * One step of a case on a copy of its state: tokens, scopes and what happened meanwhile. It knows how to keep these
 * together; what each element means stands beside it (`enter.ts`, `activity.ts`, `event.ts`).
 */
export class Run {
  readonly tokens: Map<number, Token>
  readonly scopes: Map<number, Scope>
  readonly happened: Happening[] = []
  readonly thrown: Thrown[] = []
  readonly arrivals: Arrival[] = []
  readonly process: Process
  readonly evaluate: Evaluate
  status: Status
  private next: number

  constructor(process: Process, state: State, evaluate: Evaluate) {
    this.process = process
    this.evaluate = evaluate
    this.tokens = new Map(state.tokens)
    this.scopes = new Map(state.scopes)
    this.status = state.status
    this.next = state.next
  }

  step(): Step {
    const { status, next, tokens, scopes, happened, thrown } = this
    return { state: { status, next, tokens, scopes }, happened, thrown }
  }

  element(id: string): Element {
    return this.process.elements.get(id) as Element
  }
  flow(id: string): Flow {
    return this.process.flows.get(id) as Flow
  }
  scope(id: number): Scope {
    return this.scopes.get(id) as Scope
  }
  vars(scope: number): Vars {
    return varsOf(this, scope)
  }
  ask(expression: string, scope: number): unknown {
    return this.evaluate(expression, this.vars(scope))
  }

  put(at: string, scope: number, waiting: Token['waiting'], more: More = {}): Token {
    const token = { id: this.next++, at, scope, waiting, ...more }
    this.tokens.set(token.id, token)
    return token
  }
  change(token: Token, more: More): Token {
    const changed = { ...(this.tokens.get(token.id) as Token), ...more }
    this.tokens.set(token.id, changed)
    return changed
  }
  open(of: string, more: Omit<Scope, 'id' | 'of' | 'done'>): Scope {
    const scope = { id: this.next++, of, done: [], ...more }
    this.scopes.set(scope.id, scope)
    return scope
  }
  changeScope(id: number, more: Partial<Scope>): void {
    this.scopes.set(id, { ...this.scope(id), ...more })
  }

  /** Each value goes where its name is known, otherwise to the case. */
  set(scope: number, vars: Vars): void {
    for (const [name, value] of Object.entries(vars)) {
      const home = this.homeOf(scope, name)
      this.changeScope(home.id, { vars: { ...home.vars, [name]: value } })
    }
  }
  private homeOf(scope: number, name: string): Scope {
    const here = this.scope(scope)
    return Object.hasOwn(here.vars, name) || here.parent === undefined ? here : this.homeOf(here.parent, name)
  }

  log(what: Happening['what'], element: string, more: Omit<Happening, 'what' | 'element'> = {}): void {
    this.happened.push({ what, element, ...more })
  }

  go(flow: string, scope: number): void {
    this.arrivals.push({ at: this.flow(flow).to, scope, by: flow })
  }

  /** Out of an activity or event: every flow without a condition and every one whose condition holds. */
  leaveBy({ outgoing, otherwise }: Element, scope: number): void {
    const open = outgoing.filter((id) => {
      const { condition } = this.flow(id)
      return id !== otherwise && (condition === undefined || this.ask(condition, scope) === true)
    })
    for (const id of open.length === 0 && otherwise ? [otherwise] : open) this.go(id, scope)
  }

  drop({ id, at }: Token): void {
    this.tokens.delete(id)
    this.log('done', at, { token: id })
  }

  /** Takes a token away with all that goes on inside of it. */
  cancel(token: Token): void {
    for (const scope of [...this.scopes.values()]) if (scope.token === token.id) this.close(scope)
    if (this.tokens.delete(token.id)) this.log('cancelled', token.at, { token: token.id })
  }
  /** Takes a scope away with all that goes on in it. */
  close({ id }: Scope): void {
    this.clear(id)
    this.scopes.delete(id)
  }
  /** Takes all tokens of a scope away, those on their way included; the scope stays. */
  clear(scope: number): void {
    for (const token of [...this.tokens.values()]) if (token.scope === scope) this.cancel(token)
    for (let i = this.arrivals.length - 1; i >= 0; i--)
      if (this.arrivals[i]?.scope === scope) this.arrivals.splice(i, 1)
  }

  /** The scopes around a scope from within, itself first. */
  *around(scope: number): Generator<Scope> {
    for (
      let at: Scope | undefined = this.scope(scope);
      at;
      at = at.parent === undefined ? undefined : this.scope(at.parent)
    )
      yield at
  }
  /** What can be met on the edge of the activity at which a token stands. */
  edgeOf(token: Token): readonly Element[] {
    const element = this.element(token.at)
    return isActivity(element) && !token.instance ? element.boundary.map((id) => this.element(id)) : []
  }
  /** The event sub-processes of a scope, each with its start. */
  eventSubProcessesOf({
    of,
    apart,
  }: Scope): readonly { readonly inside: Element; readonly start: Element }[] {
    return apart ? [] : eventSubProcesses(this.process, of)
  }
}

export function eventSubProcesses(process: Process, of: string) {
  return [...process.elements.values()]
    .filter(({ kind, within }) => kind === 'eventSubProcess' && within === of)
    .map((inside) => ({ inside, start: startsIn(process, inside.id)[0] as Element }))
}

export const startsIn = ({ elements }: Process, within: string): readonly Element[] =>
  [...elements.values()].filter((element) => element.kind === 'start' && element.within === within)
