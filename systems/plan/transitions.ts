import { type Actor, ROLES, type Role } from '../../kernel/access/actor.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'
import { STATUSES, type Status } from './words.ts'

/** Who may move a granule from which status to which, as data; `guards` name what must hold besides. */
export interface Transition {
  readonly action: Action
  readonly name: Text
  readonly from: readonly Status[]
  readonly to: Status
  readonly roles: readonly Role[]
  readonly guards: readonly Guard[]
}

export const ACTIONS = ['issue', 'sign', 'start', 'apply', 'return', 'close', 'drop'] as const
export type Action = (typeof ACTIONS)[number]
export type Guard = 'leadOffice' | 'evidence' | 'reason' | 'complete' | 'answered'

export const TRANSITIONS: readonly Transition[] = [
  {
    action: 'issue',
    name: text('印发', 'Issue'),
    from: ['drafted'],
    to: 'issued',
    roles: ['supervisor', 'leader'],
    guards: [],
  },
  {
    action: 'sign',
    name: text('签收', 'Sign for'),
    from: ['issued'],
    to: 'signed',
    roles: ['officer'],
    guards: ['leadOffice'],
  },
  {
    action: 'start',
    name: text('启动', 'Start'),
    from: ['signed'],
    to: 'active',
    roles: ['officer'],
    guards: ['leadOffice'],
  },
  {
    action: 'apply',
    name: text('申请销号', 'Apply for closing'),
    from: ['active'],
    to: 'applied',
    roles: ['officer'],
    guards: ['leadOffice', 'evidence', 'complete'],
  },
  {
    action: 'return',
    name: text('退回', 'Send back'),
    from: ['applied'],
    to: 'active',
    roles: ['supervisor'],
    guards: ['reason'],
  },
  {
    action: 'close',
    name: text('销号', 'Close'),
    from: ['applied'],
    to: 'closed',
    roles: ['supervisor'],
    guards: ['evidence', 'answered'],
  },
  {
    action: 'drop',
    name: text('调整出清单', 'Take off the list'),
    from: ['drafted', 'issued', 'signed', 'active'],
    to: 'adjusted',
    roles: ['leader'],
    guards: ['reason'],
  },
]

/** What the guards look at. */
export interface Situation {
  readonly status: Status
  readonly leadOffice: string
  /** Files attached to the granule. */
  readonly evidence: number
  /** 完成进度 as last reported, percent. */
  readonly actual: number
  /** Supervision letters that await their answer. */
  readonly openLetters: number
  readonly reason?: string | undefined
}

const GUARDS: Readonly<
  Record<
    Guard,
    { holds: (situation: Situation, actor: Actor) => boolean; code: string; says: Text; remedy: Text }
  >
> = {
  leadOffice: {
    holds: ({ leadOffice }, { office }) => office === leadOffice,
    code: 'PLAN_NOT_LEAD_OFFICE',
    says: text('只有牵头单位可以办理', 'Only the lead office may do this'),
    remedy: text('请由牵头单位的经办人操作', 'Let staff of the lead office do it'),
  },
  evidence: {
    holds: ({ evidence }) => evidence > 0,
    code: 'PLAN_NO_EVIDENCE',
    says: text('没有佐证材料', 'There is no evidence'),
    remedy: text('请先上传完成情况的佐证材料', 'Attach a file that shows that it is done'),
  },
  complete: {
    holds: ({ actual }) => actual >= 100,
    code: 'PLAN_NOT_COMPLETE',
    says: text('完成进度不到 100%', 'It is less than 100% done'),
    remedy: text('请先填报完成进度', 'Report the progress first'),
  },
  answered: {
    holds: ({ openLetters }) => openLetters === 0,
    code: 'PLAN_LETTER_OPEN',
    says: text('还有督办单没有答复', 'A supervision letter awaits its answer'),
    remedy: text('请牵头单位先答复督办单', 'Let the lead office answer it first'),
  },
  reason: {
    holds: ({ reason }) => (reason ?? '').trim().length > 0,
    code: 'PLAN_NO_REASON',
    says: text('没有写明理由', 'No reason is given'),
    remedy: text('请写明理由', 'Give the reason'),
  },
}

/** The transition that may happen now. @throws GaoxinError PLAN_TRANSITION, PLAN_ROLE or the guard's code. */
export function transit(action: Action, situation: Situation, actor: Actor): Transition {
  const named = TRANSITIONS.filter((transition) => transition.action === action)
  const transition = named.find(({ from }) => from.includes(situation.status))
  if (!transition) {
    const status = STATUSES[situation.status]
    const name = named[0]?.name ?? text(action, action)
    throw new GaoxinError(
      'PLAN_TRANSITION',
      text(`“${status.zh}”的任务不能${name.zh}`, `A task that is "${status.en}" cannot do: ${name.en}`),
      text('请刷新后查看当前状态', 'Reload and look at its present status'),
      { value: action, status: 409 },
    )
  }
  requireRole(actor, transition.roles)
  for (const name of transition.guards) {
    const guard = GUARDS[name]
    if (!guard.holds(situation, actor))
      throw new GaoxinError(guard.code, guard.says, guard.remedy, {
        place: action,
        status: name === 'leadOffice' ? 403 : 409,
      })
  }
  return transition
}

/** What the actor could do now; the page shows these buttons only. */
export const actionsFor = (situation: Situation, actor: Actor): readonly Transition[] =>
  TRANSITIONS.filter(
    ({ from, roles, guards }) =>
      from.includes(situation.status) &&
      roles.includes(actor.role) &&
      (!guards.includes('leadOffice') || actor.office === situation.leadOffice),
  )

/** @throws GaoxinError PLAN_ROLE */
export function requireRole(actor: Actor, roles: readonly Role[]): void {
  if (roles.includes(actor.role)) return
  throw new GaoxinError(
    'PLAN_ROLE',
    text('您的岗位不能办理此事', 'Your post may not do this'),
    text(
      `请由以下岗位办理：${roles.map((role) => ROLES[role].zh).join('、')}`,
      `Posts that may: ${roles.map((role) => ROLES[role].en).join(', ')}`,
    ),
    { value: actor.role, status: 403 },
  )
}

/** @throws GaoxinError PLAN_NOT_LEAD_OFFICE */
export function requireLeadOffice(actor: Actor, leadOffice: string): void {
  requireRole(actor, ['officer'])
  if (actor.office === leadOffice) return
  const { code, says, remedy } = GUARDS.leadOffice
  throw new GaoxinError(code, says, remedy, { value: actor.office, status: 403 })
}
