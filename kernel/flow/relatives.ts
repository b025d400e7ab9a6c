import { sql } from 'kysely'
import type { Context } from '../system.ts'
import type { CaseHead } from './ledger.ts'
import { seenBy } from './seen.ts'

export type Relative = Pick<CaseHead, 'id' | 'title' | 'process' | 'state'>

export interface Relatives {
  /** The case whose call activity began it. */
  readonly caller: Relative | null
  /** Those that its own call activities began, the first first. */
  readonly called: readonly Relative[]
}

const MOST_CALLED = 100

/** The cases that a case belongs with, as far as the actor may see them. */
export async function relativesOf(context: Context, id: string): Promise<Relatives> {
  const { rows } = await sql<Relative & { isCalled: boolean }>`
    select c.id, c.title, c.process, c.state, c.parent is not distinct from ${id} as "isCalled" from flow.cases c
    where c.id in (select id from flow.cases where parent = ${id} union all select parent from flow.cases where id = ${id})
      and ${seenBy(context)}
    order by c.started_at, c.id limit ${MOST_CALLED + 1}`.execute(context.db)
  const shown = rows.map(({ isCalled, ...relative }) => ({ isCalled, relative }))
  return {
    caller: shown.find(({ isCalled }) => !isCalled)?.relative ?? null,
    called: shown.filter(({ isCalled }) => isCalled).map(({ relative }) => relative),
  }
}
