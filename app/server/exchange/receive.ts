import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Bytes } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'

export interface Received {
  readonly path: string
  readonly size: number
  /** SM3, in hexadecimal. */
  readonly hash: string
}

/**
 * Writes what arrives into a file, at the pace of the disk, and takes its hash on the way. Of a file that is too large
 * or breaks off, nothing is left.
 * @throws GaoxinError IMPORT_TOO_LARGE
 */
export async function receive(body: Bytes, path: string, megabytes: number): Promise<Received> {
  const hash = createHash('sm3')
  let size = 0
  try {
    await pipeline(
      body,
      async function* measured(pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          size += piece.length
          if (size > megabytes * 1024 ** 2) throw tooLarge(megabytes)
          hash.update(piece)
          yield piece
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    )
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, size, hash: hash.digest('hex') }
}

const tooLarge = (megabytes: number) =>
  new GaoxinError(
    'IMPORT_TOO_LARGE',
    text(`文件超过 ${megabytes} MB`, `The file is larger than ${megabytes} MB`),
    text(
      '请分成几个文件，或请管理员调高上限（设置 import.megabytes）',
      'Split it, or ask for a higher limit (the setting import.megabytes)',
    ),
    { value: megabytes, status: 413 },
  )
