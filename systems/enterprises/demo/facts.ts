/** What the firms of technology filed of their years: log-normal like real ones, and each year grown from the last. */
import { random } from '../../../kernel/sample/random.ts'
import { FACT_ITEMS, type FactItem } from '../items.ts'
import { contenders } from './honours.ts'
import type { Entity } from './register.ts'

/** How many firms of technology have facts: those ahead on the ladder. */
const FIRMS = 600
/** What is kept of the last years; research and revenue of three, for the ratio that 高企 are judged by. */
const YEARS = [2021, 2022, 2023] as const
const EVERY_YEAR: readonly FactItem[] = ['revenue', 'sales', 'main-revenue', 'research', 'equipment']

const SOURCES: Partial<Record<FactItem, readonly [source: string, keeper: string]>> = {
  research: ['示例：研发费用加计扣除申报', 'science'],
  'research-staff': ['示例：企业研发活动统计', 'science'],
  'high-tech-revenue': ['示例：火炬统计', 'science'],
  'class-one-rights': ['示例：知识产权登记', 'science'],
  'class-two-rights': ['示例：知识产权登记', 'science'],
  tax: ['示例：税务部门数据', 'economy'],
  'super-deduction': ['示例：税务部门数据', 'economy'],
  'technology-contracts': ['示例：技术合同登记', 'science'],
  venture: ['示例：投融资登记', 'science'],
  'patents-filed': ['示例：知识产权登记', 'science'],
  'pct-filed': ['示例：知识产权登记', 'science'],
  platforms: ['示例：平台认定公告', 'science'],
  awards: ['示例：科技奖励公告', 'science'],
  programmes: ['示例：科技计划立项', 'science'],
}

export interface FactDraft {
  readonly id: string
  readonly enterprise: string
  readonly year: string
  readonly item: FactItem
  readonly value: string
  readonly unit: string
  readonly source: string
  readonly keeper: string
}

export function makeFacts(register: readonly Entity[], seed: number): FactDraft[] {
  return contenders(register, seed)
    .filter(({ registered_on }) => registered_on < '2022')
    .slice(0, FIRMS)
    .flatMap((entity, rank) => factsOf(entity, rank, seed))
}

function factsOf({ id, scale, sector, registered_on }: Entity, rank: number, seed: number): FactDraft[] {
  const { next, normal, below } = random(seed, 'facts', id)
  const share = (low: number, high: number) => low + (high - low) * next()
  const growth = [share(-0.12, 0.35), share(-0.15, 0.3)]
  const ahead = rank < 0.75 * FIRMS
  // 万元; those ahead on the ladder spend more of it on research.
  const last = (scale ? 14_000 : 2200) * Math.exp(0.8 * normal())
  const intensity = ahead ? share(0.042, 0.11) : share(0.008, 0.06)
  const staff = Math.max(4, Math.round((last / 90) * Math.exp(0.3 * normal())))
  const debt = share(0.2, 0.85)
  const more = random(seed, 'more facts', id)
  const some = (low: number, high: number) => low + (high - low) * more.next()
  /** Nothing for most, for some a little. */
  const few = (chance: number, most: number) => (more.next() < chance ? 1 + more.below(most) : 0)
  const pointsFacts = (
    revenue: number,
    research: number,
    people: number,
  ): readonly (readonly [FactItem, number])[] => [
    ['net-assets', revenue * some(0.2, 0.9)],
    ['net-profit', revenue * some(-0.05, 0.18)],
    ['super-deduction', research * 0.15],
    ['technology-contracts', ahead ? revenue * some(0, 0.2) : 0],
    ['venture', few(0.06, 8) * 500],
    ['equipment', revenue * some(0, 0.09)],
    ['postgraduates', Math.round(people * some(0, 0.2))],
    ['graduates', few(0.5, 12)],
    ['patents-filed', few(ahead ? 0.7 : 0.3, 15)],
    ['pct-filed', few(0.08, 3)],
    ['platforms', few(0.1, 2)],
    ['awards', few(0.05, 2)],
    ['programmes', few(0.12, 3)],
  ]
  return YEARS.filter((year) => String(year) > registered_on.slice(0, 4)).flatMap((year) => {
    const back = YEARS.length - 1 - YEARS.indexOf(year)
    const revenue = growth.slice(0, back).reduce((value, rate) => value / (1 + rate), last)
    const research = revenue * intensity * (1 + 0.08 * normal())
    const amounts: readonly (readonly [FactItem, number])[] = [
      ['revenue', revenue],
      ['sales', revenue * 0.99],
      ['research', research],
      ['main-revenue', revenue * share(0.55, 0.99)],
      ['high-tech-revenue', revenue * (ahead ? share(0.58, 0.96) : share(0.3, 0.9))],
      ['cost', revenue * share(0.8, 1.05)],
      ['assets', revenue * share(0.7, 1.8)],
      ['debt', revenue * debt],
      ['tax', revenue * share(0.015, 0.06)],
      ['staff', staff],
      ['research-staff', Math.max(1, Math.round(staff * (ahead ? share(0.09, 0.42) : share(0.03, 0.25))))],
      ['class-one-rights', below(4)],
      ['class-two-rights', below(12)],
    ]
    const made: readonly (readonly [FactItem, number])[] =
      sector === 'C' && scale
        ? [...amounts, ['land', share(8, 90)], ['energy', revenue * share(0.01, 0.08)]]
        : amounts
    return [...made, ...pointsFacts(revenue, research, staff)]
      .filter(([item]) => back === 0 || EVERY_YEAR.includes(item))
      .map(([item, amount]) => factOf(id, year, item, amount))
  })
}

function factOf(enterprise: string, year: number, item: FactItem, amount: number): FactDraft {
  const { unit } = FACT_ITEMS[item]
  const [source, keeper] = SOURCES[item] ?? ['示例：企业年度报表', 'economy']
  const whole = unit === 'people' || unit === 'pieces'
  return {
    id: `${enterprise}-${item}-${year}`,
    enterprise,
    year: String(year),
    item,
    value: whole ? String(amount) : amount.toFixed(2),
    unit,
    source,
    keeper,
  }
}
