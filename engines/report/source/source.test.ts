import { Document, Packer, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReportError } from '../errors.ts'
import { decodeText } from './encoding.ts'
import { readHtml } from './html.ts'
import { loadReport } from './index.ts'
import { chinesePdf, lockedPdf, pdfOf, scannedPdf, zipOf } from './testFiles.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string, mark: boolean, bigEndian = false) => {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return Uint8Array.from(bigEndian ? buffer.swap16() : buffer)
}
/** `高新区2023年增长6%。` in GB18030 (the same bytes in GBK and GB2312). */
const GBK_TEXT = '高新区2023年增长6%。'
const GBK_HEX = 'b8dfd0c2c7f832303233c4ead4f6b3a43625a1a3'
const gbk = Uint8Array.from(Buffer.from(GBK_HEX, 'hex'))

const codeOf = async (file: Uint8Array) => {
  try {
    await loadReport(file, '报告')
    return 'read'
  } catch (error) {
    return error instanceof ReportError ? error.code : String(error)
  }
}

describe('text', () => {
  it.each([
    ['UTF-8', utf8(GBK_TEXT), 'utf-8'],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(GBK_TEXT)]), 'utf-8'],
    ['UTF-16 little-endian', utf16(GBK_TEXT, true), 'utf-16le'],
    ['UTF-16 big-endian', utf16(GBK_TEXT, true, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(GBK_TEXT, false), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16(GBK_TEXT, false, true), 'utf-16be'],
    ['GB18030', gbk, 'gb18030'],
  ])('%s', async (_, file, encoding) => {
    expect(await loadReport(file, 'a.txt')).toEqual({ text: GBK_TEXT, format: 'txt', encoding, notes: [] })
  })

  it('keeps line ends, so offsets are offsets into the file', async () => {
    expect((await loadReport(utf8('一\r\n二\n'), 'a.txt')).text).toBe('一\r\n二\n')
  })

  it('reads GB18030 in four bytes, beyond GBK', () => {
    // 㐀 U+3400, 8139ee39 in GB18030
    expect(decodeText(Uint8Array.from(Buffer.from(`${GBK_HEX}8139ee39`, 'hex'))).text).toBe(`${GBK_TEXT}㐀`)
  })

  it('reads a file cut off inside a character, and says so', async () => {
    const file = utf8(GBK_TEXT.repeat(20))
    const { text, notes } = await loadReport(file.subarray(0, file.length - 1), 'a.txt')
    expect(text.endsWith('\ufffd')).toBe(true)
    expect(notes[0]).toContain('1')
  })

  it('decodes what UTF-8 and UTF-16 encode, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'高新区增长2023%。,abc 😀'), minLength: 3 }),
        (text) => {
          expect(decodeText(utf8(text)).text).toBe(text)
          expect(decodeText(utf16(text, true)).text).toBe(text)
        },
      ),
    )
  })

  it('reads 60 MB in seconds', async () => {
    const { text } = await loadReport(new Uint8Array(Buffer.from(`${GBK_TEXT}\n`.repeat(2_300_000))), 'a.txt')
    expect(text.length).toBeGreaterThan(30_000_000)
  })
})

describe('html', () => {
  it('gives what a reader sees, a line a block', async () => {
    const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>站点</title><style>p{}</style></head>
      <body><nav>首页</nav><script>var x = 1 < 2</script><h1>工作&nbsp;总结</h1>
      <div><p>增长<b>6</b>%&mdash;好</p><p hidden>藏</p><p style="display: none">藏</p></div>
      <table><tr><td>投资</td><td>145.7</td></tr></table>第一行<br>第二行</body></html>`
    const { text, format } = await loadReport(utf8(page), 'a.txt')
    expect(format).toBe('html')
    expect(text).toBe('工作 总结\n增长6%—好\n投资 145.7\n第一行\n第二行\n')
  })

  it('believes a declared charset', async () => {
    const open =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>'
    const { text, encoding } = await loadReport(Uint8Array.from([...utf8(open), ...gbk]), 'a.htm')
    expect([text, encoding]).toEqual([`${GBK_TEXT}\n`, 'gb18030'])
  })

  it('is not afraid of depth', () => {
    expect(readHtml(`${'<div>'.repeat(20_000)}深`)).toBe('深\n')
  })
})

describe('docx', () => {
  it('gives a line a paragraph, typed numbers kept', async () => {
    const lines = ['一、工作总结', '', '1.经济运行稳中向好。增长6%。']
    const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })
    const { text, format } = await loadReport(new Uint8Array(await Packer.toBuffer(document)), 'a')
    expect(format).toBe('docx')
    expect(text).toBe(`${lines.join('\n')}\n`)
  })

  it('keeps the line breaks inside a paragraph', async () => {
    const title = [new TextRun('高新区2023年工作总结'), new TextRun({ text: '和2024年工作安排', break: 1 })]
    const document = new Document({
      sections: [{ children: [new Paragraph({ children: title }), new Paragraph('完')] }],
    })
    const { text } = await loadReport(new Uint8Array(await Packer.toBuffer(document)), 'a')
    expect(text).toBe('高新区2023年工作总结\n和2024年工作安排\n完\n')
  })

  it('says when Word drew numbers of its own', async () => {
    const numbering = { reference: 'n', level: 0 }
    const document = new Document({
      numbering: { config: [{ reference: 'n', levels: [{ level: 0, text: '%1.' }] }] },
      sections: [{ children: [new Paragraph({ text: '增长', numbering })] }],
    })
    const { notes } = await loadReport(new Uint8Array(await Packer.toBuffer(document)), 'a')
    expect(notes.join()).toContain('自动编号')
  })
})

describe('pdf', () => {
  it('reads a Chinese font by its predefined CMap and joins the lines of a paragraph', async () => {
    const file = chinesePdf([
      { left: 112, hex: GBK_HEX.slice(0, -4) },
      { left: 80, hex: `${GBK_HEX.slice(0, -4)}${GBK_HEX.slice(0, -4)}` },
      { left: 80, hex: GBK_HEX },
      { left: 112, hex: `${GBK_HEX}${GBK_HEX}` },
      { left: 280, hex: 'a1aa2031 20a1aa'.replace(' ', '') },
    ])
    const { text } = await loadReport(file, 'a.pdf')
    const words = GBK_TEXT.slice(0, -1)
    expect(text.split('\n')[1]).toContain(words)
    expect(text).not.toMatch(/— ?1 ?—/)
    expect(text.replaceAll('\n', '')).toBe(`${words.repeat(3)}${GBK_TEXT.repeat(3)}`)
  })
})

describe('refusals', () => {
  const cfb = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const cases: [what: string, file: () => Uint8Array, code: string][] = [
    ['an empty file', () => bytes(), 'report/empty'],
    ['a file of spaces', () => utf8(' \n\u3000\n'), 'report/empty'],
    ['a scanned PDF', scannedPdf, 'report/scanned-pdf'],
    ['a PDF with a password', lockedPdf, 'report/encrypted'],
    ['a damaged PDF', () => utf8('%PDF-1.7 and nothing more'), 'report/corrupted'],
    ['an old Word file', () => bytes(...cfb, ...new Array(600).fill(0)), 'report/old-doc'],
    ['an encrypted Word file', () => bytes(...cfb, ...utf16('EncryptedPackage', false)), 'report/encrypted'],
    ['a workbook', () => zipOf({ 'xl/workbook.xml': '<a/>' }), 'report/unknown-format'],
    ['a picture', () => bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'report/unknown-format'],
    ['rtf', () => utf8('{\\rtf1 a}'), 'report/unknown-format'],
    [
      'bytes that are no text',
      () => bytes(...new Array(100).fill(0), 1, 2, 3, 4, 5, 6),
      'report/unknown-format',
    ],
    ['a package cut off', () => zipOf({ 'word/document.xml': '<a/>' }).slice(0, 60), 'report/corrupted'],
    ['a Word file without sense', () => zipOf({ 'word/document.xml': '<a' }), 'report/corrupted'],
    [
      'a package that unpacks without end, whatever it claims',
      () => zipOf({ 'word/document.xml': Buffer.alloc(300 * 1024 * 1024, 32) }, 1000),
      'report/zip-bomb',
    ],
  ]
  it.each(cases)('%s', async (_, file, code) => {
    expect(await codeOf(file())).toBe(code)
  })

  it('a PDF page without anything is empty of text too', async () => {
    expect(await codeOf(pdfOf('', ''))).toBe('report/scanned-pdf')
  })

  it('says place, problem, value, remedy and code in one sentence', () => {
    const error = new ReportError('report/unknown-format', 'a.xlsx', 'xlsx')
    expect(error.say('zh')).toBe(
      'a.xlsx:认不出文件格式(xlsx);请另存为 txt、docx、html 或 pdf。[report/unknown-format]',
    )
    expect(error.say('en')).toBe(
      'a.xlsx: the format of the file is not known (xlsx); save it as txt, docx, html or pdf. [report/unknown-format]',
    )
  })

  it('any bytes are read or refused, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (file) => {
        expect(await codeOf(file)).toMatch(/^(?:read|report\/)/)
      }),
    )
  })
})
