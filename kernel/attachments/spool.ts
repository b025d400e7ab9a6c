import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { empty, tooLarge } from './errors.ts'

export interface Spooled {
  readonly file: string
  readonly size: number
  /** SHA-256, hexadecimal: names the content. */
  readonly hash: string
}

/**
 * What is sent, laid on the disk while it is looked at: a container tells what it is at its end, and memory is short.
 * The file is gone when the work is done. @throws GaoxinError ATTACHMENT_TOO_LARGE, ATTACHMENT_EMPTY
 */
export async function spooled<T>(
  body: AsyncIterable<Uint8Array>,
  { name, limit }: { readonly name: string; readonly limit: number },
  work: (spooled: Spooled) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoxin-file-'))
  try {
    const file = join(folder, 'content')
    const hash = createHash('sha256')
    let size = 0
    const measured = async function* () {
      for await (const chunk of body) {
        size += chunk.length
        if (size > limit) throw tooLarge(name, limit)
        hash.update(chunk)
        yield chunk
      }
    }
    await pipeline(Readable.from(measured()), createWriteStream(file, { mode: 0o600 }))
    if (size === 0) throw empty(name)
    return await work({ file, size, hash: hash.digest('hex') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
