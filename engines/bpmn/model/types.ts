/** A BPMN 2.0 process as the engine runs it: what the standard's elements mean, none of how they were written. */

export type Kind =
  | 'start'
  | 'end'
  | 'throw'
  | 'catch'
  | 'boundary'
  | 'user'
  | 'service'
  | 'rule'
  | 'receive'
  | 'send'
  /** Nothing that the engine waits for: task, manual task. */
  | 'pass'
  | 'call'
  | 'subProcess'
  | 'eventSubProcess'
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'eventBased'

export type EventType =
  | 'none'
  | 'timer'
  | 'message'
  | 'signal'
  | 'error'
  | 'escalation'
  | 'compensation'
  | 'terminate'

export interface EventDefinition {
  readonly type: EventType
  /** Name of the message or signal; code of the error or escalation, undefined where any is meant. */
  readonly ref?: string
  readonly timer?: { readonly kind: 'date' | 'duration' | 'cycle'; readonly text: string }
  /** Of a compensation: the one activity that is to be undone; undefined where all of the scope are. */
  readonly activity?: string
}

/** Several instances of one activity (multiInstanceLoopCharacteristics). */
export interface Loop {
  readonly sequential: boolean
  /** An expression that gives a number, or one that gives a list of which each instance gets one. */
  readonly times?: string
  readonly over?: string
  /** Under which name an instance has its part of the list. */
  readonly item?: string
  /** Ends the rest once it is true; asked after each instance. */
  readonly until?: string
  /** Which variable of each instance is collected, in order, into which list. */
  readonly collect?: { readonly from: string; readonly into: string }
}

export interface Element {
  readonly id: string
  readonly name?: string
  readonly kind: Kind
  /** The process or sub-process in which it stands. */
  readonly within: string
  /** Ids of sequence flows. */
  readonly incoming: readonly string[]
  readonly outgoing: readonly string[]
  readonly event?: EventDefinition
  /** Of an activity: the events on its edge. */
  readonly boundary: readonly string[]
  /** Of a boundary event or the start of an event sub-process: whether what it meets ends. */
  readonly interrupting: boolean
  /** Of a boundary event: its activity. */
  readonly attachedTo?: string
  readonly loop?: Loop
  /** Of an activity: the one that undoes it, once it is done. */
  readonly undoneBy?: string
  /** Runs only to undo another; no token reaches it by a flow. */
  readonly undoes?: string
  /** The flow taken when no condition holds. */
  readonly otherwise?: string
  /** Of a call activity: the process; of a rule task: the decision. */
  readonly calls?: string
  /** What the diagram says in attributes and properties that are not of the standard: form, office, time limit. */
  readonly given: Readonly<Record<string, string>>
}

export interface Flow {
  readonly id: string
  readonly name?: string
  readonly from: string
  readonly to: string
  readonly condition?: string
}

export interface Process {
  readonly id: string
  readonly name?: string
  /** Codes of the errors in which it may end, told to the call activity that began it (attribute `throws`). */
  readonly throws: readonly string[]
  readonly elements: ReadonlyMap<string, Element>
  readonly flows: ReadonlyMap<string, Flow>
}

/** What keeps a diagram from being run; `place` is the id of the element. */
export interface Problem {
  readonly code: ProblemCode
  readonly place: string
  /** The element's name, or else its kind. */
  readonly what: string
  readonly value?: string
}

export type ProblemCode =
  /** No BPMN. */
  | 'XML'
  /** None or several processes that can be run. */
  | 'PROCESSES'
  /** An element or event of the standard that the engine does not run: a script, an ad-hoc sub-process, a link. */
  | 'UNSUPPORTED'
  /** Something has to start, and only in one way. */
  | 'START'
  /** No token can ever reach it. */
  | 'UNREACHABLE'
  /** A flow leaves or enters where none may. */
  | 'FLOW'
  /** A gateway's flow has no condition, and it is not the flow otherwise taken. */
  | 'CONDITION'
  /** A timer, message, signal or call does not say which. */
  | 'UNSAID'
  /** An expression cannot be read. */
  | 'EXPRESSION'
  /** An error that nothing catches. */
  | 'UNCAUGHT'
  /** What follows an event gateway must be an event. */
  | 'EVENT_GATEWAY'
  /** A compensation without anything to undo. */
  | 'COMPENSATION'
