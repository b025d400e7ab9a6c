/** 追回: what came back of what is to be recovered. */
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from './act.ts'
import { clawbackOf } from './recovered.ts'
import { PAYING_OFFICE } from './settings.ts'
import type { ClawbackRow } from './tables.ts'

/** Where money comes back to is who paid it. */
export const mayRecover = ({ role, office }: Actor): boolean => role === 'officer' && office === PAYING_OFFICE

/**
 * Enters an amount that came back; when it is all there, the claim is recovered.
 * @throws GaoxinError CLAWBACK_AMOUNT when it is more than is still to come, CLAIM_ROLE, CLAIM_STEP
 */
export async function recover(context: Context, claim: string, yuan: string): Promise<ClawbackRow> {
  await clawbackOf(context, claim)
  await act(context, claim, 'recover', { amount: yuan })
  return clawbackOf(context, claim)
}
