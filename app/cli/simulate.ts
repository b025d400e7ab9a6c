import { readFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, resolve } from 'node:path'
import {
  filesNamed,
  HydraulicsError,
  type Job,
  type Outcome,
  openEngine,
  runModel,
} from '../../engines/hydraulics/run/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { summaryLines } from './simulateTables.ts'

export interface SimulateOptions {
  /** Writes the binary results here. */
  readonly out?: string
  readonly json?: boolean
}

export interface SimulateIo extends CommandIo {
  readonly warn: (line: string) => void
  /** Told how far the run is, 0 to 1; undefined where nobody watches. */
  readonly progress?: ((done: number) => void) | undefined
}

/**
 * Runs a SWMM model and prints what its report says: peaks of every node and link, flooding, continuity.
 * @param library a native engine (SWMM_LIB) in place of the one that is built in
 * @returns 0; 2 when the engine does not accept the model, with all that it found
 * @throws GaoxinError SIMULATE_FILE, OUTPUT_FILE
 */
export async function simulateCommand(
  file: string,
  options: SimulateOptions,
  io: SimulateIo,
  library?: string,
): Promise<number> {
  const job = await jobOf(file, options.out !== undefined)
  let outcome: Outcome
  try {
    const engine = await openEngine(library)
    outcome = await runModel(engine, job, io.progress ? { onProgress: io.progress } : {})
  } catch (error) {
    if (!(error instanceof HydraulicsError)) throw error
    for (const line of problemLines(error, io.language)) io.warn(line)
    return 2
  }
  for (const { says, zh } of outcome.report.findings) io.warn(`${file}: ${io.language === 'zh' ? zh : says}`)
  if (options.json) io.print(JSON.stringify({ model: file, ...outcome.report }))
  else for (const line of summaryLines(outcome.report, io.language)) io.print(line)
  if (options.out !== undefined && outcome.out) await io.write(options.out, outcome.out)
  return 0
}

/** A model and the files that it names, found beside it. */
async function jobOf(file: string, wantOut: boolean): Promise<Job> {
  const model = decoded(await bytesOf(file))
  const files: Record<string, Uint8Array> = {}
  for (const { name, line } of filesNamed(model))
    files[name] ??= await bytesOf(besides(file, name), `${file}:${line + 1}`)
  return { name: file, model, files, keep: false, wantOut }
}

/** Paths of another machine are tried by their last part, beside the model. */
const besides = (file: string, name: string) => {
  const plain = /^[A-Za-z]:|\\/.test(name) || isAbsolute(name) ? basename(name.replaceAll('\\', '/')) : name
  return resolve(dirname(file), plain)
}

const bytesOf = (file: string, place = file): Promise<Uint8Array> =>
  readFile(file).catch((cause: unknown) => {
    throw new GaoxinError(
      'SIMULATE_FILE',
      text(`读不到文件 ${file}`, `The file ${file} cannot be read`),
      text(
        '请检查路径；模型用到的文件要放在模型旁边',
        'Check its path; files that a model reads belong beside it',
      ),
      { place, value: file, cause },
    )
  })

/** UTF-8, or GB18030 where the bytes are none. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function problemLines(
  { code, place, value, words, remedy, findings }: HydraulicsError,
  language: 'zh' | 'en',
) {
  const zh = language === 'zh'
  const head = findings.length > 0 || value === '' ? '' : zh ? `（${value}）` : ` (${value})`
  return [
    zh
      ? `[${code}] ${place}：${words.zh}${head}。${remedy.zh}`
      : `[${code}] ${place}: ${words.en}${head}. ${remedy.en}`,
    ...findings.flatMap(({ says, zh: chinese, number, text: line }) => [
      `  ${zh ? `错误 ${number}：${chinese}` : says}`,
      ...(line ? [`    ${line}`] : []),
    ]),
  ]
}
