import type { FreezingEngine, FreezingSession, Frozen } from './engine/types.ts'
import type { Hooks, Job, Live, Outcome } from './job.ts'
import type { OutHeader } from './out.ts'
import { periodsBetween, ResultStream, type Results } from './results.ts'
import { begun, nodesOf, Running, sessionOf } from './running.ts'
import { clockOf, hoursOf } from './steer/clock.ts'
import { rowsOf, type Sections, sectionsOf } from './steer/sections.ts'
import { optionOf } from './steer/shape.ts'

/**
 * Runs on to `until`, where none of the engine's steps need end. So it is frozen before a step that may go further, and then
 * run twice: on for the results, and from there once more as a run that ends at `until`, for state and report. Tables of
 * the report count from the start of the whole run.
 * @throws HydraulicsError as `runModel`
 */
export async function runLive(engine: FreezingEngine, job: Job, live: Live, hooks: Hooks): Promise<Outcome> {
  const { held, until } = live
  const sections = sectionsOf(live.model)
  const nodes = nodesOf(sections)
  let session = held
    ? engine.resume(held.engine)
    : sessionOf(engine.begin, { ...job, model: live.model }, sections)
  try {
    if (!held) begun(session, job, nodes)
    const { start, end, reportStep } = clockOf(sections)
    const after = held?.until ?? Number.NEGATIVE_INFINITY
    const periods = Math.ceil((until - Math.max(start, after)) / 1000 / reportStep) + 1
    const stream = new ResultStream(job.keep === false ? NOTHING : job.keep, periods, held?.header)
    const own = (results: Results) => periodsBetween(results, after, until)
    const onResults = (part: Results) => {
      if (own(part).periods > 0) hooks.onResults?.(own(part))
    }
    const to = until - start
    const running = new Running(session, {
      job,
      hooks: hooks.onResults ? { ...hooks, onResults } : hooks,
      stream,
      from: held?.elapsed ?? 0,
      to,
      read: held?.engine.outBytes ?? 0,
      nodes,
    })
    const withResults = (outcome: Outcome): Outcome =>
      job.keep === false || !stream.header ? outcome : { ...outcome, results: own(stream.results()) }
    if (until >= end) {
      await running.until(Number.POSITIVE_INFINITY)
      return withResults(running.ended())
    }
    const { frozen, elapsed } = await frozenBefore(session, running, to, stepsOf(sections))
    session.dispose()
    session = engine.resume(frozen)
    session.endAt(to)
    const ending = new Running(session, {
      job,
      hooks: hooks.signal ? { signal: hooks.signal } : {},
      stream: undefined,
      from: elapsed,
      to,
      nodes,
    })
    await ending.until(Number.POSITIVE_INFINITY)
    const header = stream.header as OutHeader
    return { ...withResults(ending.ended()), held: { engine: frozen, elapsed, until, header } }
  } finally {
    session.dispose()
  }
}

const NOTHING = { subcatchment: [], node: [], link: [], system: [] }
/** Milliseconds between two copies, at least: the later one is, the less has to be run once more. */
const APART = 300_000

/** Runs on to that time, and gives what the engine was before its steps went beyond. */
async function frozenBefore(session: FreezingSession, running: Running, to: number, longest: Steps) {
  let last: { readonly frozen: Frozen; readonly elapsed: number } | undefined
  await running.until(to - longest.routing - longest.runoff)
  await running.until(to, () => {
    const { elapsed } = running
    const next = elapsed + longest.routing
    const runoff = session.runoffTime()
    const mayPass = next > to || (next > runoff && runoff + longest.runoff > to)
    const passed = elapsed > to || runoff > to
    if (mayPass && !passed && !(last && elapsed - last.elapsed < APART))
      last = { frozen: session.freeze(), elapsed }
  })
  return last ?? { frozen: session.freeze(), elapsed: running.elapsed }
}

/** The longest that the engine steps at once, milliseconds. */
interface Steps {
  readonly routing: number
  readonly runoff: number
}

function stepsOf(sections: Sections): Steps {
  const step = (word: string) => hoursOf(word) * 3_600_000
  const option = (name: string, usual: string) => optionOf(sections, name) ?? usual
  const routing = option('ROUTING_STEP', '20')
  return {
    // A number alone is of seconds here, and of hours in all others.
    routing: Number.isFinite(Number(routing)) ? Number(routing) * 1000 : step(routing),
    runoff:
      rowsOf(sections, 'SUBCATCH').length > 0
        ? Math.max(step(option('WET_STEP', '0:05:00')), step(option('DRY_STEP', '1:00:00')))
        : 0,
  }
}
