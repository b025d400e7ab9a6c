import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { EPOCH_2000 } from './copied.ts'
import type { Database } from './database.ts'

/** Begins a COPY whose rows are answered as they are sent: the driver itself drops them. */
const COPIED_OUT = '/* copied out */'

/** What a query answers, in the format that costs neither side any text; it has no parameters. */
export async function copyOut(db: Database, query: string): Promise<CopiedRows> {
  const { rows } = await db.executeQuery<{ bytes: Buffer }>(
    CompiledQuery.raw(`${COPIED_OUT} copy (${query}) to stdout (format binary)`),
  )
  return new CopiedRows(rows[0]?.bytes ?? Buffer.alloc(0))
}

/** Rows as they were copied out. Columns are read one after the other, each by the method of its type; null where there is none. */
export class CopiedRows {
  private readonly view: DataView
  private place = 19

  constructor(bytes: Buffer) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Goes to the next row; false when there is none. */
  next(): boolean {
    if (this.place + 2 > this.view.byteLength) return false
    this.place += 2
    return this.view.getInt16(this.place - 2) >= 0
  }
  int2(): number | null {
    const at = this.column()
    return at === undefined ? null : this.view.getInt16(at)
  }
  int4(): number | null {
    const at = this.column()
    return at === undefined ? null : this.view.getInt32(at)
  }
  float8(): number | null {
    const at = this.column()
    return at === undefined ? null : this.view.getFloat64(at)
  }
  bool(): boolean | null {
    const at = this.column()
    return at === undefined ? null : this.view.getInt8(at) !== 0
  }
  /** @returns milliseconds since 1970 */
  timestamptz(): number | null {
    const at = this.column()
    return at === undefined ? null : this.momentAt(at)
  }
  int2s(): readonly number[] {
    return this.elements((at) => this.view.getInt16(at))
  }
  float8s(): readonly number[] {
    return this.elements((at) => this.view.getFloat64(at))
  }
  timestamptzs(): readonly number[] {
    return this.elements((at) => this.momentAt(at))
  }

  /** Where the value of the next column begins. */
  private column(): number | undefined {
    const length = this.view.getInt32(this.place)
    const at = this.place + 4
    this.place = at + Math.max(length, 0)
    return length < 0 ? undefined : at
  }

  /** Of an array of one dimension without nulls; empty where there is none. */
  private elements(read: (at: number) => number): readonly number[] {
    const at = this.column()
    // No dimension: nothing is in it.
    if (at === undefined || this.view.getInt32(at) === 0) return []
    const all: number[] = []
    let place = at + 20
    for (let left = this.view.getInt32(at + 12); left > 0; left--) {
      all.push(read(place + 4))
      place += 4 + this.view.getInt32(place)
    }
    return all
  }

  private momentAt(at: number): number {
    return EPOCH_2000 + (this.view.getInt32(at) * 2 ** 32 + this.view.getUint32(at + 4)) / 1000
  }
}

/** The driver's query, which keeps the bytes that come. */
class CopyOutQuery extends pg.Query {
  private bytes = Buffer.allocUnsafe(1 << 16)
  private length = 0

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.length + chunk.length > this.bytes.length) {
      const wider = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + chunk.length))
      this.bytes.copy(wider, 0, 0, this.length)
      this.bytes = wider
    }
    // The driver reads the next message into the same memory.
    this.length += chunk.copy(this.bytes, this.length)
  }
  kept(): Buffer {
    return this.bytes.subarray(0, this.length)
  }
}

/** Has a connection keep what such statements answer. */
export function keepCopied(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const asked = (text: unknown, ...more: unknown[]) => {
    if (typeof text !== 'string' || !text.startsWith(COPIED_OUT)) return query(text, ...more)
    return new Promise((done, fail) => {
      const copying: CopyOutQuery = new CopyOutQuery(text, undefined, (error: unknown) =>
        error ? fail(error) : done({ command: 'COPY', rowCount: 1, rows: [{ bytes: copying.kept() }] }),
      )
      query(copying)
    })
  }
  client.query = asked as typeof client.query
}
