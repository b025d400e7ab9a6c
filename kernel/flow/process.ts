import type { Vars } from '../../engines/bpmn/index.ts'
import type { Context } from '../system.ts'
import type { Text } from '../text.ts'

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
  /** What its service tasks do, by the name that the diagram gives in `service`. */
  readonly services?: Readonly<Record<string, Service>>
}

/** What a service task is told. */
export interface ServiceCall {
  readonly case: string
  readonly element: string
  readonly vars: Vars
}

/**
 * Done within the transaction of the step, so that both hold or neither does; nothing outside the database.
 * @returns what the case knows from then on
 * @throws FlowError for what the diagram may catch; anything else undoes the step
 */
export type Service = (context: Context, call: ServiceCall) => Promise<Vars | undefined>

/** An error that a boundary event of the diagram may catch by its code. */
export class FlowError extends Error {
  readonly code: string
  constructor(code: string, message = '') {
    super(message)
    this.code = code
  }
}
