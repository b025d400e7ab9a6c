import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Section } from '../types.ts'
import { labelOf, readStructure, sectionsOf } from './index.ts'

const SEED = readFileSync(new URL('./fixtures/report.txt', import.meta.url), 'utf8')

/** The outline as indented lines, for examples: `1 一、 2023年工作总结 (0)`. */
const sketch = (text: string) =>
  [...sectionsOf(readStructure(text).outline)]
    .slice(1)
    .map((section) => `${section.level} ${section.label} ${section.title} (${section.sentences.length})`)

describe('labelOf', () => {
  it.each([
    ['一、2023年工作总结', 'one', '一、'],
    ['(一)全力以赴', 'two', '(一)'],
    ['（十二）用心用情', 'two', '（十二）'],
    ['（\n三）改革开放', 'two', '（三）'],
    ['1.经济运行', 'three', '1.'],
    ['1、城管监督员', 'three', '1、'],
    ['（1）目标', 'four', '（1）'],
    ['第一部分 工作回顾', 'part', '第一部分'],
    ['附件2', 'annex', '附件2'],
  ])('%s', (line, kind, label) => {
    expect(labelOf(line)).toMatchObject({ kind, label })
  })

  it.each([
    '1.87亿元',
    '1.5%的增速',
    '2.5',
    '一、二、三产业协调发展',
    '三、四线城市',
    '2023年,在市委领导下',
    '一是新引进的大项目不够多',
  ])('%s is no heading', (line) => {
    expect(labelOf(line)).toBeUndefined()
  })
})

describe('readStructure', () => {
  it('reads the head, the title and 28 headings of a published report', () => {
    const { title, head, outline } = readStructure(SEED)
    expect(title).toBe('宁波高新区2023年工作总结和2024年工作安排')
    expect(head).toMatchObject({
      索引号: '11330208591592676Q/2024-27703',
      发布机构: '高新区办公室',
      成文日期: '2024-03-14',
    })
    const levels = [...sectionsOf(outline)].map((section) => section.level)
    expect([1, 2, 3].map((level) => levels.filter((each) => each === level).length)).toEqual([2, 12, 18])
    expect(outline.children[0]!.children[0]!.children[0]).toMatchObject({
      label: '1.',
      title: '经济运行稳中向好',
    })
  })

  it.each([
    [
      '您的位置:\n首页\n>\n要闻\n2026年政府工作报告\n来源：云南日报\n【字体：\n大\n中\n小\n】\n各位代表：',
      '2026年政府工作报告',
    ],
    ['中国（某某）自由贸易试验区2023年工作总结\n增长。', '中国（某某）自由贸易试验区2023年工作总结'],
    [
      '# source: https://example.com/a\n大榭街道2022年工作总结和2023年工作计划\n一、回顾',
      '大榭街道2022年工作总结和2023年工作计划',
    ],
    ['高新区2023年工作总结\n和2024年工作安排\n一、回顾', '高新区2023年工作总结和2024年工作安排'],
    ['关于高新区2023年计划\n执行情况的报告\n一、回顾', '关于高新区2023年计划执行情况的报告'],
    ['增长6%。', ''],
  ])('finds the title among the furniture of a page', (text, title) => {
    expect(readStructure(text).title).toBe(title)
  })

  it('leaves the foot of the page out', () => {
    const { outline } = readStructure(SEED)
    expect(SEED.slice(outline.end)).toContain('打印本页')
  })

  it('gives what closes a part to the part, not to its last item', () => {
    const part = readStructure(SEED).outline.children[0]!
    expect(part.sentences[0]!.text).toMatch(/^在取得成绩的同时/)
    expect(part.sentences.at(-1)!.text).toMatch(/^干部作风还不够扎实/)
  })

  it('tells a run-in heading from a heading of its own', () => {
    expect(
      sketch('一、总结\n1.经济运行稳中向好。面对环境,全区增长6%。继续努力。\n(1)细化目标\n落实。'),
    ).toEqual(['1 一、 总结 (0)', '3 1. 经济运行稳中向好 (2)', '4 (1) 细化目标 (1)'])
  })

  it('takes a labelled result for an item, not for a heading', () => {
    expect(sketch('二、分析\n1、巡查上报953件,占总案件的95.68%;\n2、有效举报43件。')).toEqual([
      '1 二、 分析 (0)',
      '3 1、  (1)',
      '3 2、  (1)',
    ])
  })

  it('puts everything one level down below 第一部分 and below an annex', () => {
    expect(sketch('第一部分 回顾\n一、经济\n(一)工业\n增长。\n附件1\n民生实事\n一、就业\n增加。')).toEqual([
      '1 第一部分 回顾 (0)',
      '2 一、 经济 (0)',
      '3 (一) 工业 (1)',
      '1 附件1 民生实事 (0)',
      '2 一、 就业 (1)',
    ])
  })

  it('finds parts without numbers where the paper numbers none', () => {
    expect(
      sketch('政府工作报告\n过去五年工作回顾\n成绩很大。\n2026年重点工作\n（一）扩大消费\n落实。'),
    ).toEqual(['1  过去五年工作回顾 (1)', '1  2026年重点工作 (0)', '2 （一） 扩大消费 (1)'])
  })

  it('finds headings in a page flattened to one line', () => {
    const body = '面对复杂形势,全市上下团结奋斗,各项事业取得新的进步。'.repeat(4)
    expect(
      sketch(`工作报告\n现在报告工作,请予审议。 一、2020年工作回顾 ${body} 二、2021年工作安排 ${body}`),
    ).toEqual(['1 一、 2020年工作回顾 (4)', '1 二、 2021年工作安排 (4)'])
  })

  it('joins lines torn inside a sentence, and the 2.5 of PM2.5', () => {
    const { outline } = readStructure('一、工作\n实施积极的财政政策，\n扩大内需。\nPM\n2.5\n年均浓度下降。')
    expect(outline.children[0]!.sentences.map(({ text }) => text.replace(/\s/g, ''))).toEqual([
      '实施积极的财政政策，扩大内需。',
      'PM2.5年均浓度下降。',
    ])
  })

  it('joins the lines of a text that was wrapped by force', () => {
    const sentence =
      '面对复杂严峻的外部环境,加强经济运行调度,全力推动高质量发展,核心区全年实现地区生产总值391亿元,同比增长6%。'
    const paragraph = sentence.repeat(4)
    const wrapped = (words: string) => words.match(/.{1,36}/g)!.join('\n')
    const { outline } = readStructure(
      `一、总结\n${wrapped(paragraph)}\n${wrapped(paragraph)}\n(一)产业\n${wrapped(paragraph)}`,
    )
    const sentences = [...sectionsOf(outline)].flatMap((section) => section.sentences)
    expect(sentences.map(({ text }) => text.replaceAll('\n', ''))).toEqual(new Array(12).fill(sentence))
  })

  it('never throws, and every span is exact and in order', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'一、二（三）(1).2。；“”：\n\r \u3000年增长%报告附件第部分#😀'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, (words) => {
        const visit = (section: Section) => {
          let at = section.start
          for (const sentence of section.sentences) {
            expect(words.slice(sentence.start, sentence.end)).toBe(sentence.text)
            expect(sentence.start).toBeGreaterThanOrEqual(at)
            at = sentence.end
            expect(at).toBeLessThanOrEqual(section.end)
          }
          for (const child of section.children) {
            expect(child.level).toBeGreaterThan(section.level)
            expect(child.start).toBeGreaterThanOrEqual(section.start)
            expect(child.end).toBeLessThanOrEqual(section.end)
            visit(child)
          }
        }
        visit(readStructure(words).outline)
      }),
      { numRuns: 500 },
    )
  })

  it('takes time in proportion to length', () => {
    const time = (text: string) => {
      const start = performance.now()
      readStructure(text)
      return performance.now() - start
    }
    time(SEED)
    const once = time(SEED.repeat(40))
    expect(time(SEED.repeat(320))).toBeLessThan(Math.max(50, once) * 8 * 4)
    // one paragraph, one open quote after another
    expect(time('“'.repeat(300_000))).toBeLessThan(3000)
    expect(time('一、'.repeat(200_000))).toBeLessThan(3000)
  })
})
