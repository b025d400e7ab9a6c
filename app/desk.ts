import { randomBytes } from 'node:crypto'
import type { AccessContext, AccessPolicy } from '../kernel/access/index.ts'
import type { Context } from '../kernel/system.ts'

/** The door of the zone as one request finds it. @param address where the request comes from */
export const deskOf = (
  { db, now, newId, vault }: Context,
  policy: AccessPolicy,
  address: string,
): AccessContext => ({ db, now: now(), address, newId, random: randomBytes, vault, policy })
