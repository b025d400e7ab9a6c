import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

const remedies = (folder: string): Readonly<Record<string, Text>> => ({
  ENOENT: text(
    `没有目录 ${folder}，请先建立它，或换一个输出文件`,
    `There is no folder ${folder}: make it first, or name another file`,
  ),
  EISDIR: text('这是一个目录，请写出文件名', 'This is a folder: add the name of a file'),
  ENOSPC: text('磁盘已满，请腾出空间', 'The disk is full: free some space'),
})

/** Writes what a command made. @throws GaoxinError OUTPUT_FILE with the reason and what to do. */
export async function writeOutput(file: string, body: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, body)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    const folder = dirname(resolve(file))
    throw new GaoxinError(
      'OUTPUT_FILE',
      text('结果文件无法写入', 'The result cannot be written'),
      remedies(folder)[code] ??
        text(`请检查目录 ${folder} 是否可写（${code}）`, `Check that ${folder} may be written (${code})`),
      { place: file, value: code, cause },
    )
  }
}
