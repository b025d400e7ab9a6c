import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { isWhole, type Permit, permitFor } from '../access/grants.ts'
import { type RecordDefinition, tableName } from '../store/index.ts'
import type { Context } from '../system.ts'
import type { Decision } from './decision.ts'

/**
 * Whether a person may be told of single subjects: what a decision says of one tells of all that it was told, so
 * whoever sees only some rows or columns of what it is told from hears totals alone.
 */
export const seesSubjects = ({ population: { record, sources } }: Decision, actor: Actor): boolean =>
  [record, ...sources].every((each) => {
    const permit = wholeRows(each, actor)
    return permit !== undefined && permit.where === undefined
  })

/**
 * Whether a person may be told of this one subject: whoever may be told of all, and of its own row whoever the
 * population names (`Population.own`). Columns that are hidden from them still hide all of it.
 */
export async function seesSubject({ db, actor }: Context, decision: Decision, id: string): Promise<boolean> {
  if (seesSubjects(decision, actor)) return true
  const { record, sources, own = [] } = decision.population
  if (!own.includes(actor.role) || !sources.every((each) => wholeRows(each, actor))) return false
  const permit = wholeRows(record, actor)
  if (!permit) return false
  const { rows } = await sql`select from ${sql.raw(tableName(record.id))}
    where id = ${id} and ${permit.where ?? sql`true`}`.execute(db)
  return rows.length > 0
}

/** What an actor reads of a record, where that is all columns of the rows. */
function wholeRows(record: RecordDefinition, actor: Actor): Permit | undefined {
  const permit = permitFor(record, actor, 'read')
  return permit && isWhole(record, permit) ? permit : undefined
}
