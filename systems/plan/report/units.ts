import type { Decimal } from 'decimal.js'

/** Units of one family and what one of each is in the family's smallest. Counts of things are all alike: 家, 项, 人 … */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  yuan: { 元: '1', 万元: '10000', 亿元: '100000000', 万亿元: '1000000000000' },
  dollar: { 美元: '1', 万美元: '10000', 亿美元: '100000000' },
  area: { 平方米: '1', 万平方米: '10000', 公顷: '10000', 平方公里: '1000000', 亩: '666.6666666667' },
  length: { 米: '1', 公里: '1000', 千米: '1000' },
  people: { 人: '1', 名: '1', 人次: '1', 万人: '10000', 万人次: '10000', 亿人: '100000000' },
  grain: { 斤: '1', 亿斤: '100000000', 万亿斤: '1000000000000' },
  percent: { '%': '1', 个百分点: '1', 百分点: '1', '％': '1' },
}
const PLAIN = new Set([
  '',
  '家',
  '个',
  '项',
  '件',
  '次',
  '户',
  '条',
  '支',
  '所',
  '座',
  '大',
  '位',
  '名',
  '人',
  '月',
  '个月',
  '年',
  '处',
  '台',
  '只',
])

/**
 * A number in another unit of its family. The share 1/3 and 33.3% are one number too.
 * @returns undefined where the units do not measure the same thing.
 */
export function convert(value: Decimal, from: string, to: string): Decimal | undefined {
  if (from === to || (PLAIN.has(from) && PLAIN.has(to))) return value
  if (from === '%' && to === '') return value.div(100)
  if (from === '' && to === '%') return value.times(100)
  for (const family of Object.values(FAMILIES)) {
    const [one, other] = [family[from], family[to]]
    if (one !== undefined && other !== undefined) return value.times(one).div(other)
  }
  return undefined
}
