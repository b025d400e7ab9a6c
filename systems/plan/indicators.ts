import type { Indicator } from '../../kernel/figures/indicator.ts'
import { text } from '../../kernel/text.ts'
import { STATED } from './stated.ts'

/** The one indicator of part 一 that this system computes: closed livelihood granules, by the month of closing. */
const livelihoodProjects: Indicator = {
  id: 'plan.livelihood-projects',
  name: text('完成省市民生实事项目', 'Livelihood projects done'),
  synonyms: ['提前完成省市民生实事项目', '省市民生实事项目', '民生实事项目', '民生实事'],
  unit: '项',
  grain: 'month',
  nature: 'flow',
  direction: 'up',
  office: 'office',
  definition: text(
    '当年民生实事清单中经督查室核实销号的项目数，按销号月份计',
    'Items of the year’s livelihood list that the supervision office verified and closed, by month of closing',
  ),
  source: text('计划台账 plan.granules', 'The plan ledger, plan.granules'),
  measure: {
    by: 'count',
    record: 'plan.granules',
    where: { list: 'livelihood', status: 'closed' },
    period: 'closed_month',
  },
  decimals: 0,
}

const SOURCE = text('年度工作总结（尚无系统计算）', 'Yearly summary; no system computes it yet')

const NEUTRAL = new Set([
  'inspection-findings',
  'inspection-measures',
  'investment-teams',
  'provincial-technology-centres',
])

/**
 * The stated ones carry no measure: they show as stated until the system that keeps their rows moves in and
 * takes the id over.
 */
export const indicators: readonly Indicator[] = [
  livelihoodProjects,
  ...STATED.map(
    ([id, zh, en, unit, nature, office, synonyms, definition, decimals]): Indicator => ({
      id: `plan.${id}`,
      name: text(zh, en),
      synonyms,
      unit,
      grain: 'year',
      nature,
      direction: id === 'registered-unemployment' ? 'down' : NEUTRAL.has(id) ? 'neutral' : 'up',
      office,
      definition: text(definition[0], definition[1]),
      source: SOURCE,
      decimals: decimals ?? 0,
    }),
  ),
]
