import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../types.ts'
import { countDraft, draftText, sentenceText } from './draft.ts'
import { fill, ownValues, type SlotValue } from './fill.ts'
import { makeTemplate, type Slot } from './template.ts'
import { reportOf } from './testReports.ts'

/** One sentence with one new value: what it says then, and what is broken in it. */
function next(
  marked: string,
  value: number | string | undefined,
  more?: Readonly<Record<string, Partial<Figure>>>,
) {
  const template = makeTemplate(reportOf(`2023年工作总结\n\n${marked}`, more))
  const values = (): SlotValue | undefined =>
    value === undefined ? undefined : { value, status: 'computed' }
  const draft = fill(template, values, { year: 2023 })
  const sentence = draft.blocks.at(-1)!.sentences[0]!
  return [sentenceText(sentence), ...sentence.broken.map(({ code }) => code)]
}

describe('fill', () => {
  const examples: [why: string, marked: string, value: number | string | undefined, ...expected: string[]][] =
    [
      ['decimals stay as they were', '投资{145.7亿元}。', 160.25, '投资160.3亿元。'],
      ['exact decimals may come as words', '投资{145.7亿元}。', '160.25', '投资160.3亿元。'],
      ['a round number stays round', '产值{391亿元}。', 402.6, '产值403亿元。'],
      ['no thousands separators', '外资{11768万美元}。', 12945, '外资12945万美元。'],
      ['numerals in Chinese stay Chinese', '{列全市第四位||rank}。', 3, '列全市第三位。'],
      ['两 before a measure word', '连续{两年||count}增长。', 3, '连续三年增长。'],
      [
        'a missing number is a blank, marked',
        '投资{145.7亿元}。',
        undefined,
        '投资〔待填〕亿元。',
        'missing-value',
      ],
      ['增长 is never turned to 下降', '同比{增长6%||growth}。', -1.2, '同比增长-1%。', 'growth-sign'],
      ['下降 prints without a sign', '同比{下降3.2%||growth}。', -4.1, '同比下降4.1%。'],
      ['and is broken by a rise', '同比{下降3.2%||growth}。', 2, '同比下降-2.0%。', 'fall-sign'],
      [
        '高于 turned round',
        '{高于全市2.7个百分点||comparison}。',
        -0.5,
        '高于全市-0.5个百分点。',
        'comparison-sign',
      ],
      ['a better rank is fine', '{位列全市第四位||rank}。', 2, '位列全市第二位。'],
      ['a worse rank is marked', '{位列全市第四位||rank}。', 6, '位列全市第六位。', 'rank-lost'],
      ['首位 lost', '{居全市首位||rank}。', 3, '居全市第三位。', 'first-lost'],
      ['第一 lost', '{位列全市第一||rank}。', 2, '位列全市第二。', 'first-lost'],
      ['a streak that went on', '{连续4年||cumulative}获奖。', 5, '连续5年获奖。'],
      ['a streak that ended', '{连续4年||cumulative}获奖。', 0, '连续0年获奖。', 'streak-broken'],
      ['突破 stays while it holds', '产值{突破70亿元}。', 73.5, '产值突破70亿元。'],
      ['突破 no longer reached', '产值{突破70亿元}。', 66, '产值突破66亿元。', 'threshold-not-reached'],
      ['以上 no longer reached', '保持{20%以上||growth}。', 18, '保持18%以上。', 'threshold-not-reached'],
      ['以内 passed', '失业率{5%以内||share}。', 5.2, '失业率5%以内。', 'limit-passed'],
      ['约 is rounded as it was', '就业{约9800人||count}。', 10234, '就业约10200人。'],
      ['近 is rounded upwards', '占{近40%||share}。', 48.8, '占近50%。'],
      ['and finer where the step is too coarse', '占{近40%||share}。', 44, '占近45%。'],
      ['约 too far off', '引进{约1家||count}。', 0.4, '引进约0家。', 'approximation-too-far'],
      ['a share in thirds becomes a percentage', '约占全市{1/3||share}。', 0.41, '约占全市41%。'],
      ['新高 while it holds', '立项{25项||count},创历年新高。', 26, '立项26项,创历年新高。'],
      ['新高 no longer', '立项{25项||count},创历年新高。', 24, '立项24项,创历年新高。', 'record-lost'],
    ]
  it.each(examples)('%s', (_, marked, value, ...expected) => {
    expect(next(marked, value)).toEqual(expected)
  })

  it('says in both languages what no longer holds', () => {
    const template = makeTemplate(reportOf('{居全市首位|拥有量|rank}。', { 居全市首位: { among: '全市' } }))
    const draft = fill(template, () => ({ value: 3, status: 'computed' }), { year: 2024 })
    expect(draft.blocks[0]!.sentences[0]!.broken).toEqual([
      { code: 'first-lost', zh: '不再居全市首位:现为第3位', en: 'no longer first in the city: now number 3' },
    ])
  })

  it('notes in both languages the number behind 突破, with its unit', () => {
    const template = makeTemplate(reportOf('总产值{突破70亿元|总产值}。'))
    const draft = fill(template, () => ({ value: 90, status: 'computed' }), { year: 2024 })
    const run = draft.blocks[0]!.sentences[0]!.runs.find(({ type }) => type === 'figure')
    expect(run).toMatchObject({
      notes: [
        {
          zh: '实际 90亿元,可改写更高的说法',
          en: 'Exactly 90 × RMB 100m; a stronger wording would hold',
        },
      ],
    })
  })

  it('新高 speaks of the amount before it, not of others nor of its parts', () => {
    const marked =
      '产值{9亿元},立项{25项||count},其中国家级{1项||count}、省级{4项||count},创历年新高;引进{3家||count}。'
    const draft = fill(makeTemplate(reportOf(marked)), () => ({ value: 0.5, status: 'computed' }), {
      year: 0,
    })
    const broken = draft.blocks[0]!.sentences[0]!.broken
    expect(broken.map(({ zh }) => zh)).toEqual(['不再是新高:上年25项,现为0.5项'])
  })

  it('checks every indicator that shares a number', () => {
    const report = reportOf('爱登村、妙胜寺村签约率均{超过96%|爱登村|share}。')
    const shared = {
      ...report,
      figures: [...report.figures, { ...report.figures[0]!, indicator: '妙胜寺村' }],
    }
    const values = (slot: Slot): SlotValue => ({
      value: slot.figure.indicator === '爱登村' ? 98 : 91,
      status: 'computed',
    })
    const [sentence] = fill(makeTemplate(shared), values, { year: 2023 }).blocks[0]!.sentences
    expect(sentenceText(sentence!)).toBe('爱登村、妙胜寺村签约率均超过96%。')
    expect(sentence!.broken.map(({ code }) => code)).toEqual(['threshold-not-reached'])
  })

  it('keeps both ends of a range', () => {
    const more = { '5%—5.5%': { value: 5, valueTo: 5.5 } }
    const template = makeTemplate(reportOf('增长{5%—5.5%||target}。', more))
    const draft = fill(template, () => ({ value: 4.5, valueTo: 5, status: 'stated' }), { year: 2023 })
    expect(draftText(draft)).toBe('增长5%—5.0%。')
  })

  it('leaves arguable figures as words when nobody has a number', () => {
    expect(next('建成{五大||count}中心。', undefined, { 五大: { optional: true } })).toEqual([
      '建成五大中心。',
    ])
  })

  it('moves the report year and the plan year, and no other', () => {
    const report = reportOf(
      '宁波高新区2023年工作总结和2024年工作安排\n\n一、2023年工作总结\n入选2023中国企业500强,较2020年翻番,2021—2023年累计{6家}。\n二、2024年工作安排\n到2024年底完成。',
    )
    const draft = fill(makeTemplate(report), ownValues, { year: 2024 })
    expect(draftText(draft)).toBe(
      '宁波高新区2024年工作总结和2025年工作安排\n\n一、2024年工作总结\n入选2024中国企业500强,较2020年翻番,2021—2024年累计6家。\n二、2025年工作安排\n到2025年底完成。',
    )
    expect(draft.title).toBe('宁波高新区2024年工作总结和2025年工作安排')
  })

  it('counts what is computed, stated, forecast and missing', () => {
    const template = makeTemplate(reportOf('{1家}{2家}{3家}{4家}。'))
    const statuses = ['computed', 'stated', 'forecast'] as const
    const draft = fill(
      template,
      ({ index }) => (index < 3 ? { value: 9, status: statuses[index]! } : undefined),
      { year: 2024 },
    )
    expect(countDraft(draft)).toEqual({
      figures: { computed: 1, stated: 1, forecast: 1, missing: 1 },
      broken: 0,
    })
  })
})

describe('the report comes back from its own values, byte for byte', () => {
  const figure = fc.constantFrom(
    '{391亿元}',
    '{增长6.0%||growth}',
    '{下降3.2%||growth}',
    '{位列全市第四位||rank}',
    '{居全市首位||rank}',
    '{连续两年||count}',
    '{近40%||share}',
    '{约占1/3||share}',
    '{突破70亿元}',
    '{5%—5.5%||target}',
    '{1,234家||count}',
    '{第二家||count}',
  )
  const words = fc.constantFrom(
    '2023年',
    '其中',
    '，',
    '。',
    '；',
    '\n',
    '\r\n',
    '\u3000',
    ' ',
    '一、总结\n',
    '(一)强产业。',
    '“高',
    '”',
    '😀',
    '打印本页',
  )
  const report = fc.array(fc.oneof(figure, words), { maxLength: 30 })

  it('any text with any figures', () => {
    fc.assert(
      fc.property(report, (parts) => {
        const made = reportOf(`工作总结\n${parts.join('')}`)
        const draft = fill(makeTemplate(made), ownValues, { year: makeTemplate(made).year })
        expect(draftText(draft)).toBe(made.text)
        expect(draft.blocks.flatMap((block) => block.sentences.flatMap(({ broken }) => broken))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
