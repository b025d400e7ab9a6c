import { readFile } from 'node:fs/promises'
import { checkModel, readModel, sayProblem } from '../../engines/hydraulics/model/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'

export interface InpOptions {
  readonly json?: boolean
}

/**
 * Lists what is wrong with EPA SWMM input files, line by line.
 * @returns 0 all of them run; 1 at least one has an error, warnings apart
 * @throws GaoxinError INP_FILE
 */
export async function inpCheckCommand(
  files: readonly string[],
  options: InpOptions,
  io: CommandIo,
): Promise<number> {
  let failed = false
  for (const file of files) {
    const problems = checkModel(readModel(await textOf(file)))
    const errors = problems.filter(({ level }) => level === 'error').length
    failed ||= errors > 0
    if (options.json) {
      io.print(JSON.stringify({ file, errors, warnings: problems.length - errors, problems }))
      continue
    }
    for (const problem of problems)
      io.print(`${file}: ${levelSays(problem.level)[io.language]} ${sayProblem(problem, io.language)}`)
    io.print(
      io.language === 'zh'
        ? `${file}：${errors}个错误，${problems.length - errors}个警告`
        : `${file}: ${errors} errors, ${problems.length - errors} warnings`,
    )
  }
  return failed ? 1 : 0
}

const levelSays = (level: 'error' | 'warning') =>
  level === 'error' ? text('错误', 'error') : text('警告', 'warning')

/** As UTF-8, or byte by byte where it is an older encoding: ids are compared, not read. */
async function textOf(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (cause) {
    throw new GaoxinError(
      'INP_FILE',
      text('读不到这个文件', 'The file cannot be read'),
      text('请检查路径', 'Check its path'),
      { place: file, cause },
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
