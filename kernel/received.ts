import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

export interface Received {
  readonly path: string
  readonly size: number
  /** Hexadecimal. */
  readonly hash: string
}

/**
 * Writes what arrives into a file that nobody else reads, at the pace of the disk, and takes its hash on the way. Of
 * what breaks off, or is more than it may be, a part is left there: the caller takes it away.
 * @param most bytes, beyond which `tooLarge` is thrown
 */
export async function receive(
  body: AsyncIterable<Uint8Array>,
  path: string,
  { algorithm, most, tooLarge }: { algorithm: 'sm3' | 'sha256'; most: number; tooLarge: () => Error },
): Promise<Received> {
  const hash = createHash(algorithm)
  let size = 0
  await pipeline(
    body,
    async function* measured(pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        size += piece.length
        if (size > most) throw tooLarge()
        hash.update(piece)
        yield piece
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  )
  return { path, size, hash: hash.digest('hex') }
}
