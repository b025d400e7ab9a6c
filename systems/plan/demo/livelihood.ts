/**
 * 民生实事 of the demonstration. The report says that there were 43 in 2023 and does not list them, so every item
 * carries 示例 in its name; 2024 has as many examples as are needed to show a list in hand.
 */
export interface LivelihoodItem {
  readonly code: string
  readonly year: string
  readonly text: string
  readonly lead: string
}

/** What is done, by which office; crossed with the streets below. */
const KINDS: readonly (readonly [what: string, lead: string])[] = [
  ['老年助餐点提升', 'social'],
  ['婴幼儿托位新增', 'social'],
  ['口袋公园建设', 'city'],
  ['老旧小区楼道整治', 'construction'],
  ['电动自行车充电设施新增', 'governance'],
  ['公共体育设施更新', 'social'],
  ['社区卫生服务站改造', 'social'],
  ['雨污水管网修复', 'construction'],
  ['生活垃圾分类投放点升级', 'city'],
  ['零工驿站建设', 'social'],
  ['人行道平整', 'city'],
]
const STREETS: readonly string[] = ['梅墟街道', '新明街道', '聚贤街道', '贵驷街道']

/** @param count at most 44 */
export function livelihoodItems(year: number, count: number): readonly LivelihoodItem[] {
  const all = KINDS.flatMap(([what, lead]) => STREETS.map((street) => ({ what, street, lead })))
  return all.slice(0, count).map(({ what, street, lead }, index) => ({
    code: `${year}-MS-${String(index + 1).padStart(2, '0')}`,
    year: String(year),
    text: `示例：${street}${what}`,
    lead,
  }))
}
