/** Loads the city's part of the demonstration zone: cells, classes, rules, a year of reports and cases under way. */
import { enterFirstDiagrams } from '../../../kernel/flow/index.ts'
import { enterSamples } from '../../../kernel/sample/enter.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { checks, classes, duties, grids, limits, reports } from '../tables/index.ts'
import { checkRows } from './checks.ts'
import { classRows, limitRows } from './classes.ts'
import { dutyRows, gridRows } from './grids.ts'
import { runLive } from './live.ts'
import { pastReports } from './reports.ts'

const SEED = 'gaoxin-city-1'
const ENTERED_AT = '2023-01-03T09:00:00+08:00'

export async function* demo(context: Context): AsyncIterable<Progress> {
  const enter = enterSamples(context, ENTERED_AT)
  await enter(classes, classRows)
  await enter(limits, limitRows)
  await enter(grids, gridRows)
  await enter(duties, dutyRows)
  await enter(checks, checkRows(SEED))
  const past = pastReports(SEED)
  await enter(reports, past)
  yield { step: text('上报案件', 'Reports'), done: past.length, total: past.length }
  await enterFirstDiagrams(context)
  await runLive(context, SEED)
  yield { step: text('在办案件', 'Cases under way'), done: 1, total: 1 }
}
