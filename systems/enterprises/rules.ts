import { readFileSync } from 'node:fs'
import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../../kernel/access/actor.ts'
import type { Decision, DecisionInput, Facts } from '../../kernel/rules/index.ts'
import { text } from '../../kernel/text.ts'
import type { FactItem } from './items.ts'
import { enterprises, facts, honours } from './tables.ts'

const file = (name: string) => readFileSync(new URL(`./rules/${name}`, import.meta.url), 'utf8')

/**
 * Enterprises of which something is known of the last whole year, with some of it as columns; facts of the year and of
 * the two before it are at hand, and what is not filed is null, which is no zero.
 */
function firms({ asOf, rows }: Facts, columns: (year: number) => readonly RawBuilder<unknown>[]) {
  const year = Number(asOf.slice(0, 4)) - 1
  return sql`
    select e.id, e.name as title, ${sql.join([...columns(year), sql`e.listed is not null as "列入名录"`])}
    from ${rows(enterprises)} e
    join ${rows(facts)} f on f.enterprise = e.id and f.year between ${String(year - 2)} and ${String(year)}
    where e.kind = 'enterprise' and e.registered_on <= ${asOf}::date
      and (e.cancelled_on is null or e.cancelled_on > ${asOf}::date)
    group by e.id, e.name, e.listed, e.registered_on
    having bool_or(f.year = ${String(year)})`
}

/** An item of a year, or of several together, under the name that the model knows it by. */
const item = (
  name: string,
  from: number,
  to: number,
  ...items: readonly FactItem[]
): RawBuilder<unknown> => sql`
  sum(f.value) filter (where f.item = any(${items}::text[])
    and f.year between ${String(from)} and ${String(to)}) as ${sql.ref(name)}`

/** Whether a certificate of high technology holds on the day. */
const highTech = ({ asOf, rows }: Facts) => sql`
  exists (select from ${rows(honours)} h where h.enterprise = e.id and h.scheme = 'high-tech'
    and h.granted_on <= ${asOf}::date and (h.valid_to is null or h.valid_to > ${asOf}::date)) as "有效高企"`

const MONEY: DecisionInput = { unit: '万元', advise: 'more' }
const PEOPLE: DecisionInput = { unit: '人', advise: 'more' }
/** Nobody is advised to have less of it, nor to change what has been. */
const GIVEN: DecisionInput = { advise: 'never' }
const CLASS_ONE: DecisionInput = {
  unit: '项',
  name: text('Ⅰ类知识产权', 'Rights of class I'),
  advise: 'more',
}
const CLASS_TWO: DecisionInput = {
  unit: '项',
  name: text('Ⅱ类知识产权', 'Rights of class II'),
  advise: 'more',
}
const LISTED: DecisionInput = {
  name: text('列入经营异常或失信名录', 'On a list of irregular business or dishonesty'),
}

/** All that a firm is judged by is kept of it alone, and it reads all of that. */
const OWN: readonly Role[] = ['enterprise']

export const nationalTechSme: Decision = {
  id: 'enterprises.national-tech-sme',
  name: text('科技型中小企业评价', 'Technology SME, scored'),
  about: text(
    '按上一年度数据给企业打分：科技人员、研发投入、科技成果，满 60 分且科技人员不为 0 分',
    'Scores an enterprise by last year’s facts: staff, spending and results of research; 60 points pass',
  ),
  basis: text(
    '《科技型中小企业评价办法》；分档据公开转载件，产品目录、安全事故和科研失信不在数据内，施行日期和直接确认条款待核',
    'Measures for evaluating technology SMEs; tiers as reprinted in public; products, accidents and research dishonesty are not in the data; first day and direct route to be checked',
  ),
  sample: true,
  office: 'science',
  decision: '科技型中小企业评价',
  inputs: {
    职工总数: { unit: '人', advise: 'never' },
    销售收入: { unit: '万元', advise: 'never' },
    资产总额: { unit: '万元', advise: 'never' },
    科技人员: PEOPLE,
    研发费用: MONEY,
    成本费用总额: { unit: '万元', advise: 'never' },
    一类知识产权: CLASS_ONE,
    二类知识产权: CLASS_TWO,
    列入名录: LISTED,
    有效高企: GIVEN,
  },
  outcome: { verdict: '结论', order: ['资料不全', '不符合', '符合'] },
  population: {
    record: enterprises,
    sources: [facts, honours],
    own: OWN,
    subjects: (given) =>
      firms(given, (year) => [
        item('职工总数', year, year, 'staff'),
        item('销售收入', year, year, 'sales'),
        item('资产总额', year, year, 'assets'),
        item('科技人员', year, year, 'research-staff'),
        item('研发费用', year, year, 'research'),
        item('成本费用总额', year, year, 'cost'),
        item('一类知识产权', year, year, 'class-one-rights'),
        item('二类知识产权', year, year, 'class-two-rights'),
        highTech(given),
      ]),
  },
  first: {
    model: file('national-tech-sme.dmn'),
    cases: file('national-tech-sme.cases.yaml'),
    from: '2017-05-03',
  },
}

export const highTechGate: Decision = {
  id: 'enterprises.high-tech',
  name: text('高新技术企业门槛', 'High-tech enterprise, the gate'),
  about: text(
    '按近三年数据看企业是否过得了高新技术企业认定的门槛；创新能力评分由专家另评',
    'Whether an enterprise passes the gate of high-tech recognition by three years’ facts; experts score it apart',
  ),
  basis: text(
    '《高新技术企业认定管理办法》（2016 年修订）；技术领域、境内研发占比和上年重大事故不在数据内，施行日期待核',
    'Measures for recognising high-tech enterprises, 2016; field, share of research at home and accidents are not in the data; first day to be checked',
  ),
  sample: true,
  office: 'science',
  decision: '高新技术企业门槛',
  inputs: {
    成立月数: { unit: '个月', advise: 'more' },
    职工总数: { unit: '人', advise: 'never' },
    科技人员: PEOPLE,
    销售收入: { unit: '万元', advise: 'never' },
    三年研发费用: MONEY,
    三年销售收入: { unit: '万元', advise: 'never' },
    总收入: { unit: '万元', advise: 'never' },
    高新收入: MONEY,
    知识产权: { unit: '项', advise: 'more' },
    列入名录: LISTED,
  },
  outcome: { verdict: '结论', order: ['资料不全', '不符合', '门槛符合'] },
  population: {
    record: enterprises,
    sources: [facts],
    own: OWN,
    subjects: (given) =>
      firms(given, (year) => [
        sql`(extract(year from age(${given.asOf}::date, e.registered_on)) * 12
          + extract(month from age(${given.asOf}::date, e.registered_on)))::bigint as "成立月数"`,
        item('职工总数', year, year, 'staff'),
        item('科技人员', year, year, 'research-staff'),
        item('销售收入', year, year, 'sales'),
        item('三年研发费用', year - 2, year, 'research'),
        item('三年销售收入', year - 2, year, 'sales'),
        item('总收入', year, year, 'revenue'),
        item('高新收入', year, year, 'high-tech-revenue'),
        item('知识产权', year, year, 'class-one-rights', 'class-two-rights'),
      ]),
  },
  first: { model: file('high-tech.dmn'), cases: file('high-tech.cases.yaml'), from: '2016-01-01' },
}

export const littleGiant: Decision = {
  id: 'enterprises.little-giant',
  name: text('专精特新“小巨人”定量条件', '“Little giant”, what is counted'),
  about: text(
    '按近三年数据看企业是否满足小巨人的定量条件；细分领域年限、市场占有率、产业链和品牌由人另审',
    'Whether an enterprise meets what is counted of the “little giant” standard; niche, share, chain and brand are looked at apart',
  ),
  basis: text(
    '2022 年《优质中小企业梯度培育管理暂行办法》小巨人认定标准，据公开转载件；2026 年新标准的数值待录入为新版本',
    'The “little giant” standard of 2022 as reprinted in public; the numbers of 2026 are to be entered as a new version',
  ),
  sample: true,
  office: 'economy',
  decision: '小巨人定量条件',
  inputs: {
    营业收入: { unit: '万元', advise: 'more' },
    上年营业收入: { unit: '万元', advise: 'never' },
    前年营业收入: { unit: '万元', advise: 'never' },
    主营业务收入: MONEY,
    资产总额: { unit: '万元', advise: 'never' },
    负债总额: { unit: '万元', advise: 'less' },
    研发费用: MONEY,
    上年研发费用: { unit: '万元', advise: 'never' },
    一类知识产权: CLASS_ONE,
    列入名录: LISTED,
  },
  outcome: { verdict: '结论', order: ['资料不全', '不符合', '需另审', '定量符合'] },
  population: {
    record: enterprises,
    sources: [facts],
    own: OWN,
    subjects: (given) =>
      firms(given, (year) => [
        item('营业收入', year, year, 'revenue'),
        item('上年营业收入', year - 1, year - 1, 'revenue'),
        item('前年营业收入', year - 2, year - 2, 'revenue'),
        item('主营业务收入', year, year, 'main-revenue'),
        item('资产总额', year, year, 'assets'),
        item('负债总额', year, year, 'debt'),
        item('研发费用', year, year, 'research'),
        item('上年研发费用', year - 1, year - 1, 'research'),
        item('一类知识产权', year, year, 'class-one-rights'),
      ]),
  },
  first: { model: file('little-giant.dmn'), cases: file('little-giant.cases.yaml'), from: '2022-06-01' },
}

export const innovativeSme: Decision = {
  id: 'enterprises.innovative-sme',
  name: text('创新型中小企业评价', 'Innovative SME, scored'),
  about: text(
    '按上年数据给企业打分：创新能力、成长性、专业化，各过线且满 60 分；有效高新技术企业直接符合',
    'Scores an enterprise by last year’s facts: innovation, growth, focus, each with a floor and 60 in all; high-tech enterprises pass',
  ),
  basis: text(
    '2022 年《优质中小企业梯度培育管理暂行办法》创新型中小企业评价标准，据公开转载件；产业领域按其他领域 5 分计，Ⅰ类知识产权按 10 分计，科技奖励、研发机构和股权融资不在数据内；2026 年 4 月 1 日起施行的修订办法把这一级并入科技和创新型中小企业，待录入为新版本',
    'The standard of 2022 as reprinted in public; the field counts 5 and rights of class I 10; awards, research bodies and new equity are not in the data; the revision in force from 1 April 2026 joins this rung with that of technology SMEs and is to be entered as a new version',
  ),
  sample: true,
  office: 'economy',
  decision: '创新型中小企业评价',
  inputs: {
    一类知识产权: CLASS_ONE,
    二类知识产权: CLASS_TWO,
    研发费用: MONEY,
    营业收入: { unit: '万元', advise: 'never' },
    主营业务收入: MONEY,
    上年主营业务收入: { unit: '万元', advise: 'never' },
    资产总额: { unit: '万元', advise: 'never' },
    负债总额: { unit: '万元', advise: 'less' },
    列入名录: LISTED,
    有效高企: GIVEN,
  },
  outcome: { verdict: '结论', order: ['资料不全', '不符合', '符合'] },
  population: {
    record: enterprises,
    sources: [facts, honours],
    own: OWN,
    subjects: (given) =>
      firms(given, (year) => [
        item('一类知识产权', year, year, 'class-one-rights'),
        item('二类知识产权', year, year, 'class-two-rights'),
        item('研发费用', year, year, 'research'),
        item('营业收入', year, year, 'revenue'),
        item('主营业务收入', year, year, 'main-revenue'),
        item('上年主营业务收入', year - 1, year - 1, 'main-revenue'),
        item('资产总额', year, year, 'assets'),
        item('负债总额', year, year, 'debt'),
        highTech(given),
      ]),
  },
  first: { model: file('innovative-sme.dmn'), cases: file('innovative-sme.cases.yaml'), from: '2022-06-01' },
}

export const specialisedSme: Decision = {
  id: 'enterprises.specialised-sme',
  name: text('专精特新中小企业定量条件', 'Specialised SME, what is counted'),
  about: text(
    '按上年数据看企业是否满足专精特新中小企业的定量条件：研发费用、研发占比、营业收入；年限和评分由人另审',
    'Whether an enterprise meets what is counted of the specialised SME standard: research, its share, revenue; years and score are looked at apart',
  ),
  basis: text(
    '2022 年《优质中小企业梯度培育管理暂行办法》专精特新中小企业认定标准，据公开转载件；细分市场年限、股权融资和满 60 分的评分不在数据内。2026 年 4 月 1 日起施行的修订办法提高了收入、研发和知识产权要求，数值尚未取得，取得后须录入为新版本',
    'The standard of 2022 as reprinted in public; years in the niche, new equity and the score of 60 are not in the data. The revision in force from 1 April 2026 asks for more revenue, research and rights; its numbers are not at hand and are to be entered as a new version',
  ),
  sample: true,
  office: 'economy',
  decision: '专精特新中小企业定量条件',
  inputs: {
    营业收入: { unit: '万元', advise: 'more' },
    研发费用: MONEY,
    上年研发费用: { unit: '万元', advise: 'never' },
    列入名录: LISTED,
  },
  outcome: { verdict: '结论', order: ['资料不全', '不符合', '需另审', '定量符合'] },
  population: {
    record: enterprises,
    sources: [facts],
    own: OWN,
    subjects: (given) =>
      firms(given, (year) => [
        item('营业收入', year, year, 'revenue'),
        item('研发费用', year, year, 'research'),
        item('上年研发费用', year - 1, year - 1, 'research'),
      ]),
  },
  first: {
    model: file('specialised-sme.dmn'),
    cases: file('specialised-sme.cases.yaml'),
    from: '2022-06-01',
  },
}
