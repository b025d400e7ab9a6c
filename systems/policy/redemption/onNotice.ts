/** 公示 and 异议 as rows; `notices.ts` moves claims by them. */
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/access/actor.ts'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { createRow, notFound, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { redemptionError } from './errors.ts'
import { NOTICE_DAYS } from './settings.ts'
import { type ClaimRow, type NoticeRow, notices, objections } from './tables.ts'

/** A notice from today on. */
export async function makeNotice(context: Context, office: string): Promise<NoticeRow> {
  const { today } = context
  return (await createRow(context, notices, {
    title: `${Number(today.slice(0, 4))}年${Number(today.slice(5, 7))}月惠企政策兑现公示`,
    office,
    from: today,
    to: addWorkdays(today, NOTICE_DAYS),
  })) as unknown as NoticeRow
}

/** Of the granule's office, or a leader. */
export const mayAnswer = ({ role, office }: Actor, of: string): boolean =>
  role === 'leader' || (role === 'officer' && office === of)

export interface Answered {
  /** Left out: the one that was filed first. */
  readonly id: string | undefined
  readonly state: 'upheld' | 'rejected'
  readonly answer: string
}

/** Answers one objection to a locked claim. @throws GaoxinError CLAIM_STEP when none is open, CLAIM_ROLE, CLAIM_REASON */
export async function writeAnswer(
  context: Context,
  claim: Pick<ClaimRow, 'id' | 'office'>,
  { id, state, answer }: Answered,
): Promise<void> {
  const { db, actor, today } = context
  const { rows } = await sql<{ id: string }>`select id from policy.objections
    where claim = ${claim.id} and state = 'filed' and ${id === undefined ? sql`true` : sql`id = ${id}`}
    order by filed_on, recorded_at, id limit 1`.execute(db)
  const [open] = rows
  if (!open) throw redemptionError('CLAIM_STEP', { place: 'answer', value: id })
  if (!mayAnswer(actor, claim.office)) throw redemptionError('CLAIM_ROLE', { value: actor.role })
  if (answer.trim() === '') throw redemptionError('CLAIM_REASON', { place: 'answer' })
  const values = { state, answer: answer.trim(), answered_by: actor.id, answered_on: today }
  await updateRow(context, objections, open.id, values)
}

/** How many objections to a claim are open, and the first of them in words: what whoever answers is shown. */
export async function openObjections(
  { db }: Pick<Context, 'db'>,
  claim: string,
): Promise<{ readonly open: number; readonly objecting: string | null }> {
  const { rows } = await sql<{ open: number; objecting: string }>`
    select count(*) over ()::int as open, by || '：' || reason as objecting from policy.objections
    where claim = ${claim} and state = 'filed' order by filed_on, recorded_at, id limit 1`.execute(db)
  return rows[0] ?? { open: 0, objecting: null }
}

/** The claim that is objected to. @throws GaoxinError RECORD_NOT_FOUND */
export async function claimOfObjection({ db }: Context, id: string): Promise<string> {
  const { rows } = await sql<{ claim: string }>`select claim from policy.objections where id = ${id}`.execute(
    db,
  )
  if (!rows[0]) throw notFound(objections, id)
  return rows[0].claim
}
