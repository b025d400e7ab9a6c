import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { traitsOf } from '../../../kernel/subjects/index.ts'
import { testZone } from '../../../test/zone.ts'
import { checkWording, SUBJECT } from '../granule/index.ts'
import { missingIn, type Proposal, proposalsOf, readPolicy, vocabularyOf } from './index.ts'

const test = testZone()
const vocabulary = () => vocabularyOf(traitsOf(test.zone.systems, SUBJECT))
const propose = (text: string, heading = '') =>
  proposalsOf({ number: '第一条', heading, text }, '样例办法', vocabulary())
const tests = ({ criteria }: Proposal) => criteria.map(({ operand, test: is }) => [operand, is])

const PAPER = `示范区管理委员会文件
示管发〔2024〕7号
支持企业创新的若干办法（试行）
第一章  总则
第一条 为支持企业创新，制定本办法。
第二章 支持内容
第二条【研发补助】 企业年度研发费用达到２００万元、占营业收入3%以上的，按研发费用的5％给予补助，最高100万元。
同一企业就高不重复享受。
第三条 支持梯度培育。
（一）对首次认定的高新技术企业，一次性奖励20万元。
（二）支持单项冠军
1. 对制造业单项冠军奖励五十万元。
1.5万元以下的奖励不再兑现。
2. 晋级的给予补差。
第四条 本办法自2024年2月1日起施行，有效期至2026年12月31日。
— 3 —
示范区管理委员会
2024年1月15日
附件：申报表
第一条 表中各项如实填写。
`

describe('clauses', () => {
  it('have the path of their numbers, and headings are of what they head', () => {
    const { clauses } = readPolicy(PAPER)
    expect(clauses.map(({ number, heading }) => [number, heading])).toEqual([
      ['第一条', ''],
      ['第二条', '研发补助'],
      ['第三条（一）', '支持梯度培育'],
      ['第三条（二）·1', '支持单项冠军'],
      ['第三条（二）·2', '支持单项冠军'],
      ['第四条', ''],
    ])
    expect(clauses[3]!.text).toBe('对制造业单项冠军奖励五十万元。\n1.5万元以下的奖励不再兑现。')
  })

  it('stop at the foot, whose office and day are told with the head', () => {
    const { head, clauses } = readPolicy(PAPER)
    expect(head).toEqual({
      title: '支持企业创新的若干办法（试行）',
      number: '示管发〔2024〕7号',
      issuer: '示范区管理委员会',
      issuedOn: '2024-01-15',
      from: '2024-02-01',
      to: '2027-01-01',
      force: '本办法自2024年2月1日起施行，有效期至2026年12月31日。',
    })
    expect(clauses.at(-1)!.text).toBe(head.force)
  })

  it('of the same number are kept apart, and of a paper without numbers there are none', () => {
    expect(readPolicy('一、甲。\n一、乙。').clauses.map(({ number }) => number)).toEqual(['一', '一〔2〕'])
    expect(readPolicy('没有条款的一段话。').clauses).toEqual([])
  })

  it('say nothing of days that are not said', () => {
    const { head } = readPolicy('某某办法\n第一条 自发布之日起施行。\n第二条 自2024年13月40日起施行。')
    expect(head).toMatchObject({ from: null, to: null, issuer: null, issuedOn: null, number: null })
  })
})

describe('a proposal', () => {
  it('is a formula over what is known, with its cap and group', () => {
    const [only, ...more] = propose(readPolicy(PAPER).clauses[1]!.text)
    expect(more).toEqual([])
    expect(only).toMatchObject({
      amount: '研发费用 * 5 / 100',
      unit: 'wan',
      cap_item: '100',
      stacking: 'highest',
      given: [],
      left: [],
    })
    expect(tests(only!)).toEqual([
      ['研发费用', '>= 200'],
      ['研发费用 / 营业收入 * 100', '>= 3'],
    ])
    expect(missingIn(only!)).toEqual(['pot'])
    expect(only!.cites.stacking).toBe('同一企业就高不重复享受。')
  })

  it('is one for each that is listed, where sums and kinds are as many', () => {
    const all = propose('对新认定的高新技术企业、制造业单项冠军，分别给予20万元、50万元奖励；晋级的补差。')
    expect(all.map(({ title, amount, stacking }) => [title, amount, stacking])).toEqual([
      ['高新技术企业', '20', 'difference'],
      ['制造业单项冠军', '50', 'difference'],
    ])
    expect(tests(all[0]!)).toEqual([
      ['高新技术企业有效', 'true'],
      ['高新技术企业认定日期', ''],
    ])
    const [odd] = propose('对甲类、乙类平台，分别给予20万元、50万元、80万元奖励。')
    expect([odd!.amount, odd!.left]).toEqual(['', ['20万元', '50万元', '80万元']])
  })

  it('asks any of several kinds, and leaves in words what is no certain name', () => {
    expect(tests(propose('对高新技术企业、规上工业企业，给予10万元补助。')[0]!)).toEqual([
      ['高新技术企业有效 or 规上', 'true'],
    ])
    for (const who of ['科技型中小企业', '“小巨人”企业', '高新技术企业中的规上企业'])
      expect(tests(propose(`对${who}，给予10万元补助。`)[0]!)).toEqual([['', '']])
    expect(tests(propose('对国家级专精特新“小巨人”企业，给予10万元补助。')[0]!)).toEqual([
      ['国家专精特新小巨人有效', 'true'],
    ])
    expect(tests(propose('当年研发费用超过300万元的，给予10万元补助。')[0]!)).toEqual([['', '']])
  })

  it.each([
    ['营业收入超过1亿元的', [['营业收入', '> 10000']]],
    ['职工总数不少于50人的', [['职工总数', '>= 50']]],
    ['营业收入增长的', [['营业收入', '> 上年营业收入']]],
    ['营业收入较上年增长10%以上的', [['(营业收入 - 上年营业收入) / 上年营业收入 * 100', '>= 10']]],
    [
      '营业收入2000万元以上、较上年增长的',
      [
        ['营业收入', '>= 2000'],
        ['营业收入', '> 上年营业收入'],
      ],
    ],
    ['销售收入2000万元的', [['', '']]],
    ['在区内注册的', [['', '']]],
  ])('reads “%s”', (who, wanted) => {
    expect(tests(propose(`对${who}，给予10万元补助。`)[0]!)).toEqual(wanted)
  })

  it('brings what no system knows as given with a claim', () => {
    const [only] = propose('按实际设备投入额的8%给予补助，每年最高500万元。')
    expect(only).toMatchObject({
      amount: '实际设备投入额 * 8 / 100',
      given: [{ name: '实际设备投入额', kind: 'number', unit: '万元' }],
      cap_item: null,
      cap_year: '500',
    })
  })

  it.each([
    ['给予最高100万元支持。', '', '100', []],
    ['每件奖励5000元。', '', null, ['5000元']],
    ['给予10万元至50万元奖励。', '', null, ['10万元', '50万元']],
    ['三年内累计最高500万元补助。', '', null, ['500万元']],
    ['给予不超过服务费30%的补助。', '', null, ['30%']],
    ['奖励10万元，成绩突出的再奖励5万元。', '', null, ['10万元', '5万元']],
  ])('of “%s” has no amount that is not certain', (text, amount, cap, left) => {
    expect(propose(text)).toMatchObject([{ amount, cap_item: cap, left }])
  })

  it('counts in yuan where all is said in yuan, and knows how long one may apply', () => {
    const [only] = propose('给予8000元补助。自认定之日起三个月内提出申报。')
    expect(only).toMatchObject({ amount: '8000', unit: 'yuan', window_months: 3 })
    expect(propose('给予2万元补助，申报时间为2024年3月1日至2024年4月30日。')).toMatchObject([
      { window_from: '2024-03-01', window_to: '2024-04-30' },
    ])
  })

  it('is empty where nothing is promised', () => {
    const [only, ...more] = propose('本办法由经济发展局负责解释。')
    expect(more).toEqual([])
    expect(only).toMatchObject({ benefit: '', amount: '', criteria: [], cites: {} })
    expect(missingIn(only!)).toEqual(['benefit', 'criteria', 'amount', 'pot'])
  })
})

/** Sums and plain numbers of a sentence, told by another way than the reader's. */
function numbersOf(sentence: string): ReadonlySet<string> {
  const said = new Set<string>()
  for (const [, digits, unit] of sentence.matchAll(/([\d,.]+)\s*(亿元|万元|元|)/g)) {
    const value = new Decimal(digits!.replaceAll(',', '').replace(/\.$/, ''))
    for (const per of unit === ''
      ? ['1']
      : unit === '亿元'
        ? ['10000', '100000000']
        : unit === '万元'
          ? ['1', '10000']
          : ['1', '0.0001'])
      said.add(value.times(per).toFixed())
  }
  return said
}

describe('whatever a paper says', () => {
  let seed = 7
  const random = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * n)
  }
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
  const number = () =>
    pick([String(random(900) + 1), `${random(50) + 1}.5`, `${random(9) + 1},${100 + random(900)}`])
  const sum = () => `${number()}${pick(['元', '万元', '亿元'])}`
  const who = () =>
    pick([
      '对高新技术企业',
      '对新认定的“小巨人”企业',
      `研发费用${pick(['达到', '超过', ''])}${sum()}${pick(['以上', ''])}的`,
      `营业收入较上年增长${number()}%以上的`,
      `职工总数不低于${random(500) + 1}人的`,
      `用地面积低于${number()}亩的`,
    ])
  const gives = () =>
    pick([
      `给予${sum()}奖励`,
      `按研发费用增量的${number()}%给予补助`,
      `按实际租金的${number()}%补助`,
      `分别给予${sum()}、${sum()}奖励`,
      `每件奖励${sum()}`,
      `给予${sum()}至${sum()}支持`,
    ])
  const ends = () =>
    pick([
      '。',
      `，最高${sum()}。`,
      `，每年最高不超过${sum()}。`,
      `；累计不超过${sum()}。`,
      '，就高不重复。',
      `。认定后${random(11) + 1}个月内申报。`,
    ])

  it('every number proposed stands in the sentence that it cites, and every whole wording is sound', () => {
    let whole = 0
    for (let i = 0; i < 400; i++) {
      const text = Array.from({ length: 1 + random(3) }, () => `${who()}，${gives()}${ends()}`).join('\n')
      for (const proposal of propose(text)) {
        const { cites, amount, cap_item, cap_year, window_months, criteria } = proposal
        const said: (readonly [value: string, sentence: string | undefined])[] = [
          [amount, cites.amount],
          [cap_item ?? '', cites.cap_item],
          [cap_year ?? '', cites.cap_year],
          [String(window_months ?? ''), cites.window],
          ...criteria.map(({ test: is, cites: from }) => [is, from] as const),
        ]
        for (const [value, sentence] of said) {
          const numbers = value.replace(/ \/ 100$/, '').match(/\d+(?:\.\d+)?/g) ?? []
          if (numbers.length === 0) continue
          expect(text).toContain(sentence ?? 'no sentence')
          for (const each of numbers)
            expect({
              text,
              each,
              stands: numbersOf(sentence!).has(new Decimal(each).toFixed()),
            }).toMatchObject({ stands: true })
        }
        for (const each of proposal.left) expect(text).toContain(each)
        if (missingIn(proposal).some((name) => name === 'amount' || name.startsWith('test'))) continue
        whole++
        expect(checkWording(test.zone, { ...proposal, rounding: 'yuan' }, '2024-11-15').problems).toEqual([])
      }
    }
    expect(whole).toBeGreaterThan(50)
  })
})
