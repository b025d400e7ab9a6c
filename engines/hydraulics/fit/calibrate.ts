import { HydraulicsError } from '../errors.ts'
import { scaleColumn } from '../model/edit/values.ts'
import { writeModel } from '../model/read.ts'
import type { Model } from '../model/types.ts'
import type { Results } from '../run/results.ts'
import type { Hooks, Job, Outcome } from '../run/runModel.ts'
import { type Goodness, goodnessOf } from './goodness.ts'
import { minimize } from './minimize.ts'
import { beside, keepFor, type Observed } from './observed.ts'

/** One factor over the whole network for each of these. */
export const FACTORS = {
  roughness: { section: 'CONDUITS', column: 'roughness' },
  width: { section: 'SUBCATCHMENTS', column: 'width' },
  imperviousness: { section: 'SUBCATCHMENTS', column: 'imperviousness' },
} as const
export type Factor = keyof typeof FACTORS
export type Factors = Readonly<Partial<Record<Factor, number>>>

/** Up to so many times, and down to the inverse: wider than what a survey leaves open. */
export const USUAL_REACH: Readonly<Record<Factor, number>> = { roughness: 2, width: 3, imperviousness: 2 }

export interface CalibrateOptions {
  /** Runs a job: `pool.run`, so that as many run at once as it has threads. */
  readonly run: (job: Job, hooks?: Hooks) => Promise<Outcome>
  readonly model: Model
  readonly files?: Job['files']
  readonly observed: readonly Observed[]
  /** How far each factor may go, up and down; those of `USUAL_REACH` unless given. */
  readonly reach?: Factors
  /** About how many runs; 90 unless given. */
  readonly runs?: number
  readonly signal?: AbortSignal
  /** Runs that are done, and the least error until now. */
  readonly onProgress?: (done: number, of: number, error: number) => void
}

export interface Fit extends Pick<Observed, 'kind' | 'object' | 'variable'> {
  readonly before: Goodness
  readonly after: Goodness
}

export interface Calibration {
  readonly factors: Factors
  readonly runs: number
  readonly series: readonly Fit[]
  /** The model with its factors; the one given is as it was, so undoing is keeping that. */
  readonly model: Model
}

/** A model with one factor over all its conduits or catchments; no imperviousness above 100 %. */
export const scaledBy = (model: Model, factors: Factors): Model =>
  (Object.entries(factors) as [Factor, number][]).reduce(
    (scaled, [factor, by]) => scaleColumn(scaled, FACTORS[factor].section, FACTORS[factor].column, by),
    model,
  )

/**
 * Finds the factors under which a model follows observations best: the mean of 1 − NSE over the series is made least.
 * Begins with the model as it is.
 * @throws HydraulicsError hydraulics/observed, hydraulics/value, hydraulics/no-such-result, and what running throws
 */
export async function calibrate(options: CalibrateOptions): Promise<Calibration> {
  const { model, observed, reach = USUAL_REACH, runs = 90, run, signal } = options
  const names = Object.keys(reach) as Factor[]
  if (observed.length === 0) throw new HydraulicsError('hydraulics/observed', 'observed', '0')
  if (names.length === 0) throw new HydraulicsError('hydraulics/value', 'reach')
  for (const name of names)
    if (!((reach[name] as number) > 1)) throw new HydraulicsError('hydraulics/value', name, `${reach[name]}`)
  // By their logarithm, so that twice as rough is as far as half as rough.
  const factorsAt = (point: readonly number[]): Factors =>
    Object.fromEntries(
      names.map((name, i) => [
        name,
        Number(((reach[name] as number) ** (point[i] as number)).toPrecision(4)),
      ]),
    )
  const keep = keepFor(observed)
  let done = 0
  let least = Number.POSITIVE_INFINITY
  let before: readonly Goodness[] = []
  let after: readonly Goodness[] = []
  const errorAt = async (point: readonly number[]): Promise<number> => {
    const job: Job = {
      name: 'calibrate',
      model: writeModel(scaledBy(model, factorsAt(point))),
      keep,
      ...(options.files ? { files: options.files } : {}),
    }
    const { results } = await run(job, signal ? { signal } : {})
    const fits = fitsOf(results as Results, observed)
    const error = fits.reduce((sum, { nse }) => sum + 1 - nse, 0) / fits.length
    if (point.every((each) => each === 0)) before = fits
    if (error < least) {
      least = error
      after = fits
    }
    options.onProgress?.(++done, Math.max(runs, done), least)
    return error
  }
  const { at, asked } = await minimize(names.length, (points) => allOf(points.map(errorAt)), runs)
  const factors = factorsAt(at)
  return {
    factors,
    runs: asked,
    series: observed.map(({ kind, object, variable }, i) => ({
      kind,
      object,
      variable,
      before: before[i] as Goodness,
      after: after[i] as Goodness,
    })),
    model: scaledBy(model, factors),
  }
}

const fitsOf = (results: Results, observed: readonly Observed[]): readonly Goodness[] =>
  observed.map((each) => {
    const { observed: seen, simulated } = beside(results, each)
    return goodnessOf(seen, simulated)
  })

/** Waits for all of them even where one fails, so that nothing runs on behind an error. */
async function allOf(runs: readonly Promise<number>[]): Promise<readonly number[]> {
  const settled = await Promise.allSettled(runs)
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
}
