import type { Vars } from '../../engines/bpmn/index.ts'
import type { Context } from '../system.ts'
import type { Text } from '../text.ts'
import type { Forms } from './forms.ts'

/** How something moves between people under a time limit: a BPMN diagram that an office edits. */
export interface ProcessDeclaration {
  /** `system.process`. */
  readonly id: string
  readonly name: Text
  /** One sentence: what a case of it is, and where it ends. */
  readonly about: Text
  /** The office that keeps it, by id. */
  readonly office: string
  /** Its first version, BPMN 2.0 XML; later ones are entered in the zone. */
  readonly diagram: string
  /** Forms of its user tasks, by the key that the diagram gives in `form`. */
  readonly forms?: Forms
  /** What its service tasks do, by the name that the diagram gives in `service`. */
  readonly services?: Readonly<Record<string, Service>>
  /** What is done outside the database for messages that its cases throw, by the message's name. */
  readonly effects?: Readonly<Record<string, Effect>>
  /** Told when the limit of a task is moved, by an extension or a clock that stood still, in the same transaction. */
  readonly onLimit?: (context: Context, moved: MovedLimit) => Promise<void>
  /** Messages of other cases that begin one of these, about the same subject; each is the name of a start event. */
  readonly startsOn?: readonly string[]
  /** false: whoever began a case may not end it (撤销); left out, they may. */
  readonly endable?: false
}

/** What a case is about, where that is a row of a record. */
export type Subject = { readonly record: string; readonly id: string } | undefined

/** What a service task is told. */
export interface ServiceCall {
  readonly case: string
  readonly element: string
  readonly vars: Vars
  readonly subject: Subject
}

export interface MovedLimit {
  readonly case: string
  readonly element: string
  readonly subject: Subject
  /** ISO 8601, before and from now on; null where there is none. */
  readonly from: string | null
  readonly due: string | null
}

/**
 * Done within the transaction of the step, so that both hold or neither does; nothing outside the database.
 * @returns what the case knows from then on
 * @throws FlowError for what the diagram may catch; anything else undoes the step
 */
export type Service = (context: Context, call: ServiceCall) => Promise<Vars | undefined>

/** What an effect is told. */
export interface Delivery {
  /** The same at every try: whoever receives it twice may know it by that. */
  readonly key: string
  readonly case: string
  readonly vars: Vars
}

/** Done outside the database after the step is kept, and again until it does not throw. */
export type Effect = (context: Context, delivery: Delivery) => Promise<void>

/** An error that a boundary event of the diagram may catch by its code. */
export class FlowError extends Error {
  readonly code: string
  constructor(code: string, message = '') {
    super(message)
    this.code = code
  }
}
