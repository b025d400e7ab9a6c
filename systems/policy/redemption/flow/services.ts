/** What the service tasks of redemption do, each within the transaction of its step: who fails a guard undoes the step. */
import type { Vars } from '../../../../engines/bpmn/index.ts'
import { SYSTEM_ACTOR } from '../../../../kernel/access/actor.ts'
import { dayAt } from '../../../../kernel/calendar/moments.ts'
import type { MovedLimit, Service } from '../../../../kernel/flow/index.ts'
import { updateRow } from '../../../../kernel/store/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import type { Mode } from '../../words.ts'
import { dueOn } from '../begin.ts'
import { claimOf, granuleOfClaim, lockClaim, lockRelated, situationOf } from '../claims.ts'
import { EFFECTS, type Given } from '../effects.ts'
import { openObjections, writeAnswer } from '../onNotice.ts'
import { type ClaimRow, claims } from '../tables.ts'
import { ACTS, type Act, notOpen, requireMay, VERBS } from '../verbs.ts'
import type { ClaimState } from '../words.ts'
import { endOf, midnightAfter } from './case.ts'

/** What people give with a step is forgotten after it, so that none of it counts twice. */
const CLEARED = {
  act: null,
  reason: null,
  decidedAmount: null,
  amount: null,
  basis: null,
  facts: null,
  eventOn: null,
  notice: null,
  batch: null,
  objection: null,
  upheld: null,
  answer: null,
}

/** What was not given is left out, as a route leaves it out. */
const givenIn = (vars: Vars): Given =>
  Object.fromEntries(
    Object.keys(CLEARED).flatMap((name) =>
      vars[name] === undefined || vars[name] === null ? [] : [[name, vars[name]]],
    ),
  )

/**
 * Takes a step with the claim's row.
 * @returns what the case knows from then on
 * @throws GaoxinError CLAIM_STEP where the row is not in the state that the case knows, and what guards and effects throw
 */
async function enact(context: Context, act: Act, id: string, vars: Vars): Promise<Vars> {
  const given = givenIn(vars)
  const claim = await locked(context, act, id)
  if (vars.at !== claim.state) throw notOpen(act, claim.state as ClaimState)
  const situation = await situationOf(context, claim, given.reason)
  requireMay(act, situation, context.actor)
  const { to } = VERBS[act]
  const effect = await EFFECTS[act]?.(context, claim, given)
  const row = (await updateRow(context, claims, id, {
    state: to,
    due_on: dueOn(to, context.today),
    ...effect,
  })) as unknown as ClaimRow
  return { ...CLEARED, at: row.state, due: endOf(row.due_on), ...(await toldOf(context, act, row)) }
}

/** An approval looks at what the group was granted: all of it is locked, in one order, before anything is read. */
async function locked(context: Context, act: Act, id: string): Promise<ClaimRow> {
  return act === 'approve' ? lockRelated(context, await claimOf(context, id)) : lockClaim(context, id)
}

async function toldOf(context: Context, act: Act, row: ClaimRow): Promise<Vars> {
  if (act === 'submit') return { byRule: await isMetByRule(context, row) }
  if (act !== 'publicize') return {}
  const { noticeTo } = await situationOf(context, row)
  return { noticeEnds: midnightAfter(noticeTo as string) }
}

/** Where the rule is met, the rule is the review. */
const BY_RULE: readonly Mode[] = ['automatic', 'declared']

async function isMetByRule(context: Context, claim: ClaimRow): Promise<boolean> {
  const { row } = await granuleOfClaim(context, claim)
  const { submitted } = claim.assessed as { submitted?: { verdict: string; amountYuan: string | null } }
  const met = submitted?.verdict === 'match' && submitted.amountYuan !== null
  return met && BY_RULE.includes(row.mode as Mode)
}

/** A service that does what people chose; what they did not choose is not done, whatever a diagram says. */
const chosen =
  (act: Act): Service =>
  async (context, { subject, vars }) => {
    if (vars.act !== act) throw notOpen(act, vars.at as ClaimState)
    return enact(context, act, subject?.id ?? '', vars)
  }

/** 按规则通过: what the rule alone decides is passed by the program. */
const passByRule: Service = (context, { subject, vars }) =>
  enact({ ...context, actor: SYSTEM_ACTOR }, 'review', subject?.id ?? '', vars)

/** 答复异议: one that is upheld sends its claim back for review. */
const answerObjection: Service = async (context, { subject, vars }) => {
  const claim = await lockClaim(context, subject?.id ?? '')
  const { objection, upheld, answer } = vars as Readonly<Record<string, string | null | undefined>>
  await writeAnswer(context, claim, {
    id: objection ?? undefined,
    state: upheld === 'yes' ? 'upheld' : 'rejected',
    answer: answer ?? '',
  })
  if (upheld === 'yes') return enact(context, 'return', claim.id, { ...vars, reason: answer })
  // What is asked next goes by the claim's day, which may have been moved meanwhile.
  return { ...CLEARED, due: endOf(claim.due_on), ...(await openObjections(context, claim.id)) }
}

/** 延期、挂账: a claim whose step is given more time is due by that day too. */
export async function onLimit(context: Context, { subject, due }: MovedLimit): Promise<void> {
  if (!subject || due === null) return
  const { id } = await lockClaim(context, subject.id)
  await updateRow(context, claims, id, { due_on: dayAt(due) })
}

export const services: Readonly<Record<string, Service>> = {
  ...Object.fromEntries(ACTS.map((act) => [act, chosen(act)])),
  passByRule,
  answerObjection,
}
