/**
 * Who acts, by which role. The three administrators are those of GB/T 22239-2019 level 3: none of them reads what the
 * zone's people work on, and nobody is two of them.
 */
export const ROLES = {
  guest: { zh: '演示访客', en: 'Guest of the demonstration' },
  visitor: { zh: '访客', en: 'Visitor' },
  officer: { zh: '责任单位经办', en: 'Office staff' },
  supervisor: { zh: '督查室', en: 'Supervision office' },
  leader: { zh: '管委会领导', en: 'Zone leader' },
  statistician: { zh: '统计人员', en: 'Statistician' },
  system: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  audit: { zh: '审计管理员', en: 'Audit administrator' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  resident: { zh: '居民', en: 'Resident' },
} as const

export type Role = keyof typeof ROLES

/** Kept apart: whoever runs the system, whoever lets people in, and whoever looks at what these two did. */
export const ADMINISTRATORS: readonly Role[] = ['system', 'security', 'audit']

/** Those who do the zone's work. */
export const OFFICERS: readonly Role[] = ['officer', 'supervisor', 'leader', 'statistician']
/** The zone's own people. */
export const STAFF: readonly Role[] = [...OFFICERS, 'gridWorker', ...ADMINISTRATORS]

/** Those who are somebody: nobody in particular has nothing of their own. */
export const SOMEBODY: readonly Role[] = (Object.keys(ROLES) as Role[]).filter(
  (role) => role !== 'guest' && role !== 'visitor',
)

export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The office the person belongs to, by id. */
  readonly office: string
  /** The one enterprise for which the person acts: its 统一社会信用代码. */
  readonly enterprise?: string
  /** The code of the grid cell, community, street or district that the post looks after. */
  readonly grid?: string
  /** The account of the colleague whose post was lent, by which the person acts now. */
  readonly standsFor?: string
}

/** The program itself: start-up, demonstration data. */
export const SYSTEM_ACTOR: Actor = { id: 'gaoxin', name: '系统', role: 'supervisor', office: 'office' }
/** Nobody in particular: in a demonstration, and in a zone with real data. */
export const GUEST: Actor = { id: 'visitor', name: '访客', role: 'guest', office: '' }
export const VISITOR: Actor = { id: 'visitor', name: '访客', role: 'visitor', office: '' }
