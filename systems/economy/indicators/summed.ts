import type { Measure } from '../../../kernel/figures/indicator.ts'
import { text } from '../../../kernel/text.ts'
import { type ItemId, itemOf } from '../items.ts'

/** Sums the returns of one item; 万元 rows make a 亿元 indicator, land stays in 亩. */
export function summed(id: ItemId): Measure {
  const item = itemOf(id)
  return {
    by: 'sum',
    record: 'economy.returns',
    value: 'value',
    ...(item?.comparable ? { comparable: 'comparable' } : {}),
    where: { item: id },
    period: 'month',
    scale: item?.unit === '亩' ? '1' : '0.0001',
  }
}

export const returnsSource = text(
  '统计中心汇总各统计单位报表',
  'Returns of reporting units, summed by the statistics centre',
)
