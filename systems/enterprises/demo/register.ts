/** Market entities of the demonstration: invented, and named so that nobody takes them for real ones. */
import type { Division, Sector } from '../../../kernel/industry.ts'
import { type Random, random } from '../../../kernel/sample/random.ts'
import { creditCheck, organisationCheck } from '../../../kernel/store/personal/index.ts'
import type { Place } from '../../../kernel/store/place.ts'
import { OLDER, OLDER_YEARS, REGISTERED } from './calendar.ts'
import { housed, NOWHERE } from './parks.ts'

export type Kind = 'enterprise' | 'individual' | 'cooperative'

/** A spot where somebody is already: others of the demonstration are its neighbours. */
export interface Spot {
  readonly street: string
  readonly grid: string
  readonly place: Place
}

/** A reporting unit of the economy, which is on the register, too. */
export interface Unit extends Spot {
  readonly code: string
  readonly name: string
  readonly sector: Sector
  /** 规上. */
  readonly scale: boolean
}

export interface Entity {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: Kind
  readonly form: 'company' | 'partnership' | 'sole' | 'branch' | 'legalPerson' | null
  readonly sector: Sector
  readonly division: Division
  readonly scale: boolean
  readonly listed: 'irregular' | 'dishonest' | null
  readonly registered_on: string
  readonly cancelled_on: string | null
  readonly parent: string | null
  readonly park: string | null
  readonly incubator: string | null
  readonly address: string | null
  readonly street: string | null
  readonly grid: string | null
  readonly place: Place | null
  readonly representative: string | null
  readonly mobile: string | null
}

/** What enterprises do, the usual first: sector, division, the word in a name, out of 100. */
const TRADES: readonly (readonly [Division, string, number])[] = [
  ['F51', '贸易', 24],
  ['L72', '企业管理', 14],
  ['I65', '软件', 13],
  ['M75', '科技', 13],
  ['F52', '商贸', 8],
  ['C34', '机械', 4],
  ['C39', '电子', 4],
  ['C26', '新材料', 3],
  ['C40', '仪器', 2],
  ['C38', '电气', 2],
  ['M73', '研发', 3],
  ['G58', '物流', 3],
  ['E50', '装饰', 3],
  ['R88', '文化', 2],
  ['K70', '置业', 2],
]
const SHOPS: readonly (readonly [Division, string, number])[] = [
  ['F52', '百货店', 45],
  ['H62', '餐饮店', 27],
  ['O80', '理发店', 10],
  ['F51', '批发部', 10],
  ['O81', '维修店', 8],
]
const FARMS: readonly (readonly [Division, string, number])[] = [['A01', '果蔬专业合作社', 100]]
/** What a reporting unit of a door does. */
const USUAL: Partial<Record<Sector, Division>> = {
  C: 'C34',
  F: 'F51',
  I: 'I65',
  M: 'M73',
  L: 'L72',
  G: 'G58',
}
export const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗']

/** Everybody, the oldest first. @param units those whom the economy's demonstration has made */
export function makeRegister(seed: number, units: readonly Unit[]): Entity[] {
  const from = random(seed, 'register')
  const older = random(seed, 'older')
  const day = () => dayOf(between(older, ...OLDER_YEARS), 12, older)
  const known = units.map(
    (unit): Entity => ({
      ...enterprise(unit.code.slice(-9), unit.name, USUAL[unit.sector] ?? 'M73', day(), from),
      code: unit.code,
      form: unit.code.startsWith('12') ? 'legalPerson' : 'company',
      scale: unit.scale,
      listed: null,
      cancelled_on: null,
      street: unit.street,
      grid: unit.grid,
      place: unit.place,
    }),
  )
  let no = 0
  const draft = (kind: Kind, on: string): Entity => one(kind, ++no, on, units, from)
  const others = [
    ...Array.from({ length: OLDER }, () => draft('enterprise', day())),
    ...REGISTERED.flatMap(({ year, entities, enterprises, months }) =>
      Array.from({ length: entities }, (_, nth) =>
        draft(
          nth < enterprises ? 'enterprise' : nth % 200 === 0 ? 'cooperative' : 'individual',
          dayOf(year, months, from),
        ),
      ),
    ),
  ]
  const all = [...known, ...others].sort((a, b) =>
    a.registered_on < b.registered_on ? -1 : a.registered_on > b.registered_on ? 1 : a.id < b.id ? -1 : 1,
  )
  return [...related(all), ...twice(all)]
}

/** Where they are, and who belongs to whom: every ninth of the larger firms is another’s. */
function related(all: readonly Entity[]): Entity[] {
  const large = all.filter(({ scale }) => scale)
  const parents = new Map(large.flatMap(({ id }, i) => (i % 9 === 4 ? [[id, large[i - 4]?.id ?? null]] : [])))
  return all.map((entity, i) => ({
    ...entity,
    parent: parents.get(entity.id) ?? null,
    address: entity.place ? `示例${1 + (i % 40)}路${1 + Math.floor(i / 40)}号` : null,
  }))
}

/** Registered twice: the number was given anew by the city, and the name written out. None of them is of technology. */
const TWICE = 4

const twice = (all: readonly Entity[]): Entity[] =>
  all
    .filter(
      ({ kind, sector, form, cancelled_on, registered_on }) =>
        kind === 'enterprise' &&
        sector === 'L' &&
        form === 'company' &&
        !cancelled_on &&
        registered_on < '2019',
    )
    .slice(0, TWICE)
    .map((entity) => {
      const code = `91330200${entity.code.slice(8, 17)}`
      return {
        ...entity,
        id: `${entity.id}-again`,
        code: `${code}${creditCheck(code)}`,
        name: entity.name.replace('有限公司', '有限责任公司'),
        parent: null,
        address: null,
        representative: null,
      }
    })

function one(kind: Kind, no: number, on: string, spots: readonly Spot[], from: Random): Entity {
  const [division, word] = picked(
    kind === 'enterprise' ? TRADES : kind === 'individual' ? SHOPS : FARMS,
    from.below(100),
  )
  const number = String(no).padStart(5, '0')
  const name =
    kind === 'enterprise'
      ? `甬新示例${word}${number}有限公司`
      : kind === 'individual'
        ? `高新区示例${number}${word}`
        : `甬新示例${number}${word}`
  const made = { ...enterprise(`X${number}`, name, division, on, from), kind, code: codeOf(kind, no) }
  const spot = spots[from.below(Math.max(1, spots.length))]
  const there = {
    street: spot?.street ?? null,
    grid: spot?.grid ?? null,
    place: spot ? near(spot.place, from) : null,
  }
  if (kind === 'enterprise') return { ...made, ...there }
  return { ...made, ...there, form: null, scale: false, ...NOWHERE, mobile: null }
}

/** One in twelve of the newer ones closed within three years; every hundredth did not file what it must. */
function enterprise(id: string, name: string, division: Division, on: string, from: Random): Entity {
  const [ends, fate, where] = [from.next(), from.below(100), from.below(8)]
  const closes = ends < 0.08 ? later(on, 200 + Math.floor(ends * 10_000)) : null
  return {
    id: `enterprises-${id}`,
    code: '',
    name,
    kind: 'enterprise',
    form: fate < 88 ? 'company' : fate < 94 ? 'partnership' : fate < 96 ? 'sole' : 'branch',
    sector: division.charAt(0) as Sector,
    division,
    scale: false,
    listed: fate === 50 ? 'irregular' : fate === 51 && ends > 0.9 ? 'dishonest' : null,
    registered_on: on,
    cancelled_on: closes && closes <= '2024-10-31' ? closes : null,
    parent: null,
    ...('CIM'.includes(division.charAt(0)) ? housed(where, on) : NOWHERE),
    address: null,
    street: null,
    grid: null,
    place: null,
    // Enough to show how they are kept; each value encrypted is time before the first page.
    representative: fate % 10 === 0 ? `${from.pick(SURNAMES)}示例` : null,
    mobile: null,
  }
}

function picked<T extends readonly [Division, string, number]>(from: readonly T[], chance: number): T {
  let below = 0
  for (const each of from) {
    below += each[2]
    if (chance < below) return each
  }
  return from[0] as T
}

/** Registered by the market supervision (9) of the city as enterprise, individual business or cooperative (1, 2, 3). */
function codeOf(kind: Kind, no: number): string {
  const body = `X${String(no).padStart(7, '0')}`
  const code = `9${{ enterprise: 1, individual: 2, cooperative: 3 }[kind]}330201${body}${organisationCheck(body)}`
  return `${code}${creditCheck(code)}`
}

const between = ({ below }: Random, low: number, high: number): number => low + below(high - low + 1)
const two = (n: number) => String(n).padStart(2, '0')
const dayOf = (year: number, months: number, from: Random): string =>
  `${year}-${two(1 + from.below(months))}-${two(1 + from.below(28))}`
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
/** Some forty metres around. */
const near = ({ longitude, latitude }: Place, { next }: Random): Place => ({
  longitude: Number((longitude + (next() - 0.5) * 0.0008).toFixed(6)),
  latitude: Number((latitude + (next() - 0.5) * 0.0008).toFixed(6)),
})
