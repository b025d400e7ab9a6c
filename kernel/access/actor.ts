/**
 * Who acts. Accounts, sessions and row scopes come with the access kernel proper; until then the demonstration
 * zone lets a person choose a post, and a zone with real data accepts no writes over HTTP.
 */
export const ROLES = {
  guest: { zh: '演示访客', en: 'Guest of the demonstration' },
  visitor: { zh: '访客', en: 'Visitor' },
  officer: { zh: '责任单位经办', en: 'Office staff' },
  supervisor: { zh: '督查室', en: 'Supervision office' },
  leader: { zh: '管委会领导', en: 'Zone leader' },
  statistician: { zh: '统计人员', en: 'Statistician' },
} as const

export type Role = keyof typeof ROLES

export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The office the person belongs to, by id. */
  readonly office: string
}

/** The program itself: start-up, demonstration data. */
export const SYSTEM_ACTOR: Actor = { id: 'gaoxin', name: '系统', role: 'supervisor', office: 'office' }
/** Nobody in particular: in a demonstration, and in a zone with real data. */
export const GUEST: Actor = { id: 'visitor', name: '访客', role: 'guest', office: '' }
export const VISITOR: Actor = { id: 'visitor', name: '访客', role: 'visitor', office: '' }
