import { daysBetween, endOfMonth } from '../../kernel/calendar/days.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { text } from '../../kernel/text.ts'

/**
 * 序时进度: the share of the days between start and due that have passed, in percent with one decimal.
 * The first day counts as passed at its end; before the start 0, from the due date on 100.
 */
export function timeProgress(startsOn: string, dueOn: string, date: string): number {
  const whole = daysBetween(startsOn, dueOn) + 1
  const passed = daysBetween(startsOn, date) + 1
  if (passed <= 0) return 0
  if (passed >= whole || whole <= 0) return 100
  return Math.round((passed / whole) * 1000) / 10
}

/** 先慢后快: what should be done by the end of each month. */
export interface PathPoint {
  readonly month: string
  readonly percent: number
}

/** @throws GaoxinError PLAN_PATH when months go back, percents fall, leave 0..100, or the last is not 100. */
export function checkPath(path: readonly PathPoint[]): readonly PathPoint[] {
  const wrong = path.findIndex(
    (point, index) =>
      point.percent < 0 ||
      point.percent > 100 ||
      (index > 0 && (point.month <= path[index - 1]!.month || point.percent < path[index - 1]!.percent)),
  )
  const last = path.at(-1)
  if (wrong >= 0 || (last && last.percent !== 100))
    throw new GaoxinError(
      'PLAN_PATH',
      text('月度计划须逐月不减并以 100% 结束', 'A planned path never falls and ends at 100%'),
      text('请改正这个月的计划进度', 'Correct the percent of this month'),
      {
        place: path[wrong]?.month ?? last?.month ?? '',
        value: path[wrong]?.percent ?? last?.percent,
        status: 422,
      },
    )
  return path
}

/**
 * 计划进度 on a date: by the monthly path where there is one (the last month end not after the date), else pro rata
 * by days.
 */
export function plannedPercent(
  plan: { readonly startsOn: string; readonly dueOn: string; readonly path?: readonly PathPoint[] | null },
  date: string,
): number {
  if (!plan.path?.length) return timeProgress(plan.startsOn, plan.dueOn, date)
  if (date >= plan.dueOn) return 100
  let percent = 0
  for (const point of plan.path) if (endOfMonth(point.month) <= date) percent = point.percent
  return percent
}
