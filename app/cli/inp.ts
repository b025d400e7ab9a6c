import { access, constants, readFile } from 'node:fs/promises'
import { checkModel, type Problem, readModel, sayProblem } from '../../engines/hydraulics/model/index.ts'
import { filesNamed } from '../../engines/hydraulics/run/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { besides, decoded } from './modelFiles.ts'

export interface InpOptions {
  readonly json?: boolean
}

/**
 * Lists what is wrong with EPA SWMM input files, line by line, and which files they lack.
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
    const model = await textOf(file)
    const problems = [...checkModel(readModel(model)), ...(await missing(file, model))].sort(
      (a, b) => a.line - b.line,
    )
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

async function textOf(file: string): Promise<string> {
  try {
    return decoded(await readFile(file))
  } catch (cause) {
    throw new GaoxinError(
      'INP_FILE',
      text('读不到这个文件', 'The file cannot be read'),
      text('请检查路径', 'Check its path'),
      { place: file, cause },
    )
  }
}

/** Files that the model reads and that are not beside it. */
async function missing(file: string, model: string): Promise<readonly Problem[]> {
  const named = await Promise.all(
    filesNamed(model).map(async ({ name, line }): Promise<readonly Problem[]> => {
      const there = await access(besides(file, name), constants.R_OK).then(
        () => true,
        () => false,
      )
      if (there) return []
      const expected = { zh: '放在模型旁边的文件', en: 'a file beside the model' }
      return [
        {
          code: 'HYDRAULICS_FILE',
          level: 'error',
          line: line + 1,
          section: undefined,
          value: name,
          expected,
        },
      ]
    }),
  )
  return named.flat()
}
