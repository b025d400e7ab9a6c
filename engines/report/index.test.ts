import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  annotate,
  draftText,
  fill,
  loadReport,
  makeTemplate,
  ownValues,
  readReport,
  toDocx,
  toHtml,
  toJson,
  toTable,
} from './index.ts'

const SEED = readFileSync(new URL('./structure/fixtures/report.txt', import.meta.url), 'utf8')

describe('a report, read and written again', () => {
  const report = readReport(SEED)
  const template = makeTemplate(report)

  it('comes back byte for byte, with nothing broken', () => {
    const draft = fill(template, ownValues, { year: 2023 })
    expect(draftText(draft)).toBe(SEED)
    expect(draft.blocks.flatMap(({ sentences }) => sentences.flatMap(({ broken }) => broken))).toEqual([])
  })

  it('gives a place in the template to every figure', () => {
    const slots = template.slots.reduce((count, { siblings }) => count + 1 + siblings.length, 0)
    expect(slots).toBe(report.figures.length)
  })

  it('is read the same from the Word file that is written of it', async () => {
    const draft = fill(template, ownValues, { year: 2023 })
    const { text } = await loadReport(await toDocx(draft, { today: new Date(0) }), 'next.docx')
    const again = readReport(text)
    const told = ({ figures, tasks }: typeof again) => [
      figures.map((f) => f.text),
      tasks.map((task) => task.text),
    ]
    expect(told(again)).toEqual(told(report))
    expect(again.outline.children.map(({ title }) => title)).toEqual(
      report.outline.children.map(({ title }) => title),
    )
  })

  it('next year in the words of this: the years move, unknown numbers are blanks', () => {
    const text = draftText(fill(template, () => undefined, { year: 2024 }))
    expect(text).toContain('宁波高新区2024年工作总结和2025年工作安排')
    expect(text).toContain('核心区全年实现地区生产总值〔待填〕亿元')
    expect(text).not.toContain('2023年')
  })
})

it('never throws, whatever the text', () => {
  const pieces = fc.constantFrom(
    ...'一、|(一)|1.|第一部分|附件|2023年工作总结|2024年工作安排|生产总值|391亿元|增长|6%|，|。|；|“|”|(|)|近|4成|第一|全市|连续|12个月|推进|等21个项目|年底前|\n|\r\n| |😀|<b>|索引号:|\u0000'.split(
      '|',
    ),
  )
  const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (words) => {
      const report = readReport(words)
      const template = makeTemplate(report)
      const draft = fill(template, ownValues, { year: template.year })
      expect(draftText(draft)).toBe(words)
      toHtml(
        fill(template, ({ figure }) => ({ value: figure.value * -1.37, status: 'computed' }), { year: 2025 }),
      )
      annotate(report)
      toTable('a', report, 'en')
      for (const figure of toJson('a', report).figures) {
        expect([...words].slice(figure.start, figure.end).join('')).toBe(figure.text)
      }
    }),
    { numRuns: 300 },
  )
})
