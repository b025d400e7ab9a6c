import { monthOf } from '../../../kernel/calendar/days.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Figures } from '../../../kernel/figures/figures.ts'
import { cumulative, formatPeriod } from '../../../kernel/figures/period.ts'
import { endOfDay } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readLedger, readOffices } from '../ledger.ts'
import { type Bulletin, bulletinDay, bulletinOf, type IndicatorFigures } from './content.ts'

/** @throws GaoxinError PLAN_MONTH for a month to come */
export async function readBulletin(context: Context, month: string): Promise<Bulletin> {
  if (month > monthOf(context.today))
    throw new GaoxinError(
      'PLAN_MONTH',
      text('这个月还没有到', 'This month has not come yet'),
      text('请选本月或以前的月份', 'Choose this month or an earlier one'),
      { value: month, status: 422 },
    )
  const day = bulletinDay(month, context.today)
  const { figures } = context
  const [entries, offices, indicators] = await Promise.all([
    readLedger(context, { year: month.slice(0, 4), day }),
    readOffices(context.db),
    // A bulletin that is printed again says what it said: returns corrected since then are left out.
    readIndicators(day < context.today ? figures.asKnownOn(endOfDay(day)) : figures, month),
  ])
  // What was not issued yet was nobody's task yet.
  const issued = entries.filter(({ granule }) => granule.status !== 'drafted')
  return bulletinOf(month, day, issued, indicators, offices)
}

/** 主要指标: the flows that other systems compute month by month or quarter by quarter, 1—N月. */
async function readIndicators(figures: Figures, month: string): Promise<readonly IndicatorFigures[]> {
  const [year, number] = month.split('-').map(Number)
  const flows = [...figures.indicators.values()].filter(
    ({ id, measure, nature, grain }) =>
      measure !== undefined && nature === 'flow' && grain !== 'year' && !id.startsWith('plan.'),
  )
  const refs = flows.flatMap(({ id, grain }) => {
    const to = grain === 'quarter' ? Math.floor((number ?? 0) / 3) * 3 : (number ?? 0)
    if (to === 0) return []
    const period = formatPeriod(cumulative(year ?? 0, to))
    return [
      { indicator: id, aspect: 'level' as const, period },
      { indicator: id, aspect: 'growth' as const, period },
    ]
  })
  const answers = await figures.all(refs)
  const lines: IndicatorFigures[] = []
  for (let index = 0; index < answers.length; index += 2) {
    const [level, growth] = [answers[index]!, answers[index + 1]!]
    const indicator = figures.indicators.get(level.ref.indicator)
    if (indicator && level.status === 'computed') lines.push({ indicator, level, growth })
  }
  return lines
}
