import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Decision, Facts } from '../../kernel/rules/index.ts'
import { text } from '../../kernel/text.ts'
import { returns, units } from './tables.ts'

const file = (name: string) => readFileSync(new URL(`./rules/${name}`, import.meta.url), 'utf8')

/** Larger industrial firms by the last whole year's returns, beside those of the year before. */
const firms = ({ asOf, rows }: Facts) => {
  const year = Number(asOf.slice(0, 4)) - 1
  return sql`
    select u.id, u.name as title,
      sum(r.value) filter (where r.item = 'economy.research-spending' and r.month = ${`${year}-12`}) as "研发经费",
      sum(r.value) filter (where r.item = 'economy.research-spending' and r.month = ${`${year - 1}-12`}) as "上年研发经费",
      sum(r.value) filter (where r.item = 'economy.industrial-output') as "产值"
    from ${rows(units)} u
    left join ${rows(returns)} r on r.unit = u.id and (
      (r.item = 'economy.research-spending' and r.month in (${`${year}-12`}, ${`${year - 1}-12`})) or
      (r.item = 'economy.industrial-output' and r.month between ${`${year}-01`} and ${`${year}-12`}))
    where u.kind = 'industrial' and u.since <= ${`${year}-12`}
    group by u.id, u.name`
}

/** 研发投入补助测算: who would get how much, by the returns that the zone has; nobody applies here. */
export const researchSubsidy: Decision = {
  id: 'economy.research-subsidy',
  name: text('研发投入补助测算', 'Research subsidy, estimated'),
  about: text(
    '按上一年度统计报表，测算规上工业企业可享的研发投入补助',
    'What larger industrial firms could get for their research spending, by last year’s returns',
  ),
  basis: text(
    '《关于加快科技创新推动高质量发展的政策意见（试行）》研发投入条款；以规上工业产值代营业收入测算，条款现行版本待核',
    'Clause on research spending of the zone’s innovation policy (trial); output stands for revenue; to be checked against the clause now in force',
  ),
  sample: true,
  office: 'statistics',
  decision: '研发投入补助',
  inputs: {
    研发经费: { unit: '万元', advise: 'more' },
    上年研发经费: { unit: '万元', advise: 'never' },
    产值: { unit: '万元', advise: 'more' },
  },
  outcome: {
    verdict: '结论',
    order: ['资料不全', '不符合', '可享'],
    money: { entry: '补助金额', unit: '万元' },
  },
  population: { record: units, sources: [returns], subjects: firms },
  first: {
    model: file('research-subsidy.dmn'),
    cases: file('research-subsidy.cases.yaml'),
    from: '2023-01-01',
  },
}
