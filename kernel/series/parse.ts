import { pipeline, Readable } from 'node:stream'
import { parse as parseCsv } from 'csv-parse'
import type { Bytes } from '../system.ts'
import type { Sent } from './accept.ts'

/** What was read of what a device sent. */
export interface Read {
  readonly sent: Sent[]
  readonly unreadable: unknown[]
}

/** A moment as devices write it: ISO 8601 with its offset, or milliseconds since 1970. NaN when it is none. */
export function momentOf(given: unknown): number {
  if (typeof given === 'number') return Number.isSafeInteger(given) ? given : Number.NaN
  if (typeof given !== 'string') return Number.NaN
  if (/^\d{12,14}$/.test(given)) return Number(given)
  // Without an offset it would be a moment of wherever the program runs.
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(given)
    ? Date.parse(given.replace(' ', 'T'))
    : Number.NaN
}

/** @returns NaN for what is no number */
export const numberOf = (given: unknown): number =>
  typeof given === 'number'
    ? given
    : typeof given === 'boolean'
      ? Number(given)
      : typeof given === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(given)
        ? Number(given)
        : Number.NaN

/** Adds one reading as it was written: `{device, quantity, at, value}`; without `device`, of the one that sends it. */
export function addReading(read: Read, given: unknown, sender: string | undefined): void {
  const { device = sender, quantity, at, value } = (given ?? {}) as Record<string, unknown>
  add(read, given, device, quantity, at, value)
}

function add(
  read: Read,
  given: unknown,
  device: unknown,
  quantity: unknown,
  at: unknown,
  value: unknown,
): void {
  const moment = momentOf(at)
  if (typeof device !== 'string' || typeof quantity !== 'string' || Number.isNaN(moment))
    read.unreadable.push(given)
  else read.sent.push({ device, quantity, at: moment, value: numberOf(value) })
}

/** What a whole JSON document says: a list of readings, or one. */
export function readingsIn(document: unknown, sender: string | undefined): Read {
  const read: Read = { sent: [], unreadable: [] }
  for (const given of Array.isArray(document) ? document : [document]) addReading(read, given, sender)
  return read
}

/** The topics of readings begin so: `gaoxin/{device}/{quantity}`, `gaoxin/{device}`. */
export const TOPIC = 'gaoxin'
const UTF8 = new TextDecoder()
/** Bytes of a message; more is none. */
const LONGEST_MESSAGE = 1 << 20

/**
 * A message of MQTT. Under `gaoxin/{device}/{quantity}` a bare number, which is of the moment when it arrives, or
 * `{at, value}`, or a list of such; under `gaoxin/{device}` a list of `{quantity, at, value}`.
 * @param arrived milliseconds
 */
export function readingsOf(topic: string, payload: Uint8Array, arrived: number): Read {
  const [first, device = '', quantity, ...more] = topic.split('/')
  const words = payload.length > LONGEST_MESSAGE ? '' : UTF8.decode(payload)
  const document = words.trim() === '' ? undefined : jsonOf(words)
  if (first !== TOPIC || more.length > 0 || document === undefined)
    return { sent: [], unreadable: [{ topic, payload: words.slice(0, 200) }] }
  const read: Read = { sent: [], unreadable: [] }
  for (const given of Array.isArray(document) ? document : [document]) {
    if (given === null || typeof given !== 'object') add(read, given, device, quantity, arrived, given)
    else {
      const one = given as Record<string, unknown>
      add(read, given, device, quantity ?? one.quantity, one.at, one.value)
    }
  }
  return read
}

/** Readings of one write at most, so that a body of any length is taken in bounded memory. */
const SLICE = 10_000
/** A line that is longer is none. */
const LONGEST_LINE = 10_000

/** What comes in lines, a slice at a time. @param sender the code of the device whose readings name none */
export async function* slicesOf(
  body: Bytes,
  format: 'ndjson' | 'csv',
  sender: string | undefined,
): AsyncGenerator<Read> {
  let read: Read = { sent: [], unreadable: [] }
  for await (const some of format === 'csv' ? csvRows(body) : jsonLines(body))
    for (const given of some) {
      addReading(read, given, sender)
      if (read.sent.length + read.unreadable.length < SLICE) continue
      yield read
      read = { sent: [], unreadable: [] }
    }
  if (read.sent.length + read.unreadable.length > 0) yield read
}

/** As many at once as come at once: to wait for each would take longer than to read it. */
async function* jsonLines(body: Bytes): AsyncGenerator<readonly unknown[]> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const piece of body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw new RangeError('a line without end')
    yield lines.filter((line) => line.trim()).map(jsonOf)
  }
  if (rest.trim()) yield [jsonOf(rest)]
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}

/** With a first line of names: device, quantity, at, value, in any order. */
async function* csvRows(body: Bytes): AsyncGenerator<readonly unknown[]> {
  const parser = parseCsv({
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
    max_record_size: LONGEST_LINE,
  })
  pipeline(Readable.from(body), parser, () => {})
  for await (const first of parser) {
    const rows = [first]
    for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row)
    yield rows
  }
}
