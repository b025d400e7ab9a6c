import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpack, zipEntries } from '../source/zip.ts'
import { toDocx } from './docx.ts'
import { blockText, paragraphsOfDraft } from './draft.ts'
import { fill, ownValues } from './fill.ts'
import { makeTemplate } from './template.ts'
import { reportOf } from './testReports.ts'
import { breakTitle } from './titleLines.ts'

const REPORT = reportOf(`索引号: 1
宁波高新区2023年工作总结和2024年工作安排

一、2023年工作总结
(一)全力以赴强产业
1.经济运行稳中向好。全年实现地区生产总值{391亿元|地区生产总值},同比{增长6%|地区生产总值|growth}。财政收入{85.4亿元|财政总收入}。
(1)工业
在取得成绩的同时,还有不足。
打印本页`)

describe('toDocx', () => {
  const template = makeTemplate(REPORT)
  const draft = fill(
    template,
    (slot) => (slot.index === 2 ? undefined : { value: slot.index === 1 ? -2 : 402, status: 'computed' }),
    { year: 2024 },
  )
  let parts: Map<string, string>
  beforeAll(async () => {
    parts = await open(await toDocx(draft, { today: new Date('2025-01-06T00:00:00Z') }))
  })
  const main = () => parts.get('word/document.xml')!
  const paragraph = (words: string) =>
    main()
      .split('<w:p>')
      .find((xml) => xml.includes(words))!

  it('says what the draft says', async () => {
    const own = fill(template, ownValues, { year: 2023 })
    const buffer = Buffer.from(await toDocx(own, { today: new Date(0) }))
    const { value } = await mammoth.extractRawText({ buffer })
    const printed = paragraphsOfDraft(own).map((blocks) => blocks.map(blockText).join(''))
    const [first, second, ...read] = value.split('\n\n').filter((line) => line !== '')
    expect([first! + second!, ...read]).toEqual(printed)
  })

  it('leaves the furniture of the old page out', () => {
    expect(main()).not.toContain('索引号')
    expect(main()).not.toContain('打印本页')
  })

  it('has the page of GB/T 9704: A4, 37 mm above, 28 mm left, 22 lines of 29 pt', () => {
    expect(main()).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(main()).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1978" w:left="1588"/)
    expect(main()).toContain('w:line="580" w:lineRule="exact"')
    expect(16838 - 2098 - 1978).toBeGreaterThanOrEqual(22 * 580)
    // 28 characters of 16 pt less a quarter point fit into 156 mm, 29 do not
    expect(28 * (320 - 5)).toBeLessThanOrEqual(11906 - 1588 - 1474)
    expect(29 * (320 - 5)).toBeGreaterThan(11906 - 1588 - 1474)
  })

  it.each([
    ['高新区2023年工作总结', ['高新区2023年工作总结']],
    ['宁波高新区2023年工作总结和2024年工作安排', ['宁波高新区2023年工作总结', '和2024年工作安排']],
    [
      '关于宁波市2023年上半年国民经济和社会发展计划执行情况的报告',
      ['关于宁波市2023年上半年国民经济', '和社会发展计划执行情况的报告'],
    ],
  ])('breaks a long title by its sense: %s', (title, lines) => {
    expect(breakTitle(title)).toEqual(lines)
  })

  it.each([
    ['宁波高新区2024年', '方正小标宋简体', 44],
    ['一、', '黑体', 32],
    ['(一)', '楷体_GB2312', 32],
    ['(1)', '仿宋_GB2312', 32],
    ['在取得成绩', '仿宋_GB2312', 32],
  ])('sets %s in %s', (words, font, size) => {
    const xml = paragraph(words)
    expect(xml).toContain(`w:eastAsia="${font}"`)
    expect(xml).toContain(`<w:sz w:val="${size}"/>`)
    expect(xml).toMatch(size === 44 ? /<w:jc w:val="center"\/>/ : /<w:ind w:firstLine="640"\/>/)
  })

  it('sets a run-in heading and its text in one paragraph', () => {
    expect(paragraph('1.经济运行')).toContain('全年实现地区生产总值')
  })

  it('numbers pages — 1 — right on odd pages and left on even ones', () => {
    const footers = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => xml)
    expect(footers).toHaveLength(2)
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)![1]).sort()).toEqual(['left', 'right'])
    for (const xml of footers) expect(xml).toMatch(/— .*PAGE.* —/s)
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders')
  })

  it('marks what no longer holds with a highlight and a comment', () => {
    expect(parts.get('word/comments.xml')).toContain('原文写“增长”,现为-2%,方向相反')
    expect(parts.get('word/comments.xml')).toContain('缺“财政总收入”的数,请补填')
    expect(parts.get('word/comments.xml')).toContain('2025-01-06')
    expect(main().match(/<w:commentRangeStart/g)).toHaveLength(2)
    expect(paragraph('同比')).toContain('<w:highlight w:val="yellow"/>')
    expect(paragraph('在取得成绩')).not.toContain('highlight')
  })
})

/** The XML parts of a package by name. */
async function open(file: Uint8Array): Promise<Map<string, string>> {
  const entries = zipEntries(file)!.filter(({ name }) => name.endsWith('.xml'))
  return new Map(
    entries.map((entry) => [entry.name, Buffer.from(unpack(file, entry, 1e7)!).toString('utf8')]),
  )
}
