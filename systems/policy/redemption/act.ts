/** One step of one claim: whether it may be taken, what it does, where it leads. */
import { SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Mode } from '../words.ts'
import { dueOn } from './begin.ts'
import { claimOf, granuleOfClaim, lockClaim, lockRelated, situationOf } from './claims.ts'
import { EFFECTS, type Given } from './effects.ts'
import { type ClaimRow, claims } from './tables.ts'
import { type Act, stepOf } from './transitions.ts'

/** Where the rule is met, the rule is the review. */
const BY_RULE: readonly Mode[] = ['automatic', 'declared']

/**
 * @param values written with it, besides what the step itself does
 * @throws GaoxinError RECORD_NOT_FOUND, CLAIM_STEP, CLAIM_ROLE, and what guards and effects throw
 */
export async function act(
  context: Context,
  id: string,
  what: Act,
  given: Given = {},
  values: Readonly<Record<string, unknown>> = {},
): Promise<ClaimRow> {
  const found = await lockClaimFor(context, id, what)
  const { to } = stepOf(what, await situationOf(context, found, given.reason), context.actor)
  const effect = await EFFECTS[what]?.(context, found, given)
  const moved = (await updateRow(context, claims, id, {
    state: to,
    due_on: dueOn(to, context.today),
    ...effect,
    ...values,
  })) as unknown as ClaimRow
  return what === 'submit' ? passByRule(context, moved) : moved
}

async function lockClaimFor(context: Context, id: string, what: Act): Promise<ClaimRow> {
  // An approval looks at what the group was granted: all of it is locked, in one order, before anything is read.
  if (what !== 'approve') return lockClaim(context, id)
  return lockRelated(context, await claimOf(context, id))
}

async function passByRule(context: Context, claim: ClaimRow): Promise<ClaimRow> {
  const { row } = await granuleOfClaim(context, claim)
  const { submitted } = claim.assessed as { submitted?: { verdict: string; amountYuan: string | null } }
  const met = submitted?.verdict === 'match' && submitted.amountYuan !== null
  if (!met || !BY_RULE.includes(row.mode as Mode)) return claim
  return act({ ...context, actor: SYSTEM_ACTOR }, claim.id, 'review')
}
