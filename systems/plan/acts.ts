import type { Actor, Role } from '../../kernel/access/actor.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { GranuleRow } from './tables.ts'
import { requireLeadOffice, requireRole } from './transitions.ts'
import { STATUSES, type Status } from './words.ts'

/** What is done to a granule without moving it, as data: by whom, and in which statuses. */
export interface ActRule {
  readonly name: Text
  /** An officer must be of the lead office. */
  readonly roles: readonly Role[]
  readonly in: readonly Status[]
}

/** An office has it in hand; a closing applied for is not decided yet, so evidence and verdicts still come. */
const IN_HAND: readonly Status[] = ['issued', 'signed', 'active', 'applied']

export const ACTS = {
  report: { name: text('填报进展', 'Report progress'), roles: ['officer'], in: IN_HAND },
  verify: { name: text('核实进展', 'Verify progress'), roles: ['supervisor'], in: IN_HAND },
  letter: { name: text('签发督办单', 'Issue a letter'), roles: ['supervisor'], in: IN_HAND },
  // A letter outlives a task that is taken off the list; a task is not closed over an open one (`answered`).
  answer: { name: text('答复督办单', 'Answer a letter'), roles: ['officer'], in: [...IN_HAND, 'adjusted'] },
  evidence: { name: text('上传佐证', 'Attach evidence'), roles: ['officer', 'supervisor'], in: IN_HAND },
  // 调整须经批准: what was promised changes by the hand of a leader, never by a name typed in.
  change: {
    name: text('调整目标、时限或牵头单位', 'Change target, date or lead office'),
    roles: ['leader'],
    in: ['drafted', ...IN_HAND],
  },
  applyChange: { name: text('申请调整', 'Apply for a change'), roles: ['officer'], in: IN_HAND },
  override: {
    name: text('人工亮灯', 'Set the light by hand'),
    roles: ['supervisor', 'leader'],
    in: ['drafted', ...IN_HAND],
  },
} as const satisfies Record<string, ActRule>
export type Act = keyof typeof ACTS

/** What becomes of an answered letter. One that is sent back needs a task that takes its answer again. */
export const REVIEWS = {
  settle: {
    name: text('办结督办单', 'Settle a letter'),
    roles: ['supervisor'],
    in: [...ACTS.answer.in, 'closed'],
  },
  rework: { name: text('退回督办单', 'Send a letter back'), roles: ['supervisor'], in: ACTS.answer.in },
} as const satisfies Record<string, ActRule>
export const ACT_NAMES = Object.keys(ACTS) as [Act, ...Act[]]

export interface Acted {
  readonly status: Status
  readonly leadOffice: string
}

const EARLY = { code: 'PLAN_NOT_ISSUED', remedy: text('请先印发任务', 'Issue the task first') }
const LATE = {
  code: 'PLAN_ENDED',
  remedy: text('已结束的任务不再变动', 'What has ended no longer changes'),
}

export const acted = ({ status, lead_office }: Pick<GranuleRow, 'status' | 'lead_office'>): Acted => ({
  status: status as Status,
  leadOffice: lead_office,
})

/** @throws GaoxinError PLAN_ROLE, PLAN_NOT_LEAD_OFFICE, PLAN_NOT_ISSUED, PLAN_ENDED */
export const requireAct = (act: Act, on: Acted, actor: Actor): void => requireRule(act, ACTS[act], on, actor)

/** The same of any rule; `place` names it in the error. */
export function requireRule(place: string, rule: ActRule, { status, leadOffice }: Acted, actor: Actor): void {
  requireRole(actor, rule.roles)
  if (actor.role === 'officer') requireLeadOffice(actor, leadOffice)
  if (rule.in.includes(status)) return
  const { code, remedy } = status === 'drafted' ? EARLY : LATE
  const { zh, en } = STATUSES[status]
  throw new GaoxinError(
    code,
    text(`“${zh}”的任务不能${rule.name.zh}`, `A task that is "${en}" cannot do: ${rule.name.en}`),
    remedy,
    { place, value: status, status: 409 },
  )
}

/** What the actor could do now; the page shows these forms only. */
export const actsFor = ({ status, leadOffice }: Acted, actor: Actor): readonly Act[] =>
  ACT_NAMES.filter((act) => {
    const rule: ActRule = ACTS[act]
    return (
      rule.in.includes(status) &&
      rule.roles.includes(actor.role) &&
      (actor.role !== 'officer' || actor.office === leadOffice)
    )
  })
