import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { annotate } from './annotate.ts'
import { displayWidth, tableLines } from './columns.ts'
import { fill, ownValues } from './fill.ts'
import { toHtml } from './html.ts'
import { toJson } from './json.ts'
import { toMarkdown } from './markdown.ts'
import { toTable } from './table.ts'
import { makeTemplate } from './template.ts'
import { reportOf } from './testReports.ts'

const REPORT = reportOf(`高新区2023年工作总结和2024年工作安排
一、2023年工作总结
(一)强产业
😀生产总值{391亿元|地区生产总值},同比{增长6%|地区生产总值|growth},{居全市首位|增速|rank}。
二、2024年工作安排
(一)聚焦“数创港” <建设>
加快推进“数创港”建设,完成投资{50亿元|投资|target}。`)

const draft = fill(
  makeTemplate(REPORT),
  ({ index }) =>
    index === 3 ? undefined : { value: index === 0 ? 402 : -1, status: index === 0 ? 'computed' : 'stated' },
  { year: 2024 },
)

describe('toHtml', () => {
  const html = toHtml(draft)

  it('marks each figure by where it came from, and each claim that no longer holds', () => {
    expect(html).toContain(
      '<span class="f computed" data-slot="0" title="地区生产总值 · 算得">402亿元</span>',
    )
    expect(html).toContain('class="f stated"')
    expect(html).toMatch(/class="broken" id="b1" title="原文写“增长”,现为-1%/)
    expect(html).toContain('〔待填〕')
  })

  it('needs neither script nor network', () => {
    expect(html).not.toMatch(/<script|<link|src=|url\(|https?:/)
    expect(annotate(REPORT)).not.toMatch(/<script|<link|src=|url\(|https?:/)
  })
})

describe('toMarkdown', () => {
  it('is headings, paragraphs and notes', () => {
    expect(toMarkdown(draft)).toContain('## 一、2024年工作总结\n\n### (一)强产业\n\n😀生产总值402亿元')
    expect(toMarkdown(draft)).toMatch(/\n\n\[\^1\]: 原文写/)
  })
})

describe('annotate', () => {
  it('shows the whole text, every figure marked in its place', () => {
    const page = annotate(REPORT)
    expect(textIn(page, 'article').replace(/\s/g, '')).toBe(REPORT.text.replace(/\s/g, ''))
    expect(page).toContain(
      '<mark class="k-level" id="f0" title="地区生产总值 391 亿元 · 总量">391亿元</mark>',
    )
    expect(page.match(/<mark class="k-\w+" id=/g)).toHaveLength(4)
  })

  it('lists the contents, each leading to its heading', () => {
    const page = annotate(REPORT)
    for (const [, id] of page.matchAll(/<a href="#(\w+)"/g)) expect(page).toContain(`id="${id}"`)
    expect(page).toContain('一、2023年工作总结</a>')
  })

  it('speaks English when asked, and says plainly when there are no figures', () => {
    expect(annotate(REPORT, { lang: 'en' })).toContain('<html lang="en">')
    expect(annotate(reportOf('没有数字。'))).toContain('这份报告里没有读出数字。')
  })

  it('escapes whatever the text holds', () => {
    const text = fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', "'", '{1家|<b>}', '。', '\n', '一、'),
    })
    fc.assert(
      fc.property(text, (words) => {
        const report = reportOf(`工作总结\n${words}`)
        expect(textIn(annotate(report), 'article').replace(/\s/g, '')).toBe(report.text.replace(/\s/g, ''))
        expect(() => toHtml(fill(makeTemplate(report), ownValues, { year: 2023 }))).not.toThrow()
      }),
    )
  })
})

describe('toJson', () => {
  it('counts code points, so that Python slices the same words', () => {
    const json = toJson('a.txt', { ...REPORT, unbound: [] })
    const characters = [...REPORT.text]
    for (const figure of [...json.figures, ...json.tasks]) {
      expect(characters.slice(figure.start, figure.end).join('')).toBe(figure.text)
    }
    expect(json.outline[0]!.children[0]).toMatchObject({ level: 2, label: '(一)', title: '强产业' })
  })
})

describe('toTable', () => {
  it('lines up Chinese in columns', () => {
    const lines = tableLines(
      [
        { title: '指标', most: 20 },
        { title: 'v', most: 5, right: true },
      ],
      [
        ['地区生产总值', '391'],
        ['R&D', '8'],
      ],
    )
    expect(lines).toEqual(['指标            v', '地区生产总值  391', 'R&D             8'])
    expect(displayWidth('“8%”')).toBe(6)
  })

  it('shows outline, figures and tasks', () => {
    const table = toTable('a.txt', { ...REPORT, unbound: [] }, 'zh')
    expect(table).toContain('一、2023年工作总结 · 3 个数字\n')
    expect(table).toMatch(/一\(一\) +391亿元 +地区生产总值 +391/)
    expect(table).toMatch(/二\(一\) +推进 +“数创港”建设/)
  })
})

/** The text of the first element of that name. */
function textIn(html: string, name: string): string {
  const find = (node: Tree.Node): Tree.Node | undefined =>
    node.nodeName === name
      ? node
      : 'childNodes' in node
        ? node.childNodes.map(find).find((found) => found)
        : undefined
  const text = (node: Tree.Node): string =>
    node.nodeName === '#text'
      ? (node as Tree.TextNode).value
      : 'childNodes' in node
        ? node.childNodes.map(text).join('')
        : ''
  return text(find(parse(html))!)
}
