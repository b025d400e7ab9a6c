/** 公示: claims shown before they are paid, objections to them, and their end. */
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/access/actor.ts'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { createRow, notFound, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from './act.ts'
import { lockClaim, lockClaims } from './claims.ts'
import { redemptionError } from './errors.ts'
import { NOTICE_DAYS } from './settings.ts'
import { type NoticeRow, notices, objections } from './tables.ts'

/** Puts approved claims of the actor's office on notice from today on. @throws GaoxinError CLAIM_STEP, CLAIM_ROLE */
export async function publicize(context: Context, ids: readonly string[]): Promise<NoticeRow> {
  const { today, actor } = context
  const notice = (await createRow(context, notices, {
    title: `${Number(today.slice(0, 4))}年${Number(today.slice(5, 7))}月惠企政策兑现公示`,
    office: actor.office,
    from: today,
    to: addWorkdays(today, NOTICE_DAYS),
  })) as unknown as NoticeRow
  const values = { notice: notice.id, due_on: addWorkdays(notice.to, 1) }
  for (const id of [...ids].sort()) await act(context, id, 'publicize', {}, values)
  return notice
}

/**
 * Ends the notice of every claim of the actor's office whose days are over and to which nothing is objected.
 * @returns how many were cleared
 */
export async function clearAll(context: Context): Promise<number> {
  const ids = await lockClaims(
    context,
    sql`c.state = 'notice' and c.office = ${context.actor.office}
      and exists (select from policy.notices n where n.id = c.notice and n."to" < ${context.today}::date)
      and not exists (select from policy.objections o where o.claim = c.id and o.state = 'filed')`,
  )
  for (const id of ids) await act(context, id, 'clear')
  return ids.length
}

/**
 * Anybody who reads a notice may object to a claim on it until its last day; an enterprise does so by its registered
 * name, and staff enter it for whoever has no post here.
 * @param by left out by an enterprise
 * @throws GaoxinError CLAIM_STEP when it is not on notice, NOTICE_OVER after the last day, CLAIM_REASON without a name
 */
export async function object(
  context: Context,
  id: string,
  by: string | undefined,
  reason: string,
): Promise<{ id: string }> {
  // Not `lockClaim`: the claim of another enterprise is objected to.
  const [found] = await lockClaims(context, sql`c.id = ${id} and c.state = 'notice'`)
  if (!found) throw redemptionError('CLAIM_STEP', { place: 'object', value: id })
  const { db, actor, today } = context
  const { rows } = await sql<{ to: string; by: string | null }>`select n."to",
      (select name from enterprises.enterprises where code = ${actor.enterprise ?? ''} limit 1) as by
    from policy.claims c join policy.notices n on n.id = c.notice where c.id = ${id}`.execute(db)
  if (!rows[0] || rows[0].to < today) throw redemptionError('NOTICE_OVER', { value: rows[0]?.to })
  const name = actor.role === 'enterprise' ? rows[0].by : by?.trim()
  if (!name) throw redemptionError('CLAIM_REASON', { place: 'by' })
  const values = { claim: id, by: name, reason, filed_on: today, state: 'filed' }
  return { id: String((await createRow(context, objections, values)).id) }
}

/** Of the granule's office, or a leader. */
export const mayAnswer = ({ role, office }: Actor, of: string): boolean =>
  role === 'leader' || (role === 'officer' && office === of)

/** Answers an objection; one that is upheld sends its claim back for review. @throws GaoxinError CLAIM_STEP, CLAIM_ROLE */
export async function answerObjection(
  context: Context,
  id: string,
  state: 'upheld' | 'rejected',
  answer: string,
): Promise<void> {
  const { rows } = await sql<{ claim: string; state: string }>`
    select claim, state from policy.objections where id = ${id}`.execute(context.db)
  if (!rows[0]) throw notFound(objections, id)
  const claim = await lockClaim(context, rows[0].claim)
  const { rows: open } =
    await sql`select from policy.objections where id = ${id} and state = 'filed'`.execute(context.db)
  if (open.length === 0) throw redemptionError('CLAIM_STEP', { place: 'answer', value: rows[0].state })
  const { actor, today } = context
  if (!mayAnswer(actor, claim.office)) throw redemptionError('CLAIM_ROLE', { value: actor.role })
  await updateRow(context, objections, id, { state, answer, answered_by: actor.id, answered_on: today })
  if (state === 'upheld') await act(context, claim.id, 'return', { reason: answer })
}
