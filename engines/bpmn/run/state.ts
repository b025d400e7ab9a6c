import type { Element, EventDefinition } from '../model/types.ts'

export type Vars = Readonly<Record<string, unknown>>

/** What a token is waiting for where it stands. */
export type Waiting =
  /** A gateway's other tokens. */
  | 'join'
  /** Somebody or something that does the work. */
  | 'work'
  /** A timer, message or signal. */
  | 'event'
  /** What runs inside: a sub-process, the instances of a loop. */
  | 'inside'
  /** The activities that undo others. */
  | 'undoing'
  /** Somebody who looks at what went wrong. */
  | 'failed'

export interface Token {
  readonly id: number
  readonly at: string
  readonly scope: number
  readonly waiting: Waiting
  /** At a gateway that joins: by which flow it came. */
  readonly by?: string
  /** Of a loop: how far it is. */
  readonly loop?: LoopState
  /** One of a loop's instances. */
  readonly instance?: true
  /** Of the token that undoes: what is left to undo, the next first. */
  readonly left?: readonly Done[]
  /** Runs to undo something for the token of that id. */
  readonly undoesFor?: number
  /** Of boundary events that do not interrupt: how often each has happened. */
  readonly happened?: Readonly<Record<string, number>>
  readonly failure?: { readonly code: string; readonly message: string }
}

export interface LoopState {
  readonly items: readonly unknown[] | undefined
  readonly total: number
  readonly begun: number
  readonly ended: number
  /** By instance, in order. */
  readonly collected: readonly unknown[]
}

/** Where tokens live: the process, a sub-process that runs, one instance of a loop. */
export interface Scope {
  readonly id: number
  /** The element whose inside it is; of the outermost the process. */
  readonly of: string
  /** It holds one token apart, an instance of a loop or an activity that undoes, and has no inside of its own. */
  readonly apart?: true
  /** The token that stands at that element; none of the outermost. */
  readonly token?: number
  readonly parent?: number
  readonly vars: Vars
  /** What was done in it and can be undone, the first done first. */
  readonly done: readonly Done[]
  /** Of event sub-processes that do not interrupt: how often each has started. One that interrupts starts once. */
  readonly happened?: Readonly<Record<string, number>>
}

/** An activity that was done and can be undone: by a handler, or by undoing what was done inside of it. */
export interface Done {
  readonly activity: string
  /** What only its scope knew when it was done, as the part of the list that an instance had. */
  readonly vars: Vars
  readonly inside?: readonly Done[]
}

export type Status = 'running' | 'completed' | 'terminated'

/** All that is known of where a case stands. Plain data: kept as rows, or as JSON. */
export interface State {
  readonly status: Status
  /** The next id of a token or scope. */
  readonly next: number
  readonly tokens: ReadonlyMap<number, Token>
  readonly scopes: ReadonlyMap<number, Scope>
}

/** Something from outside that may move the case on. */
export interface Wait {
  /** The same for as long as it is the same wait. */
  readonly key: string
  /** The token that waits, or the scope in which an event sub-process may start. */
  readonly token?: number
  readonly scope: number
  /** The event, or the task. */
  readonly element: string
  readonly event?: EventDefinition
  readonly vars: Vars
}

/** What happened in one step, in its order; the history of a case is made of these. */
export interface Happening {
  readonly what: 'started' | 'entered' | 'done' | 'cancelled' | 'failed' | 'taken' | 'undone' | 'ended'
  readonly element: string
  readonly token?: number
  /** Of an event: what was thrown or caught; of a failure its code. */
  readonly ref?: string
}

/** Thrown to whoever listens outside the case. */
export interface Thrown {
  readonly type: 'message' | 'signal' | 'escalation'
  readonly ref: string
  readonly element: string
  readonly vars: Vars
}

export interface Step {
  readonly state: State
  readonly happened: readonly Happening[]
  readonly thrown: readonly Thrown[]
}

export const isActivity = ({ kind }: Element): boolean =>
  ['user', 'service', 'rule', 'receive', 'send', 'pass', 'call', 'subProcess', 'eventSubProcess'].includes(
    kind,
  )

/** What a scope sees: its own variables over those around it. */
export function varsOf(state: Pick<State, 'scopes'>, scope: number): Vars {
  const found = state.scopes.get(scope) as Scope
  return found.parent === undefined ? found.vars : { ...varsOf(state, found.parent), ...found.vars }
}
