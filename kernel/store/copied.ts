import { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { quote } from './quote.ts'

/** Begins a COPY whose bytes stand in its one parameter: the driver itself sends none. */
const COPIED = '/* copied in */'

/**
 * Rows for `copy … (format binary)`, the quickest way that rows come in. Columns are written one after the other, each by
 * the method of its type.
 */
export class BinaryRows {
  private bytes: Buffer
  /** Of the same bytes: numbers are written faster by it. */
  private view: DataView
  private length = SIGNATURE.length
  readonly columns: readonly string[]
  count = 0

  constructor(columns: readonly string[]) {
    this.columns = columns
    this.bytes = Buffer.allocUnsafe(1 << 16)
    this.view = viewOf(this.bytes)
    SIGNATURE.copy(this.bytes)
  }

  /** Begins the next row; its columns follow. */
  row(): this {
    if (this.length + 2 + this.columns.length * 12 + 2 > this.bytes.length) {
      const wider = Buffer.allocUnsafe(this.bytes.length * 2)
      this.bytes.copy(wider, 0, 0, this.length)
      this.bytes = wider
      this.view = viewOf(wider)
    }
    this.view.setInt16(this.length, this.columns.length)
    this.length += 2
    this.count++
    return this
  }
  int2(value: number): this {
    this.view.setInt32(this.length, 2)
    this.view.setInt16(this.length + 4, value)
    this.length += 6
    return this
  }
  int4(value: number): this {
    this.view.setInt32(this.length, 4)
    this.view.setInt32(this.length + 4, value)
    this.length += 8
    return this
  }
  float8(value: number): this {
    this.view.setInt32(this.length, 8)
    this.view.setFloat64(this.length + 4, value)
    this.length += 12
    return this
  }
  /** @param at milliseconds since 1970 */
  timestamptz(at: number): this {
    const micros = (at - EPOCH_2000) * 1000
    const high = Math.floor(micros / 2 ** 32)
    this.view.setInt32(this.length, 8)
    this.view.setInt32(this.length + 4, high)
    this.view.setUint32(this.length + 8, micros - high * 2 ** 32)
    this.length += 12
    return this
  }

  /** What is sent; no row may follow. */
  end(): Buffer {
    this.view.setInt16(this.length, -1)
    return this.bytes.subarray(0, this.length + 2)
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView =>
  new DataView(buffer, byteOffset, byteLength)

const TYPES = {
  int2: { oid: 21, width: 2 },
  int4: { oid: 23, width: 4 },
  float8: { oid: 701, width: 8 },
} as const

/** Numbers as a parameter `::int2[]`, `::int4[]` or `::float8[]`, in the format that costs neither side any text. */
export const binaryArray = (type: keyof typeof TYPES, values: readonly number[]): Buffer =>
  binaryArrayOf(type, [new Elements(type, values)])

/** The same, of elements that stand ready, one after the other. */
export function binaryArrayOf(type: keyof typeof TYPES, parts: readonly Elements[]): Buffer {
  const count = parts.reduce((sum, { length }) => sum + length, 0)
  const head = Buffer.allocUnsafe(20)
  const view = viewOf(head)
  // One dimension, no nulls, the type, how many, counted from one.
  for (const [place, value] of [1, 0, TYPES[type].oid, count, 1].entries()) view.setInt32(place * 4, value)
  return Buffer.concat([head, ...parts.map(({ bytes }) => bytes)])
}

/** Elements of an array as they are sent. */
export class Elements {
  readonly bytes: Buffer
  readonly length: number
  private readonly type: keyof typeof TYPES
  private readonly step: number
  private readonly view: DataView

  constructor(type: keyof typeof TYPES, values: readonly number[]) {
    const { width } = TYPES[type]
    this.type = type
    this.length = values.length
    this.step = 4 + width
    this.bytes = Buffer.allocUnsafe(values.length * this.step)
    this.view = viewOf(this.bytes)
    for (let index = 0; index < values.length; index++) {
      this.view.setInt32(index * this.step, width)
      this.set(index, values[index] as number)
    }
  }

  at(index: number): number {
    const place = index * this.step + 4
    if (this.type === 'float8') return this.view.getFloat64(place)
    return this.type === 'int4' ? this.view.getInt32(place) : this.view.getInt16(place)
  }

  set(index: number, value: number): void {
    const place = index * this.step + 4
    if (this.type === 'float8') this.view.setFloat64(place, value)
    else if (this.type === 'int4') this.view.setInt32(place, value)
    else this.view.setInt16(place, value)
  }
}

const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
/** From when the database counts. */
export const EPOCH_2000 = Date.UTC(2000, 0, 1)

/** Copies rows into a table, within the transaction of `db`. @param table with its schema, quoted where need be */
export async function copyIn(db: Database, table: string, rows: BinaryRows): Promise<void> {
  if (rows.count === 0) return
  const columns = rows.columns.map(quote).join(', ')
  await db.executeQuery(
    CompiledQuery.raw(`${COPIED} copy ${table} (${columns}) from stdin (format binary)`, [rows.end()]),
  )
}

interface CopyConnection {
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}

/** The driver's query, which sends these bytes when the server asks for them. */
class CopyQuery extends pg.Query {
  private readonly bytes: Buffer
  constructor(text: string, bytes: Buffer) {
    super(text)
    this.bytes = bytes
  }
  handleCopyInResponse(connection: CopyConnection): void {
    for (let at = 0; at < this.bytes.length; at += CHUNK)
      connection.sendCopyFromChunk(this.bytes.subarray(at, at + CHUNK))
    connection.endCopyFrom()
  }
}
const CHUNK = 1 << 16

/** Has a connection take such statements with their bytes. */
export function copyBytes(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const asked = (text: unknown, values?: unknown, ...more: unknown[]) =>
    typeof text === 'string' && text.startsWith(COPIED) && Array.isArray(values)
      ? new Promise((done, fail) => {
          query(new CopyQuery(text, values[0] as Buffer), (error: unknown, result: unknown) =>
            error ? fail(error) : done(result),
          )
        })
      : query(text, values, ...more)
  client.query = asked as typeof client.query
}
