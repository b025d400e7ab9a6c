/** 企业 as those whom rules of any system judge: who is there, and what the register knows of them. */
import { type RawBuilder, sql } from 'kysely'
import { DIVISIONS, SECTORS } from '../../kernel/industry.ts'
import type { Facts } from '../../kernel/rules/index.ts'
import type { SubjectRegister, SubjectView, Trait } from '../../kernel/subjects/index.ts'
import { text } from '../../kernel/text.ts'
import { FACT_ITEMS, FACT_UNITS, type FactItem } from './items.ts'
import { SCHEMES, type Scheme } from './schemes.ts'
import { enterprises, facts, honours } from './tables.ts'

export const register: SubjectRegister = {
  record: enterprises,
  key: 'code',
  there: ({ asOf }) => sql`s.kind = 'enterprise' and s.registered_on <= ${asOf}::date
    and (s.cancelled_on is null or s.cancelled_on > ${asOf}::date)`,
}

const GIVEN = { advise: 'never' } as const

const registration: SubjectView = {
  of: enterprises.id,
  sources: [],
  traits: {
    行业门类: {
      ...GIVEN,
      name: text('行业门类', 'Sector'),
      kind: 'string',
      choices: SECTORS,
      value: () => sql`s.sector`,
    },
    行业大类: {
      ...GIVEN,
      name: text('行业大类', 'Division'),
      kind: 'string',
      choices: DIVISIONS,
      value: () => sql`s.division`,
    },
    规上: {
      ...GIVEN,
      name: text('规上', 'Above designated size'),
      kind: 'boolean',
      value: () => sql`s.scale`,
    },
    列入名录: {
      ...GIVEN,
      name: text('列入经营异常或失信名录', 'On a list of irregular business or dishonesty'),
      kind: 'boolean',
      value: () => sql`s.listed is not null`,
    },
    成立日期: {
      ...GIVEN,
      name: text('成立日期', 'Registered on'),
      kind: 'date',
      value: () => sql`s.registered_on`,
    },
    成立月数: {
      ...GIVEN,
      name: text('成立月数', 'Months since registration'),
      kind: 'number',
      unit: '个月',
      value: ({ asOf }) => sql`(extract(year from age(${asOf}::date, s.registered_on)) * 12
        + extract(month from age(${asOf}::date, s.registered_on)))::bigint`,
    },
  },
}

/** Which items nobody should have less or more of. */
const NEVER: readonly FactItem[] = ['sales', 'staff', 'assets', 'cost', 'land', 'energy', 'tax']

const yearBefore = ({ asOf }: Facts, back: number) => String(Number(asOf.slice(0, 4)) - 1 - back)

const ofYear = (item: FactItem, back: number): ((facts: Facts) => RawBuilder<unknown>) => {
  return (given) => sql`sum(f.value) filter (where f.item = ${item} and f.year = ${yearBefore(given, back)})`
}

/** The last whole year goes by the item's own name, the two before it by 上年 and 前年. */
const YEARS = [
  { back: 0, zh: '', en: '' },
  { back: 1, zh: '上年', en: ', the year before' },
  { back: 2, zh: '前年', en: ', two years before' },
] as const

const yearly: SubjectView = {
  of: enterprises.id,
  sources: [facts],
  rows: {
    from: (given) => sql`from ${given.rows(facts)} f
      where f.year between ${yearBefore(given, 2)} and ${yearBefore(given, 0)}`,
    subject: sql`f.enterprise`,
    by: 'id',
  },
  traits: Object.fromEntries(
    (Object.entries(FACT_ITEMS) as [FactItem, (typeof FACT_ITEMS)[FactItem]][]).flatMap(
      ([item, { name, unit }]) =>
        YEARS.map(({ back, zh, en }): [string, Trait] => [
          `${zh}${nameInRules(item)}`,
          {
            name: text(`${zh}${name.zh}`, `${name.en}${en}`),
            kind: 'number',
            unit: FACT_UNITS[unit].zh,
            advise: back > 0 || NEVER.includes(item) ? 'never' : item === 'debt' ? 'less' : 'more',
            value: ofYear(item, back),
          },
        ]),
    ),
  ),
}

/** A name without the brackets and Roman digits that a rule could not spell. */
function nameInRules(item: FactItem): string {
  return FACT_ITEMS[item].name.zh.replace('（服务）', '').replace('Ⅰ', '一').replace('Ⅱ', '二')
}

const holds = ({ asOf }: Facts, scheme: string) =>
  sql`h.scheme = ${scheme} and (h.valid_to is null or h.valid_to > ${asOf}::date)`

const held: SubjectView = {
  of: enterprises.id,
  sources: [honours],
  rows: {
    from: (given) => sql`from ${given.rows(honours)} h
      where h.state = 'granted' and h.granted_on <= ${given.asOf}::date`,
    subject: sql`h.enterprise`,
    by: 'id',
  },
  traits: Object.fromEntries(
    (Object.entries(SCHEMES) as [Scheme, (typeof SCHEMES)[Scheme]][]).flatMap(([scheme, name]) => {
      const called = name.zh.replace(/[“”]/g, '').replace(/^50亿以上/, '')
      return [
        [
          `${called}有效`,
          {
            ...GIVEN,
            name: text(`${name.zh}在有效期内`, `${name.en}, valid`),
            kind: 'boolean',
            value: (given) => sql`bool_or(${holds(given, scheme)})`,
            none: false,
          },
        ],
        [
          `${called}认定日期`,
          {
            ...GIVEN,
            name: text(`${name.zh}首次认定日期`, `${name.en}, first granted on`),
            kind: 'date',
            value: () => sql`min(h.granted_on) filter (where h.scheme = ${scheme})`,
          },
        ],
      ] satisfies [string, Trait][]
    }),
  ),
}

export const views: readonly SubjectView[] = [registration, yearly, held]
