import { mkdtemp, readdir } from 'node:fs/promises'
import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import type { ZoneOptions } from '../zone.ts'

/**
 * A new empty zone beside the program's own: with a database and keys of its own, in a folder that holds nothing.
 * @throws GaoxinError ZONE_FOLDER where the folder holds anything
 */
export async function freshZone(
  given: string | boolean | undefined,
  io: Pick<CommandIo, 'print' | 'language'>,
): Promise<Partial<ZoneOptions>> {
  const folder = typeof given === 'string' ? given : await mkdtemp('.tmp-zone-')
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw notFresh(folder, error)
  })
  if (held.length > 0) throw notFresh(folder)
  io.print(io.language === 'zh' ? `新区：GAOXIN_DATA=${folder}` : `New zone: GAOXIN_DATA=${folder}`)
  return { url: undefined, keys: undefined, s3: undefined, folder, whenNew: 'empty' }
}

const notFresh = (folder: string, cause?: unknown) =>
  new GaoxinError(
    'ZONE_FOLDER',
    text('这个文件夹不是空的', 'This folder is not empty'),
    text('请用 --data 指定一个不存在的文件夹', 'Name a folder that is not there yet with --data'),
    { place: '--data', value: folder, cause },
  )
