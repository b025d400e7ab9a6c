import type { EventKind } from '../words.ts'
import { redemptionError } from './errors.ts'
import { YEARS_BACK } from './settings.ts'

/** Things that one year may hold several of: each has its own name. */
const NAMED: readonly EventKind[] = ['investment', 'lease', 'other']

export const needsSubject = (event: EventKind): boolean => NAMED.includes(event)

/**
 * What a claim is for, as one key: an enterprise is paid for a granule once for each. Facts of a year are those of the
 * last whole one, which the rule looks at; a threshold is reached for the first time once.
 * @param subject the project, lease or other thing, as the enterprise calls it
 * @throws GaoxinError CLAIM_PERIOD
 */
export function keyOf(
  event: EventKind,
  today: string,
  year: string | undefined,
  subject?: string,
): { year: string; key: string } {
  const now = Number(today.slice(0, 4))
  const last = String(now - 1)
  const asked = year ?? last
  const back = now - Number(asked)
  if (event === 'yearly' ? asked !== last : !(back >= 0 && back <= YEARS_BACK))
    throw redemptionError('CLAIM_PERIOD', { place: 'year', value: asked })
  if (event === 'threshold') return { year: asked, key: 'once' }
  if (!needsSubject(event)) return { year: asked, key: asked }
  const called = normalised(subject ?? '')
  if (called === '') throw redemptionError('CLAIM_PERIOD', { place: 'subject' })
  return { year: asked, key: `${asked}/${called}` }
}

/** The same thing however it is typed. */
export const normalised = (subject: string): string =>
  subject
    .normalize('NFKC')
    .replace(/[\s\p{P}]+/gu, '')
    .toUpperCase()
