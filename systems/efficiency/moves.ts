/** Which step of an evaluation an actor may take now, and why not the others: what buttons show. The steps check again. */
import type { Actor } from '../../kernel/access/actor.ts'
import { chineseDate } from '../../kernel/calendar/days.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { RoundState } from './words.ts'

export interface Standing {
  readonly official: boolean
  /** Firms of the group and year with data. */
  readonly firms: number
  readonly round:
    | {
        readonly state: RoundState
        readonly computedBy: string
        readonly noticeTo: string | null
        readonly open: number
      }
    | undefined
}

export type Step = 'evaluate' | 'notice' | 'publish'

export interface Move {
  readonly step: Step
  /** Whose step it is. */
  readonly who: Text
  /** Null: it may be taken now. */
  readonly because: Text | null
}

const WHO: Readonly<Record<Step, Text>> = {
  evaluate: text('统计人员', 'A statistician'),
  notice: text('统计人员', 'A statistician'),
  publish: text('试算人以外的统计人员或领导', 'A statistician or leader who did not compute it'),
}
const ROLES: Readonly<Record<Step, readonly string[]>> = {
  evaluate: ['statistician'],
  notice: ['statistician'],
  publish: ['statistician', 'leader'],
}

export const movesOf = (standing: Standing, actor: Actor, today: string): readonly Move[] =>
  (['evaluate', 'notice', 'publish'] as const).map((step) => ({
    step,
    who: WHO[step],
    because:
      obstacle(step, standing, actor, today) ??
      (ROLES[step].includes(actor.role)
        ? null
        : text(`须由${WHO[step].zh}办理`, `For: ${WHO[step].en.toLowerCase()}`)),
  }))

function obstacle(
  step: Step,
  { official, firms, round }: Standing,
  actor: Actor,
  today: string,
): Text | null {
  if (round?.state === 'published') return text('结果已公布，不再变动', 'Published: it stays as it is')
  if (step === 'evaluate')
    return firms > 0 ? null : text('还没有这个分组的评价数据', 'No data of this group yet')
  if (!official)
    return text('示例方案只能试算，不能公示或公布', 'A sample may be tried, not put on notice or published')
  if (!round) return text('请先试算', 'Run a trial first')
  if (step === 'notice') return round.state === 'computed' ? null : text('正在公示', 'On notice already')
  if (round.state !== 'notice') return text('请先公示', 'Put it on notice first')
  if (round.open > 0)
    return text(`还有 ${round.open} 条异议未答复`, `${round.open} objections are unanswered`)
  if (today <= round.noticeTo!)
    return text(
      `公示到${chineseDate(round.noticeTo as string)}为止，次日起可以公布`,
      `On notice until ${round.noticeTo}; from the next day on`,
    )
  return round.computedBy === actor.id
    ? text('您是试算人，须由另一人公布', 'You computed it: another person publishes')
    : null
}
