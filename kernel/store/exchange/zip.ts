import { type FileHandle, open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'

/** A file, by its path or by its bytes. */
export type Source = string | Uint8Array

/** Reads any part of a file without holding the whole. */
export interface Bytes {
  readonly size: number
  readonly slice: (start: number, end: number) => Promise<Buffer>
  readonly close: () => Promise<void>
}

/** How much is read at once. */
const CHUNK = 64 * 1024

export async function openBytes(source: Source): Promise<Bytes> {
  if (typeof source !== 'string') {
    const whole = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    return { size: whole.length, slice: async (from, to) => whole.subarray(from, to), close: async () => {} }
  }
  const file = await open(source, 'r')
  const { size } = await file.stat()
  return {
    size,
    slice: (from, to) => readAt(file, from, Math.min(to, size)),
    close: () => file.close(),
  }
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from))
  let got = 0
  while (got < buffer.length) {
    const { bytesRead } = await file.read(buffer, got, buffer.length - got, from + got)
    if (bytesRead === 0) break
    got += bytesRead
  }
  return buffer.subarray(0, got)
}

export async function* chunksOf(bytes: Bytes, from = 0, to = bytes.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += CHUNK) yield await bytes.slice(at, Math.min(at + CHUNK, to))
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly header: number
  readonly sum: number
}

/** The parts of a zip file by name, each unpacked only when it is asked for, and as a stream. */
export interface Zip {
  readonly names: readonly string[]
  /** Bytes of all parts unpacked, as the file declares them; what comes out of a part is held to it. */
  readonly unpacked: number
  readonly has: (name: string) => boolean
  readonly read: (name: string) => AsyncGenerator<Buffer>
}

/** A workbook of a million rows unpacks to some 1 GB. */
const MOST_UNPACKED = 4 * 1024 ** 3
/** Rows of a table shrink to a tenth, equal ones to a fiftieth; only what is made to swell shrinks further. */
const MOST_RATIO = 200
/** Below this nobody is harmed, whatever the ratio. */
const HARMLESS = 32 * 1024 ** 2

/** Refuses a file that would swell beyond measure, before any of it is unpacked. */
function refuseBomb(unpacked: number, packed: number): void {
  if (unpacked <= HARMLESS || (unpacked <= MOST_UNPACKED && unpacked <= packed * MOST_RATIO)) return
  throw new GaoxinError(
    'IMPORT_SWELLS',
    text(
      '文件解压后异常庞大，为安全起见不予读取',
      'The file unpacks to an unreasonable size, so it is not read',
    ),
    text(
      '请用 Excel 或 WPS 打开，删去多余的空行空列和图片，另存后再上传；或改用 CSV',
      'Open it in Excel, delete what is not needed, save it again, or use CSV',
    ),
    { value: unpacked, status: 413 },
  )
}

/**
 * @throws GaoxinError IMPORT_SWELLS
 * @throws Error when the file is cut off or not a zip file
 */
export async function openZip(bytes: Bytes): Promise<Zip> {
  const entries = await directory(bytes)
  let unpacked = 0
  for (const entry of entries.values()) unpacked += entry.unpacked
  refuseBomb(unpacked, bytes.size)
  return {
    names: [...entries.keys()],
    unpacked,
    has: (name) => entries.has(name),
    read: (name) => unpack(bytes, entries.get(name), name),
  }
}

async function directory(bytes: Bytes): Promise<Map<string, Entry>> {
  const start = Math.max(0, bytes.size - 65_557)
  const tail = await bytes.slice(start, bytes.size)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('the end of the zip file is missing')
  let size = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if (offset === 0xffffffff || size === 0xffffffff) {
    const locator = end - 20
    if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw new Error('broken zip64 locator')
    const at = Number(tail.readBigUInt64LE(locator + 8))
    const record = await bytes.slice(at, at + 56)
    size = Number(record.readBigUInt64LE(40))
    offset = Number(record.readBigUInt64LE(48))
  }
  const list = await bytes.slice(offset, offset + size)
  const entries = new Map<string, Entry>()
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = list.readUInt16LE(at + 28)
    const extraLength = list.readUInt16LE(at + 30)
    const name = list.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [unpacked, packed, header] = wide(
      extra,
      [at + 24, at + 20, at + 42].map((p) => list.readUInt32LE(p)),
    )
    entries.set(name.replace(/^\//, ''), {
      method: list.readUInt16LE(at + 10),
      packed: packed!,
      unpacked: unpacked!,
      header: header!,
      sum: list.readUInt32LE(at + 16),
    })
    at += 46 + nameLength + extraLength + list.readUInt16LE(at + 32)
  }
  return entries
}

/** Numbers that do not fit 32 bits stand in an extra field, in this order: unpacked, packed, where. */
function wide(extra: Buffer, numbers: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return numbers.map((number) => {
      if (number !== 0xffffffff) return number
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return [...numbers]
}

async function* unpack(bytes: Bytes, entry: Entry | undefined, name: string): AsyncGenerator<Buffer> {
  if (!entry) throw new Error(`the zip file has no ${name}`)
  const header = await bytes.slice(entry.header, entry.header + 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new Error(`${name} is damaged`)
  const from = entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = chunksOf(bytes, from, from + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`${name} is packed in an unknown way`)
  let sum = 0
  let size = 0
  for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
    size += chunk.length
    // What was declared was judged; more than that was not.
    if (size > entry.unpacked) throw new Error(`${name} is larger than it says`)
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== entry.sum) throw new Error(`${name} is damaged`)
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw()
  // Fed by hand: a reader that stops half-way leaves nothing open behind it.
  const feeding = feed(packed, inflate)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } finally {
    inflate.destroy()
    await feeding
  }
}

async function feed(
  packed: AsyncIterable<Buffer>,
  inflate: ReturnType<typeof createInflateRaw>,
): Promise<void> {
  try {
    for await (const chunk of packed) {
      if (inflate.destroyed) return
      if (!inflate.write(chunk) && !inflate.destroyed)
        await new Promise<void>((resolve) => {
          const go = () => {
            inflate.off('drain', go)
            inflate.off('close', go)
            resolve()
          }
          inflate.on('drain', go)
          inflate.on('close', go)
        })
    }
    inflate.end()
  } catch (error) {
    inflate.destroy(error as Error)
  }
}
