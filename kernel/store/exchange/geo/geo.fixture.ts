import jszip from 'jszip'

type XY = readonly [number, number]
export interface Drawn {
  readonly line?: readonly XY[]
  readonly point?: XY
  readonly properties: Readonly<Record<string, string | number>>
}

/** A Shapefile of points or of lines, as a GIS writes one: for tests. @param code of the text: its bytes */
export function shapefileParts(
  drawn: readonly Drawn[],
  code: (words: string) => Buffer,
): { readonly shp: Buffer; readonly dbf: Buffer } {
  const isLine = drawn[0]?.line !== undefined
  const records = drawn.map(({ line, point }, i) => {
    const body = line ? lineBody(line) : pointBody(point as XY)
    const head = Buffer.alloc(8)
    head.writeInt32BE(i + 1, 0)
    head.writeInt32BE(body.length / 2, 4)
    return Buffer.concat([head, body])
  })
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(isLine ? 3 : 1, 32)
  return { shp: Buffer.concat([header, ...records]), dbf: dbfOf(drawn, code) }
}

function pointBody([x, y]: XY): Buffer {
  const body = Buffer.alloc(20)
  body.writeInt32LE(1, 0)
  body.writeDoubleLE(x, 4)
  body.writeDoubleLE(y, 12)
  return body
}

function lineBody(line: readonly XY[]): Buffer {
  const body = Buffer.alloc(48 + 16 * line.length)
  body.writeInt32LE(3, 0)
  body.writeInt32LE(1, 36)
  body.writeInt32LE(line.length, 40)
  for (const [i, [x, y]] of line.entries()) {
    body.writeDoubleLE(x, 48 + 16 * i)
    body.writeDoubleLE(y, 56 + 16 * i)
  }
  return body
}

const WIDTH = 24

function dbfOf(drawn: readonly Drawn[], code: (words: string) => Buffer): Buffer {
  const names = Object.keys(drawn[0]?.properties ?? {})
  const header = Buffer.alloc(32 + 32 * names.length + 1)
  header[0] = 3
  header.writeUInt32LE(drawn.length, 4)
  header.writeUInt16LE(header.length, 8)
  header.writeUInt16LE(1 + WIDTH * names.length, 10)
  for (const [i, name] of names.entries()) {
    code(name).copy(header, 32 + 32 * i, 0, 10)
    header.write(typeof drawn[0]?.properties[name] === 'number' ? 'N' : 'C', 32 + 32 * i + 11, 'latin1')
    header[32 + 32 * i + 16] = WIDTH
  }
  header[header.length - 1] = 0x0d
  const rows = drawn.map(({ properties }) =>
    Buffer.concat([
      Buffer.from(' '),
      ...names.map((name) => {
        const field = Buffer.alloc(WIDTH, ' ')
        code(String(properties[name] ?? '')).copy(field)
        return field
      }),
    ]),
  )
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])])
}

export async function zipOf(parts: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new jszip()
  for (const [name, bytes] of Object.entries(parts)) zip.file(name, bytes)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Characters of GBK that these tests write. */
export function gbk(words: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  return Buffer.concat(
    [...words].map((one) => {
      if (one.charCodeAt(0) < 128) return Buffer.from(one)
      for (let high = 0x81; high <= 0xfe; high++)
        for (let low = 0x40; low <= 0xfe; low++)
          if (decoder.decode(new Uint8Array([high, low])) === one) return Buffer.from([high, low])
      throw new Error(`${one} is not in GBK`)
    }),
  )
}
