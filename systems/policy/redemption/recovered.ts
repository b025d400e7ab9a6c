/** What came back of a claim's money, as rows. */
import { sql } from 'kysely'
import { getRow, notFound, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { redemptionError } from './errors.ts'
import { fenIn, fenOf, yuanOf } from './money.ts'
import { type ClawbackRow, clawbacks } from './tables.ts'

/** @throws GaoxinError RECORD_NOT_FOUND */
export async function clawbackOf({ db }: Context, claim: string): Promise<ClawbackRow> {
  const { rows } = await sql<{ id: string }>`select id from policy.clawbacks where claim = ${claim}`.execute(
    db,
  )
  const found = rows[0] && ((await getRow(db, clawbacks, rows[0].id)) as unknown as ClawbackRow)
  if (!found) throw notFound(clawbacks, claim)
  return found
}

/**
 * Enters an amount of a locked claim.
 * @returns whether it is all there
 * @throws GaoxinError CLAWBACK_AMOUNT when it is none or more than is still to come
 */
export async function enterRecovered(context: Context, claim: string, yuan: string): Promise<boolean> {
  const found = await clawbackOf(context, claim)
  const fen = fenIn(yuan) ?? 0n
  const sum = fenOf(found.recovered) + fen
  if (fen <= 0n || sum > fenOf(found.amount))
    throw redemptionError('CLAWBACK_AMOUNT', { place: 'amount', value: yuan })
  const whole = sum === fenOf(found.amount)
  await updateRow(context, clawbacks, found.id, {
    recovered: yuanOf(sum),
    ...(whole ? { state: 'recovered', closed_on: context.today } : {}),
  })
  return whole
}
