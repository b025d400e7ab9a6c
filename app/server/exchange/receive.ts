import { rm } from 'node:fs/promises'
import { GaoxinError } from '../../../kernel/errors.ts'
import { type Received, receive } from '../../../kernel/received.ts'
import type { Bytes } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'

/** A file to be imported, under its SM3. Of one that is too large or breaks off, nothing is left. @throws GaoxinError IMPORT_TOO_LARGE */
export async function receiveImport(body: Bytes, path: string, megabytes: number): Promise<Received> {
  try {
    return await receive(body, path, {
      algorithm: 'sm3',
      most: megabytes * 1024 ** 2,
      tooLarge: () => tooLarge(megabytes),
    })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
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
