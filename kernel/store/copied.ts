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

const OIDS = { int2: 21, int4: 23, float8: 701 } as const

/** Numbers as a parameter `::int2[]`, `::int4[]` or `::float8[]`, in the format that costs neither side any text. */
export function binaryArray(type: keyof typeof OIDS, values: readonly number[]): Buffer {
  const width = type === 'int2' ? 2 : type === 'int4' ? 4 : 8
  const bytes = Buffer.allocUnsafe(20 + values.length * (4 + width))
  const view = viewOf(bytes)
  // One dimension, no nulls, the type, how many, counted from one.
  for (const [place, head] of [1, 0, OIDS[type], values.length, 1].entries()) view.setInt32(place * 4, head)
  let at = 20
  for (let index = 0; index < values.length; index++, at += width) {
    const value = values[index] as number
    view.setInt32(at, width)
    at += 4
    if (type === 'float8') view.setFloat64(at, value)
    else if (type === 'int4') view.setInt32(at, value)
    else view.setInt16(at, value)
  }
  return bytes
}

const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
const EPOCH_2000 = Date.UTC(2000, 0, 1)

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
