import { type Actor, OFFICERS } from '../../access/actor.ts'
import type { Standing } from './standing.ts'

type Task = Pick<
  Standing,
  'office' | 'role' | 'holder' | 'keeper' | 'started_by' | 'opinions' | 'paused_until'
>

/** Whether a task is for the post by which somebody acts. */
export const isFor = (
  { office, role }: Pick<Task, 'office' | 'role'>,
  actor: Pick<Actor, 'office' | 'role'>,
) => (office === null || office === actor.office) && (role === null || role === actor.role)

/** It is in their hands, or in those of a colleague whose post they were lent (代). */
export const holds = (task: Task, actor: Actor): boolean =>
  task.holder !== null && isFor(task, actor) && (task.holder === actor.id || task.holder === actor.standsFor)

/** Leads the office that has it. */
const leads = ({ office }: Task, actor: Actor) => actor.role === 'leader' && actor.office === office
/** Belongs to the office that keeps the process: its dispatchers. */
const keeps = ({ keeper }: Task, actor: Actor) => OFFICERS.includes(actor.role) && actor.office === keeper
const isFree = (task: Task, actor: Actor) => task.holder === null && isFor(task, actor)
const standsIn = (task: Task, actor: Actor) =>
  task.holder !== null && task.holder === actor.standsFor && isFor(task, actor)

/** Who may do what with a task as it stands; nobody else may. */
export const VERBS = {
  /** 签收 */
  take: (task, actor) => isFree(task, actor) || standsIn(task, actor),
  /** 退回本单位待办 */
  leave: (task, actor) => holds(task, actor) || (task.holder !== null && task.holder === actor.id),
  /** 办理 */
  do: (task, actor) => (isFree(task, actor) || holds(task, actor)) && task.opinions === 0,
  /** 转办 */
  delegate: (task, actor) => holds(task, actor) || isFree(task, actor) || leads(task, actor),
  /** 改派 */
  reassign: (task, actor) => holds(task, actor) || leads(task, actor) || keeps(task, actor),
  /** 退回 */
  return: (task, actor) => holds(task, actor) || isFree(task, actor),
  /** 协办 */
  consult: (task, actor) => holds(task, actor),
  /** 申请挂账、延期 */
  request: (task, actor) => holds(task, actor),
  /** 恢复计时 */
  resume: (task, actor) => holds(task, actor) && task.paused_until !== null,
  /** 催办 */
  urge: (task, actor) =>
    task.holder !== actor.id &&
    (task.started_by === actor.id || actor.role === 'supervisor' || leads(task, actor) || keeps(task, actor)),
} as const satisfies Record<string, (task: Task, actor: Actor) => boolean>
export type Verb = keyof typeof VERBS
export const TASK_VERBS = Object.keys(VERBS) as [Verb, ...Verb[]]

/** What an actor may do with a task: what its page offers. */
export const verbsOf = (task: Task, actor: Actor): readonly Verb[] =>
  TASK_VERBS.filter((verb) => VERBS[verb](task, actor))

/** Whether a task's clock stands still at a moment. */
export const isPaused = ({ paused_until }: Pick<Standing, 'paused_until'>, now: string): boolean =>
  paused_until !== null && Date.parse(paused_until) > Date.parse(now)

/** A second person (第二人) decides about time: of those above the task, who neither asked for it nor has it. */
export const decides = (task: Task, { asked_by }: { readonly asked_by: string }, actor: Actor): boolean =>
  (leads(task, actor) || keeps(task, actor)) &&
  ![actor.id, actor.standsFor].some((person) => person === asked_by || (person && person === task.holder))
