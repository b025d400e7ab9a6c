import type { Context } from '../../system.ts'
import { type Kept, lockCase } from '../rows.ts'
import { noteStep } from '../save.ts'

/** What people did with a task, as the history of its case keeps it beside what the engine says. */
export interface WorkDone {
  readonly what: 'work'
  readonly verb: WorkVerb
  readonly token?: number
  readonly element?: string
  /** Who or which office had it before, and has it now. */
  readonly from?: Whom
  readonly to?: Whom
  /** Whose post the actor was lent (代). */
  readonly for?: string
  /** The limit before and after. */
  readonly due?: { readonly from: string | null; readonly to: string | null }
}
export interface Whom {
  readonly person?: string
  readonly name?: string
  readonly office?: string
}
export type WorkVerb =
  | 'taken'
  | 'left'
  | 'delegated'
  | 'reassigned'
  | 'returned'
  | 'asked'
  | 'unasked'
  | 'answered'
  | 'urged'
  | 'withdrawn'
  | `${'pause' | 'extension'}-${'asked' | 'approved' | 'refused'}`
  | 'resumed'
  | 'late'
  | 'ended'

/** Those that change nothing of where a task stands. */
export const PASSING: readonly WorkVerb[] = ['urged', 'late']

/** Enters what was done into the history of a case that the transaction has locked. */
export async function noteWork(
  { db, actor, moment, changed }: Context,
  id: string,
  done: Omit<WorkDone, 'what' | 'for'>,
  why?: string,
): Promise<void> {
  const kept = (await lockCase(db, id)) as Kept
  const happened: WorkDone = { what: 'work', ...done, ...(actor.standsFor ? { for: actor.standsFor } : {}) }
  await noteStep(db, { row: kept.row, at: moment(), actor: actor.id, why: why ?? null, happened: [happened] })
  await changed('flow.cases', [id])
}
