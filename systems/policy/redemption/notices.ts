/** 公示: claims shown before they are paid, objections to them, and their end. */
import { sql } from 'kysely'
import { moveCase } from '../../../kernel/flow/index.ts'
import { createRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from './act.ts'
import { lockClaim, lockClaims } from './claims.ts'
import { redemptionError } from './errors.ts'
import { lockCaseOf, tellObjection } from './flow/case.ts'
import { claimOfObjection, makeNotice, writeAnswer } from './onNotice.ts'
import { type NoticeRow, objections } from './tables.ts'

/** Puts approved claims of the actor's office on notice from today on. @throws GaoxinError CLAIM_STEP, CLAIM_ROLE */
export async function publicize(context: Context, ids: readonly string[]): Promise<NoticeRow> {
  await lockClaims(context, sql`c.id = any(${ids}::text[])`)
  const notice = await makeNotice(context, context.actor.office)
  for (const id of [...ids].sort()) await act(context, id, 'publicize', { notice: notice.id })
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
  const running = await lockCaseOf(context, id)
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
  const { id: filed } = await createRow(context, objections, values)
  if (running) await tellObjection(context, id, running.id)
  return { id: String(filed) }
}

/** Answers an objection; one that is upheld sends its claim back for review. @throws GaoxinError CLAIM_STEP, CLAIM_ROLE */
export async function answerObjection(
  context: Context,
  id: string,
  state: 'upheld' | 'rejected',
  answer: string,
): Promise<void> {
  const of = await claimOfObjection(context, id)
  const found = await lockCaseOf(context, of)
  const { rows } = await sql<{ token: number }>`select token from flow.tasks
    where case_id = ${found?.id ?? ''} and element = 'objection'`.execute(context.db)
  if (found && rows[0]) {
    const vars = { objection: id, upheld: state === 'upheld' ? 'yes' : 'no', answer }
    await moveCase(context, found.id, { type: 'done', token: rows[0].token, vars }, '答复公示异议')
    return
  }
  // Its notice is over, or it was sent back for another one.
  await writeAnswer(context, await lockClaim(context, of), { id, state, answer })
  if (state === 'upheld') await act(context, of, 'return', { reason: answer })
}
