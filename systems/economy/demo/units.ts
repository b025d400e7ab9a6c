/** Reporting units of the demonstration: invented, and named so that nobody takes them for real ones. */

import { type Random, random } from '../../../kernel/sample/random.ts'
import { creditCheck, organisationCheck } from '../../../kernel/store/personal/index.ts'
import type { Place } from '../../../kernel/store/place.ts'
import { placeIn } from './places.ts'

export type Kind = 'industrial' | 'trade' | 'service' | 'institute' | 'project' | 'revenue' | 'account'

export interface Unit {
  readonly id: string
  readonly code: string
  readonly name: string
  /** 统一社会信用代码 of a firm or an institute; other units are no legal persons of their own. */
  readonly enterprise: string | null
  readonly kind: Kind
  readonly sector: string
  readonly digital: 'manufacturing' | 'service' | null
  readonly size: 'large' | 'medium' | 'small' | 'micro' | null
  readonly street: string
  /** Its street's code, and a sample community and cell. */
  readonly grid: string
  /** Within its grid cell, sample as that is; none for what stands nowhere. */
  readonly place: Place | null
  readonly since: string
  /** Share of its kind's total, before noise; the shares of a kind add up to 1. */
  readonly weight: number
  /** For projects: the last month in which money is spent. */
  readonly until: string | null
  /** For heads of revenue: how much of it the zone keeps. */
  readonly local: number
}

/** Units of each kind at scale 1; 400 in all. */
export const COUNTS: Readonly<Record<Kind, number>> = {
  industrial: 126,
  trade: 96,
  service: 54,
  institute: 10,
  project: 48,
  revenue: 26,
  account: 40,
}

/** Share of core digital makers in industrial value added, and of core digital firms in services. */
const DIGITAL_INDUSTRY = 0.323
const DIGITAL_EVERY = 3

const TRADES: Readonly<Record<string, readonly string[]>> = {
  industrial: ['精密机械', '新材料', '汽车部件', '医疗器械', '仪器仪表', '磁性材料', '化工', '装备'],
  digital: ['电子', '光电', '通信', '半导体', '智能终端', '传感'],
  trade: ['金属贸易', '化工贸易', '供应链', '商贸', '汽车销售', '能源'],
  service: ['软件', '信息技术', '云计算', '物流', '检测', '设计', '咨询', '人力资源'],
  institute: ['材料研究院', '智能研究院', '化工研究院', '海洋研究院', '生物研究院'],
  project: ['产业园', '研发楼', '生产线技改', '总部楼宇', '住宅地块', '道路工程', '人才公寓', '数据中心'],
}
const TAXES: readonly (readonly [name: string, weight: number, local: number])[] = [
  ['国内增值税', 36, 0.5],
  ['企业所得税', 24, 0.4],
  ['个人所得税', 11, 0.4],
  ['消费税', 2, 0.04],
  ['城市维护建设税', 5, 0.95],
  ['土地增值税', 5, 0.95],
  ['契税', 6, 0.95],
  ['房产税', 3, 0.95],
  ['城镇土地使用税', 1, 0.95],
  ['印花税', 2, 0.95],
  ['教育费附加', 2, 0.95],
  ['专项收入', 1.5, 0.95],
  ['非税收入', 1.5, 0.95],
]
/** Sectors of the national accounts with their share of GDP. */
const ACCOUNTS: readonly (readonly [sector: string, name: string, weight: number])[] = [
  ['C', '制造业', 39],
  ['F', '批发和零售业', 19],
  ['I', '信息软件业', 11],
  ['J', '金融业', 7],
  ['K', '房地产业', 6],
  ['M', '科技服务业', 5],
  ['L', '商务服务业', 4],
  ['E', '建筑业', 4],
  ['G', '交通运输业', 2],
  ['S', '公共管理', 3],
]
const SECTORS: Readonly<Record<Kind, readonly string[]>> = {
  industrial: ['C'],
  trade: ['F'],
  service: ['I', 'M', 'L', 'G'],
  institute: ['M'],
  project: ['C', 'I', 'K', 'N', 'M'],
  revenue: ['S'],
  account: ['C'],
}
/** The zone's streets with their codes (统计用区划代码). */
const STREETS: Readonly<Record<string, string>> = {
  meixu: '330212004',
  xinming: '330212015',
  juxian: '330212016',
  guisi: '330211005',
}
const COMMUNITIES = 6
const CELLS = 12
/** What is counted and stands nowhere: heads of revenue, cells of the national accounts. */
const NOWHERE: ReadonlySet<Kind> = new Set(['revenue', 'account'])

/** All units, in the order of their codes. */
export function makeUnits(seed: number, scale: number): Unit[] {
  const units: Unit[] = []
  for (const kind of Object.keys(COUNTS) as Kind[]) {
    const count = Math.max(1, Math.round(COUNTS[kind] * scale))
    units.push(...ofKind(kind, count, units.length, seed))
  }
  return units
}

function ofKind(kind: Kind, count: number, before: number, seed: number): Unit[] {
  const from = random(seed, 'units', kind)
  const around = random(seed, 'grid', kind)
  const spot = random(seed, 'place', kind)
  const drafts = Array.from({ length: count }, (_, i): Omit<Unit, 'grid' | 'place'> => {
    const code = `U${String(before + i + 1).padStart(5, '0')}`
    const [tax, account] = [TAXES[i % TAXES.length]!, ACCOUNTS[i % ACCOUNTS.length]!]
    const digital =
      kind === 'industrial' && i % DIGITAL_EVERY === 0
        ? 'manufacturing'
        : kind === 'service' && i % 2 === 0
          ? 'service'
          : null
    const chance = from.normal()
    // Log-normal like real firms; heads of revenue and cells of the accounts have fixed structures instead.
    const weight =
      kind === 'revenue'
        ? tax[1] * Math.exp(0.2 * chance)
        : kind === 'account'
          ? account[2] * Math.exp(0.3 * chance)
          : Math.exp(1.1 * chance)
    const firm = kind === 'industrial' || kind === 'trade' || kind === 'service'
    const [since, until] = span(kind, i, from.next(), from.next())
    return {
      id: `economy-${code}`,
      code,
      name: nameOf(
        kind,
        code.slice(1),
        digital !== null,
        from.next(),
        kind === 'revenue' ? tax[0] : account[1],
      ),
      enterprise: creditCodeOf(kind, before + i + 1),
      kind,
      sector: kind === 'account' ? account[0] : digital === 'service' ? 'I' : from.pick(SECTORS[kind]),
      digital,
      size: firm
        ? chance > 1.6
          ? 'large'
          : chance > 0.6
            ? 'medium'
            : chance > -1.2
              ? 'small'
              : 'micro'
        : null,
      street: from.pick(Object.keys(STREETS)),
      since,
      until,
      weight,
      local: tax[2],
    }
  })
  return normalised(
    drafts.map((unit) => {
      const grid = cellOf(unit.street, around)
      return { ...unit, grid, place: NOWHERE.has(kind) ? null : placeIn(grid, spot) }
    }),
  )
}

/** Who registers: 9 the market supervision, 1 the office of public institutions (GB 32100). */
const REGISTERED: Partial<Record<Kind, string>> = {
  industrial: '91',
  trade: '91',
  service: '91',
  institute: '12',
}

/** An invented code, its body Y and a number that is counted up; its check characters are right. */
function creditCodeOf(kind: Kind, no: number): string | null {
  const registered = REGISTERED[kind]
  if (!registered) return null
  const body = `Y${String(no).padStart(7, '0')}`
  const code = `${registered}330201${body}${organisationCheck(body)}`
  return `${code}${creditCheck(code)}`
}

/** A sample cell of a street. */
function cellOf(street: string, { below }: Random): string {
  const three = (n: number) => String(n + 1).padStart(3, '0')
  return `${STREETS[street]}${three(below(COMMUNITIES))}${three(below(CELLS))}`
}

function nameOf(kind: Kind, no: string, digital: boolean, chance: number, part: string): string {
  if (kind === 'revenue') return `示例征收单元${no}（${part}）`
  if (kind === 'account') return `示例核算单元${no}（${part}）`
  const trades = TRADES[digital && kind === 'industrial' ? 'digital' : kind]!
  const trade = trades[Math.floor(chance * trades.length)]!
  if (kind === 'project') return `示例项目${no}·${trade}`
  if (kind === 'institute') return `甬新示例${trade}${no}`
  return `甬新示例${trade}${no}有限公司`
}

/** Most units are there from the start and a few join each January; a project runs one to three years. */
function span(kind: Kind, i: number, first: number, second: number): [since: string, until: string | null] {
  if (kind === 'project') {
    const start = i % 6 === 0 ? 0 : Math.floor(first * 82) - 12
    const end = i % 6 === 0 ? 84 : start + 12 + Math.floor(second * 24)
    return [monthAt(start), monthAt(end)]
  }
  if (kind !== 'industrial' && kind !== 'trade' && kind !== 'service') return ['2019-01', null]
  return [first < 0.88 ? '2019-01' : `${2020 + Math.floor(second * 4)}-01`, null]
}

/** Months counted from January 2019. */
const monthAt = (n: number): string =>
  `${2019 + Math.floor(n / 12)}-${String((((n % 12) + 12) % 12) + 1).padStart(2, '0')}`

/** Scales weights so that they add up to 1, and digital makers to their known share of industry. */
function normalised(units: readonly Unit[]): Unit[] {
  const total = (digital: boolean): number =>
    units.reduce((sum, unit) => sum + ((unit.digital === 'manufacturing') === digital ? unit.weight : 0), 0)
  const [makers, others] = [total(true), total(false)]
  const share = makers === 0 ? 0 : others === 0 ? 1 : DIGITAL_INDUSTRY
  return units.map((unit) => ({
    ...unit,
    weight:
      unit.digital === 'manufacturing'
        ? (unit.weight / makers) * share
        : (unit.weight / others) * (1 - share),
  }))
}
