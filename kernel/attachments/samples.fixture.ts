import cfb from 'cfb'
import { Document, Packer, Paragraph } from 'docx'
import exceljs from 'exceljs'
import JSZip from 'jszip'

/** Files as offices send them, and as attackers do; for tests. */

export const pdf = (...objects: readonly string[]): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${objects.join('\n')} >>\nendobj\n%%EOF\n`, 'latin1')

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export async function xlsx(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.addWorksheet('表').addRow(['甲', 1])
  return Buffer.from(await book.xlsx.writeBuffer())
}

export const docx = (): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('验收合格')] }] }))

/** A zip file with more parts, or other ones. */
export async function withParts(
  file: Buffer,
  parts: Readonly<Record<string, string | Buffer>>,
): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file)
  for (const [name, body] of Object.entries(parts)) zip.file(name, body)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

export async function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, body] of Object.entries(parts)) zip.file(name, body)
  return zip.generateAsync({ type: 'nodebuffer' })
}

export function ole(streams: Readonly<Record<string, string | Buffer>>): Buffer {
  const container = cfb.utils.cfb_new()
  for (const [name, body] of Object.entries(streams))
    cfb.utils.cfb_add(container, `/${name}`, Buffer.from(body as string))
  return Buffer.from(cfb.write(container, { type: 'buffer' }) as Uint8Array)
}
