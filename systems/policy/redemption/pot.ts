/** 资金池: what is granted is taken from it in one statement, which cannot take more than is there. */
import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { pots } from '../tables.ts'
import { redemptionError } from './errors.ts'

/**
 * Commits an amount in yuan. Whoever comes second waits for the first one's row and then sees what that left; the table
 * refuses an overdrawn pot besides, whoever writes it.
 * @throws GaoxinError POT_EMPTY, its details the yuan that are left
 */
export async function reserve(context: Context, pot: string, yuan: string): Promise<void> {
  const { rows } = await sql`update policy.pots set committed = committed + ${yuan}::numeric, ${by(context)}
    where id = ${pot} and committed + ${yuan}::numeric <= amount returning id`.execute(context.db)
  if (rows.length === 0) throw await empty(context, pot)
  await context.changed(pots.id, [pot])
}

/** Gives back what was committed and has not been paid. */
export async function release(context: Context, pot: string, yuan: string): Promise<void> {
  await sql`update policy.pots set committed = committed - ${yuan}::numeric, ${by(context)}
    where id = ${pot}`.execute(context.db)
  await context.changed(pots.id, [pot])
}

const by = ({ now, actor }: Context) => sql`recorded_at = ${now()}, recorded_by = ${actor.id}`

async function empty({ db }: Context, pot: string) {
  const { rows } = await sql<{ name: string; rest: string }>`
    select name, (amount - committed)::text as rest from policy.pots where id = ${pot}`.execute(db)
  const [found] = rows
  if (!found) return redemptionError('POT_NONE', { value: pot })
  const left = Number(found.rest).toFixed(2)
  return redemptionError('POT_EMPTY', {
    place: found.name,
    value: left,
    details: { left },
    more: text(`“${found.name}”还剩 ${left} 元`, `"${found.name}" has ${left} yuan left`),
  })
}
