import { admitFrom } from '../../../kernel/access/index.ts'
import { deviceByKey } from '../../../kernel/series/index.ts'
import type { Zone } from '../../zone.ts'

/** Keys that fit nobody, from one address; then the line is told so before it is looked at what it has. */
const WRONG_KEYS = { failures: 30, windowMinutes: 15, lockMinutes: 15 } as const

export type Door =
  | { readonly device: { readonly id: string; readonly code: string } }
  | { readonly refused: 'key' | 'throttled' }

/** Which device comes with that key. Wrong ones count against where they come from. */
export async function deviceAtDoor(zone: Zone, key: string, address: string): Promise<Door> {
  const { db, now } = zone.context()
  const device = await deviceByKey(db, key)
  if (device) return { device }
  const isAdmitted = await admitFrom({ db, now: now() }, 'device key', address, WRONG_KEYS)
  return { refused: isAdmitted ? 'key' : 'throttled' }
}
