import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

const split = (text: string) => splitSentences(text, { start: 0, end: text.length }).map(({ text }) => text)

describe('splitSentences', () => {
  const examples: [why: string, sentences: string[]][] = [
    ['a full stop ends a sentence', ['全年增长6%。', '实现财政总收入85.4亿元。']],
    [
      'a semicolon separates clauses of one',
      ['投资145.7亿元,同比增长10.2%;出口282.8亿元；销售额2675.6亿元。'],
    ],
    ['a half-width point never ends', ['城镇登记失业率2.02%。', '支出14.73亿元。']],
    ['nothing ends inside quotes', ['“新明街道获选。全市唯一”的称号保持。', '下一句。']],
    ['a stop before the closing quote ends', ['他说：“全面完成。”', '各位代表！']],
    ['unless the sentence goes on', ['提出“人民至上。”的要求。']],
    ['nothing ends in brackets', ['获批创新中心(全省10家。其中市级2家)。', '下一句']],
    ['a quote left open swallows nothing', ['坚持“一号工程为牵引。', '全面推进。']],
    ['stops in a row belong together', ['真的吗？！', '好……', '完']],
    ['both widths of bracket pair', ['平台(筹）获批。', '完成。']],
  ]
  it.each(examples)('%s', (_, sentences) => {
    expect(split(sentences.join(''))).toEqual(sentences)
  })

  it('tiles any text: joined again the sentences are the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'。；，！？“”（）()"\'…增长6.%一 \n人'),
      maxLength: 80,
    })
    fc.assert(
      fc.property(text, (words) => {
        expect(split(words).join('')).toBe(words)
      }),
    )
  })
})
