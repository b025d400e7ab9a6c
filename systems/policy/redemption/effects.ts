/** What steps do beside moving a claim on: judge it, take money from the pot and give it back, keep who did it when. */
import { sql } from 'kysely'
import { daysBetween } from '../../../kernel/calendar/days.ts'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { createRow, getRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { type Assessment, assess, type Granule } from '../granule/index.ts'
import { dueOn } from './begin.ts'
import { grantedBefore, granuleOfClaim } from './claims.ts'
import { redemptionError } from './errors.ts'
import { eventDay, needsEventDay } from './event.ts'
import { fenIn, fenOf, yuanOf } from './money.ts'
import { makeNotice } from './onNotice.ts'
import { release, reserve } from './pot.ts'
import { enterRecovered } from './recovered.ts'
import { type ClaimRow, clawbacks, type NoticeRow, notices } from './tables.ts'
import type { Act } from './verbs.ts'
import { HOLDING } from './words.ts'

/** What may be given with a step. */
export interface Given {
  readonly reason?: string | undefined
  /** 一事一议: yuan, with a review. */
  readonly decidedAmount?: string | undefined
  /** Of a clawback: yuan, and by which rule. */
  readonly amount?: string | undefined
  readonly basis?: string | undefined
  /** With a submission: facts that no system knows. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** YYYY-MM-DD on which it happened, where no system knows. */
  readonly eventOn?: string | undefined
  /** The notice that holds many; without it one is made. */
  readonly notice?: string | undefined
  /** The batch of payments in which it is ordered or answered. */
  readonly batch?: string | undefined
}

type Values = Readonly<Record<string, unknown>>
type Effect = (context: Context, claim: ClaimRow, given: Given) => Promise<Values>

/** @returns what is written into the claim's row beside its state */
const refused = async (_: Context, __: ClaimRow, { reason }: Given) => ({ reason: reason!.trim() })

/** Steps that are not named here only move the claim. */
export const EFFECTS: Partial<Readonly<Record<Act, Effect>>> = {
  submit: async (context, claim, { facts, eventOn }) => {
    const given = facts ?? claim.given
    const judged = { ...claim, given, submitted_on: context.today }
    const granule = await granuleOfClaim(context, claim)
    await requireAccount(context, claim)
    await requireMaterials(context, claim, granule)
    const assessment = await judge(context, judged, granule)
    // What is not known is no "no": it is reviewed by a person.
    if (assessment.verdict === 'no' || assessment.verdict === 'near') throw ineligible(assessment)
    return {
      given,
      event_on: eventDay(
        granule,
        assessment.inputs,
        eventOn ?? claim.event_on,
        claim.submitted_on ?? context.today,
      ),
      amount: assessment.amountYuan,
      assessed: { ...(claim.assessed as object), submitted: { on: context.today, ...assessment } },
      // The days of the office count from the first submission on.
      submitted_on: claim.submitted_on ?? context.today,
      reason: null,
    }
  },
  ask: async (_, __, { reason }) => ({ asked: reason!.trim() }),
  review: async (context, claim, { decidedAmount, reason }) => {
    const individual = await isIndividual(context, claim)
    if (decidedAmount !== undefined && !individual)
      throw redemptionError('CLAIM_TYPED', { place: 'decidedAmount' })
    if (individual && (decidedAmount === undefined || !(reason ?? '').trim()))
      throw redemptionError('CLAIM_UNDECIDED', { place: 'decidedAmount' })
    return {
      reviewed_on: context.today,
      reviewed_by: context.actor.id,
      ...(decidedAmount === undefined
        ? {}
        : { decided_amount: decidedAmount, decided_reason: reason!.trim(), amount: decidedAmount }),
    }
  },
  approve: async (context, claim) => {
    if (!claim.pot) throw redemptionError('POT_NONE')
    const assessment = await judge(context, claim, await granuleOfClaim(context, claim))
    if (assessment.verdict !== 'match') throw ineligible(assessment)
    const amount = assessment.amountYuan ?? claim.decided_amount
    if (amount === null) throw redemptionError('CLAIM_UNDECIDED', { place: 'decidedAmount' })
    if (fenOf(amount) <= 0n) throw redemptionError('CLAIM_NOTHING', { value: amount })
    await reserve(context, claim.pot, amount)
    return {
      amount,
      assessed: { ...(claim.assessed as object), approved: { on: context.today, ...assessment } },
      approved_on: context.today,
      approved_by: context.actor.id,
    }
  },
  reject: refused,
  return: async (context, claim, given) => ({
    ...(await giveBack(context, claim)),
    ...(await refused(context, claim, given)),
    reviewed_on: null,
    reviewed_by: null,
  }),
  withdraw: (context, claim) => giveBack(context, claim),
  publicize: async (context, claim, { notice }) => {
    const { id, to } = notice
      ? ((await getRow(context.db, notices, notice)) as unknown as NoticeRow)
      : await makeNotice(context, claim.office)
    return { notice: id, due_on: addWorkdays(to, 1) }
  },
  order: async ({ today }, _, given) => {
    requireBatch(given)
    return { ordered_on: today }
  },
  cancel: async (_, __, given) => {
    requireBatch(given)
    return { ordered_on: null }
  },
  pay: async ({ today }, { submitted_on }, given) => {
    requireBatch(given)
    return {
      paid_on: today,
      paid_month: today.slice(0, 7),
      days: submitted_on === null ? null : daysBetween(submitted_on, today),
    }
  },
  bounce: async (_, __, given) => {
    requireBatch(given)
    return {}
  },
  clawback: async (context, claim, { reason, basis, amount }) => {
    const asked = amount === undefined ? undefined : fenIn(amount)
    if (asked === undefined || asked <= 0n || asked > fenOf(claim.amount!))
      throw redemptionError('CLAWBACK_AMOUNT', { place: 'amount', value: amount })
    if (!basis?.trim()) throw redemptionError('CLAIM_REASON', { place: 'basis' })
    await createRow(context, clawbacks, {
      claim: claim.id,
      credit_code: claim.credit_code,
      reason: reason!.trim(),
      basis: basis.trim(),
      amount: yuanOf(asked),
      recovered: '0.00',
      state: 'open',
      decided_by: context.actor.id,
      decided_on: context.today,
      due_on: dueOn('recovering', context.today),
    })
    return { reason: reason!.trim() }
  },
  recover: async (context, claim, { amount }) =>
    (await enterRecovered(context, claim.id, amount ?? ''))
      ? {}
      : { state: 'recovering', due_on: claim.due_on },
}

/** Money moves by a batch alone, which has its payment. @throws GaoxinError CLAIM_STEP */
function requireBatch({ batch }: Given): void {
  if (!batch)
    throw redemptionError('CLAIM_STEP', {
      place: 'batch',
      more: text('请在付款批次中办理', 'it is done with its batch of payments'),
    })
}

/** Puts back into the pot what the claim holds of it. */
async function giveBack(context: Context, { state, pot, amount }: ClaimRow): Promise<Values> {
  if (!(HOLDING as readonly string[]).includes(state)) return {}
  await release(context, pot!, amount!)
  return { approved_on: null, approved_by: null, notice: null }
}

/** By the facts of the day on which it was submitted, and what was granted until now. */
const judge = async (context: Context, claim: ClaimRow, granule: Granule): Promise<Assessment> =>
  assess(context, {
    granule,
    enterprise: claim.enterprise,
    given: claim.given as Readonly<Record<string, unknown>>,
    asOf: claim.submitted_on ?? context.today,
    paid: await grantedBefore(context, claim, granule),
  })

/** 一事一议: the conditions hold, and the formula has no answer. */
async function isIndividual(context: Context, claim: ClaimRow): Promise<boolean> {
  const { verdict, amountYuan } = await judge(context, claim, await granuleOfClaim(context, claim))
  return verdict === 'match' && amountYuan === null
}

async function requireAccount({ db }: Context, { enterprise }: ClaimRow): Promise<void> {
  const { rows } = await sql`select from policy.accounts where enterprise = ${enterprise}`.execute(db)
  if (rows.length === 0) throw redemptionError('CLAIM_ACCOUNT')
}

/** 材料: what data show already is never asked for. */
export const materialsOf = (granule: Granule): readonly Material[] => [
  ...((granule.row.evidence ?? []) as readonly Material[]).filter(({ fromData }) => !fromData),
  // A day that only the claim says is proven.
  ...(needsEventDay(granule) ? [{ name: '事项日期证明' }] : []),
]
export interface Material {
  readonly name: string
  /** Data show it. */
  readonly fromData?: boolean
}

async function requireMaterials({ db }: Context, { id }: ClaimRow, granule: Granule): Promise<void> {
  const needed = materialsOf(granule)
  if (needed.length === 0) return
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from attachments.files
    where owner_record = 'policy.claims' and owner_row = ${id}`.execute(db)
  if (rows[0]!.n > 0) return
  const names = needed.map(({ name }) => name)
  throw redemptionError('CLAIM_MATERIALS', { value: names, more: text(names.join('、'), names.join(', ')) })
}

/** Told which conditions fail, and by how much. */
function ineligible({ verdict, criteria }: Assessment) {
  const failing = criteria.filter(({ holds }) => holds !== true)
  const says = failing.map(({ says, gap }) => (gap ? `${says}（差 ${gap}）` : says))
  return redemptionError('CLAIM_ELIGIBLE', {
    value: verdict,
    details: { criteria: failing },
    more: text(says.join('；'), says.join('; ')),
  })
}
