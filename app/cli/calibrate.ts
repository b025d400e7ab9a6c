import {
  type Calibration,
  calibrate,
  FACTORS,
  type Factor,
  type Factors,
  type Goodness,
  readObserved,
  scaledBy,
  USUAL_REACH,
} from '../../engines/hydraulics/fit/index.ts'
import { readModel, writeModel } from '../../engines/hydraulics/model/index.ts'
import { HydraulicsError, nodePool } from '../../engines/hydraulics/run/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { text } from '../../kernel/text.ts'
import { bytesOf, decoded, jobOf, problemLines } from './modelFiles.ts'
import { withRain } from './rainFiles.ts'
import type { SimulateIo } from './simulate.ts'

export interface CalibrateCliOptions {
  readonly observed: string
  /** What fell meanwhile: a CSV of gauges, or a folder of radar grids. */
  readonly rain?: string
  /** Such as `roughness,width`. */
  readonly factors?: string
  readonly runs?: string
  /** Writes the calibrated model here. */
  readonly out?: string
  readonly json?: boolean
}

const NAMES: Readonly<Record<Factor, { readonly zh: string; readonly en: string }>> = {
  roughness: text('糙率', 'roughness'),
  width: text('汇水宽度', 'width'),
  imperviousness: text('不透水率', 'imperviousness'),
}

/**
 * Fits a SWMM model to what was observed: prints factors and the error of each series before and after.
 * @param library a native engine (SWMM_LIB) in place of the one that is built in
 * @returns 0; 2 when model or observations cannot be used, with the reason
 * @throws GaoxinError SIMULATE_FILE, OUTPUT_FILE, CALIBRATE_OPTION, CALIBRATE_RAIN
 */
export async function calibrateCommand(
  file: string,
  options: CalibrateCliOptions,
  io: SimulateIo,
  library?: string,
): Promise<number> {
  const reach = reachOf(options.factors)
  const runs = runsOf(options.runs)
  const job = await jobOf(file)
  const seen = decoded(await bytesOf(options.observed))
  const pool = nodePool({ library })
  try {
    const observed = readObserved(seen, options.observed)
    const model = readModel(job.model)
    const found = await calibrate({
      run: pool.run,
      model: options.rain === undefined ? model : await withRain(model, options.rain),
      ...(job.files ? { files: job.files } : {}),
      observed,
      reach,
      ...(runs ? { runs } : {}),
      onProgress: (done, of) => io.progress?.(done / of),
    })
    const { factors, series } = found
    if (options.json) io.print(JSON.stringify({ model: file, factors, runs: found.runs, series }))
    else for (const line of linesOf(found, io.language)) io.print(line)
    // The rain was that of the observations: the model keeps its own.
    if (options.out !== undefined)
      await io.write(options.out, new TextEncoder().encode(writeModel(scaledBy(model, factors))))
    return 0
  } catch (error) {
    if (!(error instanceof HydraulicsError)) throw error
    for (const line of problemLines(error, io.language)) io.warn(line)
    return 2
  } finally {
    pool.close()
  }
}

const refused = (place: string, value: string, remedy: ReturnType<typeof text>) =>
  new GaoxinError('CALIBRATE_OPTION', text('选项的值不对', 'The option does not fit'), remedy, {
    place,
    value,
  })

function reachOf(words: string | undefined): Factors {
  if (words === undefined) return USUAL_REACH
  const names = words.split(',').map((word) => word.trim())
  for (const name of names)
    if (!Object.hasOwn(FACTORS, name)) {
      const known = Object.keys(FACTORS).join(', ')
      throw refused('--factors', name, text(`可选：${known}`, `Choose from ${known}`))
    }
  return Object.fromEntries(names.map((name) => [name, USUAL_REACH[name as Factor]]))
}

function runsOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const runs = Number(word)
  if (Number.isInteger(runs) && runs > 0 && runs <= 10_000) return runs
  throw refused('--runs', word, text('请给出 1 到 10000 的整数', 'Give a whole number from 1 to 10000'))
}

function linesOf({ factors, runs, series }: Calibration, language: 'zh' | 'en'): readonly string[] {
  const zh = language === 'zh'
  const sizes = (Object.entries(factors) as [Factor, number][]).map(
    ([factor, by]) => `${NAMES[factor][language]} ×${by}`,
  )
  const says = ({ nse, rmse, peakError }: Goodness) =>
    `NSE ${nse.toFixed(3)}, RMSE ${rmse.toPrecision(3)}, ${zh ? '峰值误差' : 'peak error'} ${(peakError * 100).toFixed(1)}%`
  return [
    zh ? `${sizes.join('，')}（计算 ${runs} 次）` : `${sizes.join(', ')} (${runs} runs)`,
    ...series.flatMap(({ object, variable, before, after }) => [
      `${object} ${variable} (${before.count})`,
      `  ${zh ? '率定前' : 'before'}: ${says(before)}`,
      `  ${zh ? '率定后' : 'after '}: ${says(after)}`,
    ]),
  ]
}
