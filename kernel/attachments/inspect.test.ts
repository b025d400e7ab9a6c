import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspect } from './inspect.ts'
import { safeName } from './name.ts'
import { docx, ole, pdf, png, withParts, xlsx, zipOf } from './samples.fixture.ts'

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
    ['JavaScript in packed objects', () => packed('2 0 << /S /JavaScript /JS (x) >>')],
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
  ])('what cannot be looked into neither is taken: %s', async (_, make) => {
    expect(await told(await make())).toBe('ATTACHMENT_UNREADABLE')
  })
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
