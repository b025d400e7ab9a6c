import { checkModel, readModel, rowsOf, sayProblem } from '../../engines/hydraulics/model/index.ts'
import { HydraulicsError, type Outcome, openEngine, runModel } from '../../engines/hydraulics/run/index.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { jobOf, problemLines } from './modelFiles.ts'
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
    // Where the engine falls over what is wrong with a model, or its times cannot be read, our own checks say what it is;
    // of files beside it the engine names no line.
    for (const problem of checkModel(readModel(job.model), job.files)) {
      const told = error.findings.length === 0 || problem.file !== undefined
      if (told && (problem.level === 'error' || error.code === 'hydraulics/time'))
        io.warn(`  ${sayProblem(problem, io.language)}`)
    }
    return 2
  }
  for (const { says, zh } of outcome.report.findings) io.warn(`${file}: ${io.language === 'zh' ? zh : says}`)
  for (const line of unsaved(file, job.model, io.language)) io.warn(line)
  if (options.json) io.print(JSON.stringify({ model: file, ...outcome.report }))
  else for (const line of summaryLines(outcome.report, io.language)) io.print(line)
  if (options.out !== undefined && outcome.out) await io.write(options.out, outcome.out)
  return 0
}

/** Files that a model would write: it is run where it can write nowhere. */
const unsaved = (file: string, model: string, language: 'zh' | 'en'): readonly string[] =>
  [...rowsOf(readModel(model), 'FILES')].flatMap(({ line, cells: [mode = '', , name] }) =>
    mode.toUpperCase() === 'SAVE' && name !== undefined
      ? [
          language === 'zh'
            ? `${file}:${line}: 未写出“${name}”：模型只读不写，结果请用 --out`
            : `${file}:${line}: "${name}" is not written: a model only reads; use --out for results`,
        ]
      : [],
  )
