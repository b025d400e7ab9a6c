import type { Held, Hooks, Job, Outcome } from '../job.ts'
import { readable } from './buildUp.ts'
import { clockOf } from './clock.ts'
import { correctState, type Observed } from './correct.ts'
import { readHotStart, writeHotStart } from './hotStart.ts'
import { rowsOf, sectionsOf } from './sections.ts'
import { isRouted, shapeOf } from './shape.ts'
import { type Changes, datedFile, STATE_IN, stretchOf } from './stretch.ts'

/**
 * Where a run has come to. A value: many scenarios may go on from the same moment.
 */
export interface Moment {
  /** As `Date.UTC` counts, of the model's clock. */
  readonly at: number
  /** A hot-start file; undefined at the start of the model. */
  readonly state: Uint8Array | undefined
  /** The run itself, standing still: what goes on unchanged goes on from here. */
  readonly standing?: Standing
}

export interface Standing {
  readonly held: Held
  /** Where the run began, and what it runs to the end of the model. */
  readonly begin: Begin
  readonly run: Prepared
}
type Begin = Pick<Moment, 'at' | 'state'>
interface Prepared {
  readonly model: string
  readonly files: Readonly<Record<string, Uint8Array>>
}

export interface Stretch {
  /** As `Date.UTC` counts. Best a multiple of the report step after the start. */
  readonly until: number
  readonly changes?: Changes
  /** The state is moved toward this before the stretch begins. */
  readonly observed?: Observed
  /** How far: 1 unless given. */
  readonly gain?: number
  /** Whether stretches with the same changes may go on exactly; unless given, where there are no changes. */
  readonly exact?: boolean
}

/** The moment when a model begins. @throws HydraulicsError hydraulics/time */
export const startOf = (model: string): Moment => ({ at: clockOf(sectionsOf(model)).start, state: undefined })

/**
 * Runs a model on from a moment. Where it goes on unchanged from an exact stretch, nothing is lost: results are those of one
 * piece, bit by bit, and the report's tables count from where that piece began. Else, and with a native library, it begins with
 * the moment's state; `notCarried` names what that leaves out.
 * @param run runs it: a pool's `run`, or `runModel` with an engine
 * @throws HydraulicsError as `runModel`, `stretchOf`, `correctState`
 */
export async function advance(
  run: (job: Job, hooks?: Hooks) => Promise<Outcome>,
  job: Job,
  from: Moment,
  { until, changes = {}, observed, gain = 1, exact = Object.keys(changes).length === 0 }: Stretch,
  hooks?: Hooks,
): Promise<{ readonly outcome: Outcome; readonly moment: Moment }> {
  const sections = sectionsOf(job.model)
  const { end } = clockOf(sections)
  const shape = shapeOf(sections)
  const begin: Begin = {
    at: from.at,
    state:
      from.state && observed
        ? writeHotStart(correctState(readHotStart(from.state, shape), shape, observed, gain), shape)
        : from.state,
  }
  const own = prepared(job, begin, until, changes)
  const standing = observed || until > end ? undefined : sameRun(from.standing, job, end, changes)
  // Where water is routed, the engine steps no further at once than the routing step.
  const fresh = exact && until < end && isRouted(sections) ? prepared(job, begin, end, changes) : undefined
  const whole = standing?.run ?? fresh
  const outcome = await run(
    { ...job, ...own, ...(whole ? { live: { model: whole.model, held: standing?.held, until } } : {}) },
    hooks,
  )
  const { report, held } = outcome
  const state = outcome.state && readable(outcome.state, shape, report.build ?? '')
  const moment = { at: until, state }
  if (!held || !whole) return { outcome, moment }
  return { outcome, moment: { ...moment, standing: { held, begin: standing?.begin ?? begin, run: whole } } }
}

/** A stretch of a model from where it begins. */
function prepared(job: Job, { at, state }: Begin, to: number, changes: Changes): Prepared {
  const options = { from: at, to, changes, saveState: true, useState: state !== undefined }
  return {
    model: stretchOf(job.model, options),
    files: { ...seriesFiles(job, at), ...(state ? { [STATE_IN]: state } : {}) },
  }
}

/** The run that stands still, where it is the one that is wanted. */
function sameRun(standing: Standing | undefined, job: Job, end: number, changes: Changes) {
  if (!standing) return undefined
  const { model, files } = prepared(job, standing.begin, end, changes)
  const names = Object.keys(files)
  const same =
    model === standing.run.model &&
    names.length === Object.keys(standing.run.files).length &&
    names.every((name) => sameBytes(files[name], standing.run.files[name]))
  return same ? standing : undefined
}

const sameBytes = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === other ||
  (one !== undefined && one.length === other?.length && one.every((byte, i) => byte === other[i]))

/** Files of series whose times count from the start of the run, for a stretch that begins later. */
function seriesFiles({ model, files = {} }: Job, from: number): Readonly<Record<string, Uint8Array>> {
  const sections = sectionsOf(model)
  if (from === clockOf(sections).start) return files
  const dated: Record<string, Uint8Array> = { ...files }
  for (const { words } of rowsOf(sections, 'TIMESERIES')) {
    const name = words[1]?.toUpperCase() === 'FILE' ? words[2] : undefined
    const body = name === undefined ? undefined : files[name]
    if (name && body) dated[name] = new TextEncoder().encode(datedFile(new TextDecoder().decode(body), model))
  }
  return dated
}
