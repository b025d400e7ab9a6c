import { text } from '../../../text.ts'
import type { Cell } from '../read.ts'
import { isUtf8, unreadable } from './features.ts'

interface Field {
  readonly name: string
  readonly type: string
  readonly from: number
  readonly to: number
}

/**
 * The rows of a dBASE table; those that are marked as deleted are null, so that the others keep their places. Numbers stay
 * as they are written: a reader that makes floats of them would change codes and levels.
 * @param encoding what a `.cpg` says; without it UTF-8, or GB18030 where it is not that
 * @throws GaoxinError IMPORT_GEO
 */
export function dbfRows(
  data: Buffer,
  place: string,
  encoding: string | undefined,
): readonly (Readonly<Record<string, Cell>> | null)[] {
  const broken = () =>
    unreadable(text('属性表（.dbf）已损坏', 'The table of properties (.dbf) is damaged'), place)
  if (data.length < 33) throw broken()
  const [count, header, size] = [data.readUInt32LE(4), data.readUInt16LE(8), data.readUInt16LE(10)]
  if (size < 1 || header > data.length || header + count * size > data.length + 1) throw broken()
  const words = decoderOf(encoding, data)
  const fields = fieldsOf(data, header, size, words)
  if (!fields) throw broken()
  return Array.from({ length: count }, (_, i) => {
    const row = data.subarray(header + i * size, header + (i + 1) * size)
    if (row[0] === DELETED) return null
    return Object.fromEntries(
      fields.map((field) => [field.name, cellOf(field, words(row.subarray(field.from, field.to)))]),
    )
  })
}

const DELETED = 0x2a

function fieldsOf(
  data: Buffer,
  header: number,
  size: number,
  words: (part: Buffer) => string,
): Field[] | undefined {
  const fields: Field[] = []
  let from = 1
  for (let at = 32; at + 32 <= header && data[at] !== 0x0d; at += 32) {
    const name = words(nameAt(data, at))
      .replace(/\ufffd+$/, '')
      .trim()
    const to = from + (data[at + 16] ?? 0)
    fields.push({ name, type: String.fromCharCode(data[at + 11] ?? 0), from, to })
    from = to
  }
  return fields.length > 0 && from <= size ? fields : undefined
}

/** `GBK`, `CP936`, `936`, `ANSI 936`: as programs write it into a `.cpg`. */
function decoderOf(encoding: string | undefined, data: Buffer): (part: Buffer) => string {
  const said = encoding?.trim().toLowerCase() ?? ''
  const label = /936|gb/.test(said) ? 'gb18030' : said.replace(/^(ansi\s*|cp)(?=\d)/, 'windows-')
  if (label !== '' && isKnown(label)) {
    const decoder = new TextDecoder(label)
    return (part) => decoder.decode(part)
  }
  const rows = data.subarray(data.readUInt16LE(8))
  // Names are cut at 10 bytes, within a character too: they tell only where the rows do not.
  const telling = rows.some((byte) => byte > 127) ? rows : Buffer.concat(nameBytes(data))
  const decoder = new TextDecoder(isUtf8(telling) ? 'utf-8' : 'gb18030')
  return (part) => decoder.decode(part)
}

function nameBytes(data: Buffer): Buffer[] {
  const names: Buffer[] = []
  for (let at = 32; at + 32 <= data.readUInt16LE(8) && data[at] !== 0x0d; at += 32)
    names.push(nameAt(data, at))
  return names
}

function nameAt(data: Buffer, at: number): Buffer {
  const field = data.subarray(at, at + 11)
  const end = field.indexOf(0)
  return end < 0 ? field : field.subarray(0, end)
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

function cellOf({ type }: Field, raw: string): Cell {
  const written = raw.replaceAll('\0', '').trim()
  // A number that does not fit its field is written as stars.
  if (written === '' || /^\*+$/.test(written)) return null
  if (type === 'N' || type === 'F')
    return /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(written) ? { number: plain(written) } : written
  if (type === 'D' && /^\d{8}$/.test(written))
    return { date: `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}T00:00:00` }
  if (type === 'L') return /^[yt]$/i.test(written) ? true : /^[nf]$/i.test(written) ? false : null
  return written
}

/** `12.3400` is 12.34, and `1.2e+02` is 120. */
function plain(written: string): string {
  if (/e/i.test(written)) return String(Number(written))
  const short = written.replace(/^\+/, '')
  return short.includes('.') ? short.replace(/0+$/, '').replace(/\.$/, '') : short
}
