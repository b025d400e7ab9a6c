import type { Actor } from '../access/actor.ts'
import { permitFor } from '../access/grants.ts'
import type { Decision } from './decision.ts'

/**
 * Whether a person may be told of single subjects: what a decision says of one tells of all that it was told, so
 * whoever sees only some rows or columns of what it is told from hears totals alone.
 */
export const seesSubjects = ({ population: { record, sources } }: Decision, actor: Actor): boolean =>
  [record, ...sources].every((each) => {
    const permit = permitFor(each, actor, 'read')
    return (
      permit !== undefined &&
      permit.where === undefined &&
      Object.keys(permit.record.columns).length === Object.keys(each.columns).length
    )
  })
