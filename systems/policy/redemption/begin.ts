/** How a claim comes to be when an enterprise begins it; `propose.ts` has those that the data propose. */
import { sql } from 'kysely'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { createRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type Granule, granuleOf } from '../granule/index.ts'
import type { EventKind } from '../words.ts'
import { redemptionError } from './errors.ts'
import { keyOf } from './period.ts'
import { DUE_DAYS } from './settings.ts'
import { type ClaimRow, claims } from './tables.ts'
import { DEAD } from './words.ts'

export interface Beginning {
  /** The version that is in force. */
  readonly granule: string
  readonly year?: string | undefined
  readonly subject?: string | undefined
  readonly given?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Begins a claim for the enterprise that acts, as a draft.
 * @throws GaoxinError CLAIM_OPEN_GRANULE, CLAIM_WINDOW, CLAIM_PERIOD, ALREADY_CLAIMED
 */
export async function begin(context: Context, beginning: Beginning): Promise<ClaimRow> {
  const { rows } = await sql<Enterprise>`select id, code from enterprises.enterprises
    where code = ${context.actor.enterprise ?? ''} and cancelled_on is null`.execute(context.db)
  if (!rows[0]) throw redemptionError('CLAIM_ROLE', { place: 'enterprise' })
  return enter(context, await openGranule(context, beginning.granule), rows[0], beginning)
}

interface Enterprise {
  readonly id: string
  readonly code: string
}

/** A granule that takes claims today. @throws GaoxinError CLAIM_OPEN_GRANULE, CLAIM_WINDOW */
export async function openGranule(context: Context, id: string): Promise<Granule> {
  const granule = await granuleOf(context, id)
  const { state, standing, from, to, window_from, window_to } = granule.row
  const { today } = context
  // A clause of another place shows a shape; nobody here is paid by it.
  if (standing === 'sample' || state !== 'published' || from > today || (to !== null && to <= today))
    throw redemptionError('CLAIM_OPEN_GRANULE', { value: id })
  if ((window_from !== null && today < window_from) || (window_to !== null && today > window_to))
    throw redemptionError('CLAIM_WINDOW', { value: `${window_from ?? ''}—${window_to ?? ''}` })
  return granule
}

async function enter(
  context: Context,
  { row }: Granule,
  enterprise: Enterprise,
  { year, subject, given = {} }: Beginning,
): Promise<ClaimRow> {
  const period = keyOf(row.event as EventKind, context.today, year, subject)
  const key = { enterprise: enterprise.id, granule_code: row.code, key: period.key }
  await refuseTwice(context, key)
  return (await createRow(context, claims, {
    number: numberOf(context),
    ...key,
    credit_code: enterprise.code,
    granule: row.id,
    office: row.office,
    stack: row.stacking === 'stackable' ? null : row.stack,
    year: period.year,
    subject: subject?.trim() || null,
    origin: 'applied',
    state: 'draft',
    due_on: dueOn('draft', context.today),
    given,
    pot: row.pot,
  }).catch((error) => {
    // Two at once: the index over living claims let one of them in.
    throw error instanceof GaoxinError && error.code === 'RECORD_EXISTS'
      ? redemptionError('ALREADY_CLAIMED')
      : error
  })) as unknown as ClaimRow
}

async function refuseTwice(
  { db }: Context,
  { enterprise, granule_code, key }: Readonly<Record<'enterprise' | 'granule_code' | 'key', string>>,
): Promise<void> {
  const { rows } = await sql<{ id: string; number: string }>`select id, number from policy.claims
    where enterprise = ${enterprise} and granule_code = ${granule_code} and key = ${key}
      and state <> all(${DEAD}::text[])`.execute(db)
  if (rows[0]) throw redemptionError('ALREADY_CLAIMED', { place: rows[0].number, value: rows[0].id })
}

/** Numbers tell neither how many claims there are nor whose is next. */
export const numberOf = ({ today, newId }: Context) =>
  `DX${today.replaceAll('-', '')}-${newId().replaceAll('-', '').slice(-8).toUpperCase()}`

export const dueOn = (state: keyof typeof DUE_DAYS | string, today: string): string | null => {
  const days = DUE_DAYS[state as keyof typeof DUE_DAYS]
  return days === undefined ? null : addWorkdays(today, days)
}
