import { insertRows } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { changes } from '../tables.ts'

export interface Why {
  readonly reason?: string | undefined
  readonly approvedBy?: string | undefined
  readonly document?: string | undefined
}

/** A line of history: the old value beside the new. */
export const note = (
  context: Context,
  granule: string,
  line: {
    kind: 'status' | 'change' | 'override'
    field: string
    before: string | null
    after: string | null
  },
  why: Why = {},
) =>
  insertRows(
    context.db,
    changes,
    [
      {
        granule,
        ...line,
        reason: why.reason || null,
        approved_by: why.approvedBy || null,
        document: why.document || null,
        changed_by: context.actor.name,
        changed_on: context.today,
      },
    ],
    { actor: context.actor, now: context.now(), newId: context.newId },
  )
