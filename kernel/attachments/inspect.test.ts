import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspect } from './inspect.ts'
import { safeName } from './name.ts'
import { docx, ole, pdf, png, withParts, xlsx, zipOf } from './samples.fixture.ts'
import { judgeZip } from './scan/zip.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-inspect-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the content is taken for, or the code of the refusal. The name always lies. */
async function told(bytes: Buffer): Promise<string> {
  const file = join(folder, 'content')
  await writeFile(file, bytes)
  return inspect(file, '报表.xlsx').catch((error: { code: string }) => error.code)
}

describe('content decides', () => {
  const OFFICE = 'application/vnd.openxmlformats-officedocument'
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['PDF', () => pdf(), 'application/pdf'],
    ['a picture', () => png, 'image/png'],
    ['a workbook', xlsx, `${OFFICE}.spreadsheetml.sheet`],
    ['a document', docx, `${OFFICE}.wordprocessingml.document`],
    ['OFD', () => zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '' }), 'application/ofd'],
    ['Word 97', () => ole({ WordDocument: '内容' }), 'application/msword'],
    ['Excel 97', () => ole({ Workbook: '' }), 'application/vnd.ms-excel'],
    ['text', () => Buffer.from('验收合格\n'), 'text/plain; charset=utf-8'],
    ['text of old programs', () => Buffer.from('d1e9cad5bacfb8f1', 'hex'), 'text/plain; charset=gb18030'],
    [
      'a page: text, never a page',
      () => Buffer.from('<script>alert(1)</script>'),
      'text/plain; charset=utf-8',
    ],
    [
      'a drawing: text',
      () => Buffer.from('<?xml version="1.0"?><svg onload="x"/>'),
      'text/plain; charset=utf-8',
    ],
    ['a program', () => Buffer.from('7f454c460201010000000000', 'hex'), 'ATTACHMENT_TYPE'],
    ['a program for Windows', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'ATTACHMENT_TYPE'],
    ['an archive', () => zipOf({ 'a.txt': 'a' }), 'ATTACHMENT_TYPE'],
    ['an installer', () => ole({ Property: 'x' }), 'ATTACHMENT_TYPE'],
    ['a workbook cut off', async () => (await xlsx()).subarray(0, 2000), 'ATTACHMENT_UNREADABLE'],
    ['nothing known', () => Buffer.from([1, 2, 3, 0, 255, 254]), 'ATTACHMENT_TYPE'],
  ])('%s', async (_, make, expected) => {
    expect(await told(await make())).toBe(expected)
  })
})

/** `number 0 obj << … >> stream … endstream` with objects packed into it. */
const packed = (objects: string, dictionary = '/Filter /FlateDecode') => {
  const body = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${dictionary} /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\n%%EOF`,
    'latin1',
  )
}
const SCRIPT = '2 0 << /S /JavaScript /JS (x) >>'
const altered = (file: Buffer, from: string, to: string) =>
  Buffer.from(file.toString('latin1').replace(from, to), 'latin1')
/** A BIFF workbook with one sheet of a kind: 0 a worksheet, 1 a macro sheet. */
const biff = (kind: number) => Buffer.from([0x85, 0, 8, 0, 0, 0, 0, 0, 0, kind, 1, 0])

describe('what would run is refused', () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['VBA in a workbook', async () => withParts(await xlsx(), { 'xl/vbaProject.bin': 'VBA' })],
    [
      'VBA under another name',
      async () =>
        withParts(await xlsx(), {
          '[Content_Types].xml':
            '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
        }),
    ],
    ['an Excel 4 macro sheet', async () => withParts(await xlsx(), { 'xl/macrosheets/sheet1.xml': '<xm/>' })],
    ['an ActiveX control', async () => withParts(await docx(), { 'word/activeX/activeX1.bin': 'x' })],
    [
      'a template from elsewhere',
      async () =>
        withParts(await docx(), {
          'word/_rels/settings.xml.rels':
            '<Relationship Type="http://x/attachedTemplate" Target="http://x/t.dotm" TargetMode="External"/>',
        }),
    ],
    [
      'a workbook with VBA in a document',
      async () =>
        withParts(await docx(), {
          'word/embeddings/b.xlsx': await withParts(await xlsx(), { 'xl/vbaProject.bin': 'VBA' }),
        }),
    ],
    [
      'a program packed into a document',
      async () =>
        withParts(await docx(), {
          'word/embeddings/oleObject1.bin': ole({ '\u0001Ole10Native': 'MZ' }),
        }),
    ],
    ['VBA in Word 97', () => ole({ WordDocument: '', 'Macros/VBA/ThisDocument': 'x' })],
    ['VBA in Excel 97', () => ole({ Workbook: '', '_VBA_PROJECT_CUR/VBA/dir': 'x' })],
    ['a macro sheet in Excel 97', () => ole({ Workbook: biff(1) })],
    ['JavaScript in a PDF', () => pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['JavaScript with its name disguised', () => pdf('/OpenAction << /S /J#61vaScript /JS (x) >>')],
    ['a program started by a PDF', () => pdf('/AA << /O << /S /Launch /F (cmd.exe) >> >>')],
    ['a file within a PDF', () => pdf('/Names << /EmbeddedFiles 2 0 R >>')],
    ['JavaScript in packed objects', () => packed(SCRIPT)],
    ['after a long dictionary', () => packed(SCRIPT, `/Filter /FlateDecode /X (${'x'.repeat(3000)})`)],
    [
      'after the beginning of an object that is none',
      () => packed(SCRIPT, '/X ( obj ) /Filter /FlateDecode'),
    ],
    ['in objects that are not said to be any', () => altered(packed(SCRIPT), '/Type /ObjStm ', '')],
    ['behind a comment', () => packed(`%${'é'.repeat(300)}\n${SCRIPT}`)],
    ['where a line ends as few end it', () => altered(packed(SCRIPT), 'stream\n', 'stream \r')],
  ])('%s', async (_, make) => {
    expect(await told(await make())).toBe('ATTACHMENT_MACROS')
  })

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['objects packed in the usual way', () => packed('2 0 << /S /GoTo >>')],
    ['worksheets of Excel 97', () => ole({ Workbook: biff(0) })],
    [
      'a workbook within a document',
      async () => withParts(await docx(), { 'word/embeddings/b.xlsx': await xlsx() }),
    ],
    ['a text about JavaScript', () => Buffer.from('/JavaScript /Launch')],
  ])('and %s are not', async (_, make) => {
    expect(await told(await make())).toMatch(/^(application|text)\//)
  })

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['an encrypted document', () => ole({ EncryptedPackage: 'x', EncryptionInfo: 'y' })],
    ['an encrypted PDF', () => Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>')],
    ['objects packed in an unusual way', () => packed('x', '/Filter [/ASCIIHexDecode /FlateDecode]')],
    [
      'packed objects that swell, all together',
      () => {
        const one = packed('1 0 '.repeat(12 * 2 ** 20))
        return Buffer.concat([one, one, one])
      },
    ],
  ])('what cannot be looked into neither is taken: %s', async (_, make) => {
    expect(await told(await make())).toBe('ATTACHMENT_UNREADABLE')
  })
})

it('a document within a document within a document is looked into as far as one budget goes', async () => {
  const inner = await withParts(await docx(), { 'word/embeddings/c.bin': Buffer.alloc(2 ** 20) })
  const outer = await withParts(await docx(), { 'word/embeddings/b.docx': inner })
  expect((await judgeZip(outer, { left: 2 ** 21 })).active).toBeUndefined()
  await expect(judgeZip(outer, { left: 2 ** 20 })).rejects.toThrow(/unpacks to more/)
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\我\\验收单.docx', '验收单.docx'],
  ['报告\u202Efdp.exe', '报告fdp.exe'],
  ['a\r\nContent-Type: x.pdf', 'aContent-Type x.pdf'],
  ['CON.txt', '_CON.txt'],
  [' . ', 'file.pdf'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(58)}.pdf`],
])('the name %j is kept as %j', (given, kept) => {
  expect(safeName(given, 'pdf')).toBe(kept)
})
