import type { Hooks, Job, Outcome } from '../runModel.ts'
import { clockOf } from './clock.ts'
import { correctState, type Observed } from './correct.ts'
import { readHotStart, writeHotStart } from './hotStart.ts'
import { rowsOf, sectionsOf } from './sections.ts'
import { shapeOf } from './shape.ts'
import { type Changes, datedFile, STATE_IN, stretchOf } from './stretch.ts'

/**
 * Where a run has come to. A value: many scenarios may go on from the same moment.
 */
export interface Moment {
  /** As `Date.UTC` counts, of the model's clock. */
  readonly at: number
  /** A hot-start file; undefined at the start of the model. */
  readonly state: Uint8Array | undefined
}

export interface Stretch {
  /** As `Date.UTC` counts. Best a multiple of the report step after the start. */
  readonly until: number
  readonly changes?: Changes
  /** The state is moved toward this before the stretch begins. */
  readonly observed?: Observed
  /** How far: 1 unless given. */
  readonly gain?: number
}

/** The moment when a model begins. @throws HydraulicsError hydraulics/time */
export const startOf = (model: string): Moment => ({ at: clockOf(sectionsOf(model)).start, state: undefined })

/**
 * Runs a model on from a moment. What is not carried over is named by `notCarried`.
 * @param run runs it: a pool's `run`, or `runModel` with an engine
 * @throws HydraulicsError as `runModel`, `stretchOf`, `correctState`
 */
export async function advance(
  run: (job: Job, hooks?: Hooks) => Promise<Outcome>,
  job: Job,
  from: Moment,
  { until, changes, observed, gain = 1 }: Stretch,
  hooks?: Hooks,
): Promise<{ readonly outcome: Outcome; readonly moment: Moment }> {
  const shape = shapeOf(job.model)
  const state =
    from.state && observed
      ? writeHotStart(correctState(readHotStart(from.state, shape), shape, observed, gain), shape)
      : from.state
  const options = { from: from.at, to: until, saveState: true, useState: state !== undefined }
  const outcome = await run(
    {
      ...job,
      model: stretchOf(job.model, changes ? { ...options, changes } : options),
      files: { ...seriesFiles(job), ...(state ? { [STATE_IN]: state } : {}) },
    },
    hooks,
  )
  return { outcome, moment: { at: until, state: outcome.state } }
}

/** Files of series whose times count from the start of the run. */
function seriesFiles({ model, files = {} }: Job): Readonly<Record<string, Uint8Array>> {
  const dated: Record<string, Uint8Array> = { ...files }
  for (const { words } of rowsOf(sectionsOf(model), 'TIMESERIES')) {
    const name = words[1]?.toUpperCase() === 'FILE' ? words[2] : undefined
    const body = name === undefined ? undefined : files[name]
    if (name && body) dated[name] = new TextEncoder().encode(datedFile(new TextDecoder().decode(body), model))
  }
  return dated
}
