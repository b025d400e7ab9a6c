import { type RawBuilder, sql } from 'kysely'
import { OFFICERS } from '../../access/actor.ts'
import type { Context } from '../../system.ts'
import { keptBy } from '../versions.ts'
import { REQUEST_COLUMNS, type TimeRequest } from './requests.ts'

/** 待我审批: time that others ask for and the actor decides about, with what they go by. */
export interface ToDecide extends TimeRequest {
  /** Of the case. */
  readonly title: string
  /** Of the task. */
  readonly name: string
  readonly office: string | null
}

/** Where the list goes on: after this one. */
export type AfterRequest = Pick<TimeRequest, 'asked_at' | 'id'>

/** `decides` of may.ts as a condition on requests `r` and their tasks `t`. */
function isForMe(context: Context): RawBuilder<unknown> {
  const { role, office, id, standsFor } = context.actor
  const above = [
    ...(role === 'leader' ? [sql`t.office = ${office}`] : []),
    ...(OFFICERS.includes(role) && keptBy(context).length > 0
      ? [sql`t.process = any(${keptBy(context)}::text[])`]
      : []),
  ]
  if (above.length === 0) return sql`false`
  const mine = [id, ...(standsFor ? [standsFor] : [])]
  return sql`(${sql.join(above, sql` or `)}) and r.asked_by <> all(${mine}::text[])
    and (t.holder is null or t.holder <> all(${mine}::text[]))`
}

/** Requests that nobody has decided and the actor may, the longest asked first, a page at a time. */
export async function requestsToDecide(
  context: Context,
  { limit, after }: { readonly limit: number; readonly after?: AfterRequest | undefined },
): Promise<readonly ToDecide[]> {
  const beyond = after ? sql`and (r.asked_at, r.id) > (${after.asked_at}::timestamptz, ${after.id})` : sql``
  const { rows } = await sql<ToDecide>`select ${REQUEST_COLUMNS}, c.title, t.name, t.office
    from flow.requests r join flow.tasks t using (case_id, token) join flow.cases c on c.id = r.case_id
    where r.state = 'asked' and ${isForMe(context)} ${beyond}
    order by r.asked_at, r.id limit ${limit}`.execute(context.db)
  return rows
}

/** How many there are, as a query of one number, counted no further than `most`. */
export const countToDecide = (context: Context, most: number): RawBuilder<unknown> =>
  sql`(select count(*)::integer from (select from flow.requests r join flow.tasks t using (case_id, token)
    where r.state = 'asked' and ${isForMe(context)} order by r.asked_at limit ${most}) each)`
