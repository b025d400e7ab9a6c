import type { Actor } from '../../../kernel/access/actor.ts'
import { CITY_OFFICE } from '../settings.ts'

/** A second seat at the desk: two work from one queue. */
export const demoPeople = async (): Promise<readonly Actor[]> => [
  { id: 'dispatcher', name: '执法局 派遣员', role: 'officer', office: CITY_OFFICE },
]
