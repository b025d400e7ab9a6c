import type { Indicator, Measure } from '../../kernel/figures/indicator.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Scheme } from './schemes.ts'

const REGISTER = text('市场主体登记 enterprises.enterprises', 'The register, enterprises.enterprises')
const HONOURS = text(
  '认定、备案和发布文件，登记于 enterprises.honours',
  'Documents of recognition, in enterprises.honours',
)

const counted = { unit: '家', grain: 'month', direction: 'up', decimals: 0 } as const

/** Entities registered in a month. */
const registered = (
  id: string,
  name: Text,
  synonyms: readonly string[],
  where: Readonly<Record<string, string>>,
  definition: Text,
): Indicator => ({
  ...counted,
  id: `enterprises.${id}`,
  name,
  synonyms,
  nature: 'flow',
  office: 'services',
  definition,
  source: REGISTER,
  measure: {
    by: 'count',
    record: 'enterprises.enterprises',
    // What was registered twice and merged was one.
    where: { ...where, merged_into: '' },
    period: 'registered_on',
    dated: true,
  },
})

/** What an indicator counts of a scheme: everything granted, what was granted for the first time, or what holds. */
type Counts = 'granted' | 'first' | 'standing'

const DEFINED: Readonly<Record<Counts, (zh: string, en: string) => Text>> = {
  granted: (zh, en) =>
    text(
      `期内${zh}的数量，以认定、备案或发布文件的日期计`,
      `${en} in the period, by the date of the document`,
    ),
  first: (zh, en) =>
    text(
      `期内首次${zh}的数量，重新认定和复核通过的不计`,
      `${en} in the period for the first time; those recognised again do not count`,
    ),
  standing: (zh, en) =>
    text(
      `期末${zh}的数量：已认定且未到期、未撤销`,
      `${en} at the end of the period: granted, not expired, not withdrawn`,
    ),
}

function measureOf(scheme: Scheme, counts: Counts): Measure {
  const rows = { record: 'enterprises.honours', period: 'granted_on' } as const
  if (counts === 'standing') return { by: 'standing', ...rows, where: { scheme }, until: 'valid_to' }
  return {
    by: 'count',
    ...rows,
    where: counts === 'first' ? { scheme, occasion: 'first' } : { scheme },
    dated: true,
  }
}

/** [id, zh, en, scheme, counts, office, names as reports write them, [definition zh, en]] */
type HonourLine = readonly [
  id: string,
  zh: string,
  en: string,
  scheme: Scheme,
  counts: Counts,
  office: string,
  synonyms: readonly string[],
  what: readonly [zh: string, en: string],
]

// biome-ignore format: a table reads best with one row an indicator
const LINES: readonly HonourLine[] = [
  ['little-giants-new', '新增国家专精特新“小巨人”企业', 'New national “little giants”', 'little-giant', 'first', 'economy', ['新增小巨人企业'], ['认定国家专精特新“小巨人”企业', 'National “little giants” recognised']],
  ['little-giants', '国家专精特新“小巨人”企业', 'National “little giants”', 'little-giant', 'standing', 'economy', ['专精特新“小巨人”企业', '小巨人企业', '国家级专精特新“小巨人”企业'], ['有效的国家专精特新“小巨人”企业', 'National “little giants”']],
  ['quality-mark-firms', '获省“品字标”认证企业', 'Firms with the provincial quality mark', 'quality-mark', 'granted', 'economy', ['省“品字标”认证', '“品字标”认证企业'], ['获省“品字标”认证企业', 'Firms certified']],
  ['leading-tech-firms-new', '新认定省级科技领军企业', 'New provincial leading technology firms', 'leading-tech', 'first', 'science', ['省级科技领军企业'], ['认定省级科技领军企业', 'Provincial leading technology firms recognised']],
  ['provincial-little-giants-new', '新认定省级科技小巨人企业', 'New provincial technology little giants', 'provincial-little-giant', 'first', 'science', ['省级科技小巨人企业'], ['认定省级科技小巨人企业', 'Provincial technology little giants recognised']],
  ['innovation-top-500', '入选省高企创新能力500强榜单企业', 'Firms among the provincial innovation top 500', 'innovation-top-500', 'granted', 'science', ['省高企创新能力500强', '企业入选省高企创新能力500强榜单', '入选省高企创新能力500强榜单企业数量'], ['入选省高新技术企业创新能力500强企业', 'Firms listed']],
  ['software-top-100', '荣登中国工业软件100强企业', 'Firms among the industrial software top 100', 'software-top-100', 'granted', 'economy', ['中国工业软件100强', '荣登2023年中国工业软件100强企业', '中国工业软件100强企业'], ['荣登中国工业软件100强企业', 'Firms listed']],
  ['supply-chain-leaders', '累计培育50亿以上供应链龙头企业', 'Supply-chain leaders above 5 billion yuan', 'supply-chain-leader', 'standing', 'economy', ['50亿以上供应链龙头企业', '供应链龙头企业'], ['培育的50亿元以上供应链龙头企业', 'Supply-chain leaders above 5 billion yuan']],
  ['high-tech-firms-new', '新认定高新技术企业', 'New high-tech enterprises', 'high-tech', 'first', 'science', ['新增高新技术企业', '新认定高企'], ['认定高新技术企业', 'High-tech enterprises recognised']],
  ['high-tech-firms', '有效高新技术企业', 'High-tech enterprises in force', 'high-tech', 'standing', 'science', ['有效高企', '高新技术企业'], ['证书在有效期内的高新技术企业', 'High-tech enterprises whose certificate is in force']],
  ['national-tech-smes', '新备案国家科技型中小企业', 'National technology SMEs filed', 'national-tech-sme', 'granted', 'science', ['国家科技型中小企业', '国家级科技型中小企业'], ['评价入库的国家科技型中小企业（每年评价，再次入库的计入）', 'National technology SMEs filed, those filed anew among them']],
  ['provincial-tech-smes', '新备案省级科技型中小企业', 'Provincial technology SMEs filed', 'provincial-tech-sme', 'granted', 'science', ['省级科技型中小企业', '省科技型中小企业'], ['备案的省级科技型中小企业', 'Provincial technology SMEs filed']],
  ['provincial-institutes-new', '新增省级企业研究院', 'New provincial enterprise institutes', 'provincial-institute', 'first', 'science', ['省级企业研究院'], ['认定省级企业研究院', 'Provincial enterprise institutes recognised']],
  ['high-tech-centres-new', '新增高新技术企业研究开发中心', 'New high-tech R&D centres', 'high-tech-centre', 'first', 'science', ['高新技术企业研究开发中心'], ['认定省级高新技术企业研究开发中心', 'High-tech R&D centres recognised']],
  ['key-laboratories-new', '新增市级重点实验室', 'New municipal key laboratories', 'key-laboratory', 'first', 'science', ['市级重点实验室'], ['认定市级重点实验室', 'Municipal key laboratories recognised']],
  ['key-institutes-new', '新增重点企业研究院', 'New key enterprise institutes', 'key-institute', 'first', 'science', ['重点企业研究院', '市级重点企业研究院'], ['认定市级重点企业研究院', 'Key enterprise institutes recognised']],
  ['technology-centres-new', '新增企业技术研发中心', 'New enterprise technology centres', 'technology-centre', 'first', 'science', ['企业技术研发中心', '市级企业技术研发中心'], ['认定市级企业技术研发中心', 'Enterprise technology centres recognised']],
]

const ofHonours = ([id, zh, en, scheme, counts, office, synonyms, what]: HonourLine): Indicator => ({
  ...counted,
  id: `enterprises.${id}`,
  name: text(zh, en),
  synonyms,
  nature: counts === 'standing' ? 'stock' : 'flow',
  office,
  definition: DEFINED[counts](...what),
  source: HONOURS,
  measure: measureOf(scheme, counts),
})

/** Market entities and the ladder: items 3 and 5 of a yearly report. */
export const indicators: readonly Indicator[] = [
  registered(
    'new-entities',
    text('新设各类市场经营主体', 'New market entities'),
    ['新设市场主体', '新设市场经营主体', '新增市场主体'],
    {},
    text('期内登记成立的各类市场主体户数', 'Market entities registered in the period'),
  ),
  registered(
    'new-enterprises',
    text('新增企业', 'New enterprises'),
    ['新设企业', '新登记企业'],
    { kind: 'enterprise' },
    text('期内登记成立的企业户数，含分支机构', 'Enterprises registered in the period, branches among them'),
  ),
  {
    ...counted,
    id: 'enterprises.entities',
    name: text('在册市场主体', 'Market entities on the register'),
    synonyms: ['实有市场主体', '在册经营主体', '市场主体总量'],
    nature: 'stock',
    office: 'services',
    definition: text(
      '期末登记在册、未注销的各类市场主体户数',
      'Market entities registered and not cancelled at the end of the period',
    ),
    source: REGISTER,
    measure: {
      by: 'standing',
      record: 'enterprises.enterprises',
      where: {},
      period: 'registered_on',
      until: 'cancelled_on',
    },
  },
  ...LINES.map(ofHonours),
]
