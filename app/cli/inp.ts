import { readFile } from 'node:fs/promises'
import {
  byPlace,
  checkModel,
  type Files,
  type Problem,
  readModel,
  sayProblem,
} from '../../engines/hydraulics/model/index.ts'
import { filesNamed } from '../../engines/hydraulics/run/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { besides, decoded } from './modelFiles.ts'

export interface InpOptions {
  readonly json?: boolean
}

/**
 * Lists what is wrong with EPA SWMM input files and with the files that they read, line by line, and which they lack.
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
    const { files: beside, missing } = await readFiles(file, model)
    const problems = [...checkModel(readModel(model), beside), ...missing].sort(byPlace)
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

/** Files that the model reads, and which of them cannot be read. */
async function readFiles(file: string, model: string) {
  const files: Record<string, Files[string]> = {}
  const missing: Problem[] = []
  for (const { name, line } of filesNamed(model)) {
    const body = files[name] ?? (await readFile(besides(file, name)).catch(() => undefined))
    if (body) files[name] = body
    else
      missing.push({
        code: 'HYDRAULICS_FILE',
        level: 'error',
        line: line + 1,
        section: undefined,
        value: name,
        expected: { zh: '放在模型旁边、可读的文件', en: 'a file beside the model that can be read' },
      })
  }
  return { files, missing }
}
