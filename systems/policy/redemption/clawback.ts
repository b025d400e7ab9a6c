/** 追回: what came back of what is to be recovered. */
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/access/actor.ts'
import { getRow, notFound, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from './act.ts'
import { lockClaim } from './claims.ts'
import { redemptionError } from './errors.ts'
import { fenOf, yuanOf } from './money.ts'
import { PAYING_OFFICE } from './settings.ts'
import { type ClawbackRow, clawbacks } from './tables.ts'

/** Where money comes back to is who paid it. */
export const mayRecover = ({ role, office }: Actor): boolean => role === 'officer' && office === PAYING_OFFICE

/**
 * Enters an amount that came back; when it is all there, the claim is recovered.
 * @throws GaoxinError CLAWBACK_AMOUNT when it is more than is still to come, CLAIM_ROLE, CLAIM_STEP
 */
export async function recover(context: Context, claimId: string, yuan: string): Promise<ClawbackRow> {
  const claim = await lockClaim(context, claimId)
  const { rows } = await sql<{
    id: string
  }>`select id from policy.clawbacks where claim = ${claim.id} for update`.execute(context.db)
  const id = rows[0]?.id
  const found = id && ((await getRow(context.db, clawbacks, id)) as unknown as ClawbackRow)
  if (!found) throw notFound(clawbacks, claimId)
  if (!mayRecover(context.actor)) throw redemptionError('CLAIM_ROLE', { value: context.actor.role })
  const sum = fenOf(found.recovered) + fenOf(yuan)
  if (fenOf(yuan) <= 0n || sum > fenOf(found.amount))
    throw redemptionError('CLAWBACK_AMOUNT', { place: 'amount', value: yuan })
  const whole = sum === fenOf(found.amount)
  if (whole) await act(context, claimId, 'recover')
  return (await updateRow(context, clawbacks, found.id, {
    recovered: yuanOf(sum),
    ...(whole ? { state: 'recovered', closed_on: context.today } : {}),
  })) as unknown as ClawbackRow
}
