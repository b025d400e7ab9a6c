import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Decision, Facts } from '../../kernel/rules/index.ts'
import { text } from '../../kernel/text.ts'
import { firms, results, rounds } from './tables.ts'

const file = (name: string) => readFileSync(new URL(`./rules/${name}`, import.meta.url), 'utf8')

/** The firms of the newest year with data on the day, with the class that was published by then, if any: for them, or for the one they are joined to. */
const published = ({ asOf, rows }: Facts) => sql`
  select f.id, f.name as title, (
    select r.class from ${rows(results)} r join ${rows(rounds)} o on o.id = r.round
    where r.firm in (f.id, f.joined) and o.state = 'published' and o.published_on <= ${asOf}::date
    order by r.firm = f.id desc, o.published_on desc, o.id desc limit 1) as "档次"
  from ${rows(firms)} f
  where f.period = (select max(period) from ${rows(firms)} p where p.period <= ${asOf.slice(0, 7)})`

/** 差别化政策: what a firm's class means for its water, electricity and land use tax. */
export const policy: Decision = {
  id: 'efficiency.policy',
  name: text('亩均效益差别化政策', 'Policies by class of output per mu'),
  about: text(
    '按公布的亩均效益档次，决定企业用水、用电加价和城镇土地使用税减免',
    'What the published class means for a firm’s water and electricity price and its land use tax',
  ),
  basis: text(
    '示例：加价和减免的幅度为虚构，本区现行规定待录入',
    'Sample: the amounts are invented; the zone’s own rules are to be entered',
  ),
  sample: true,
  office: 'economy',
  decision: '差别化政策',
  // A class is earned by what the firm does, not asked for.
  inputs: { 档次: { name: text('档次', 'Class'), advise: 'never' } },
  outcome: { verdict: '结论', order: ['倒逼', '提升', '未评价', '维持', '激励'] },
  population: { record: firms, sources: [results, rounds], subjects: published },
  first: { model: file('policy.dmn'), cases: file('policy.cases.yaml'), from: '2023-01-01' },
}
