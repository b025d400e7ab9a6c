import { canFreeze, type Engine } from './engine/types.ts'
import type { Hooks, Job, Outcome } from './job.ts'
import { runLive } from './live.ts'
import { ResultStream } from './results.ts'
import { begun, nodesOf, Running, sessionOf } from './running.ts'
import { clockOf } from './steer/clock.ts'
import { sectionsOf } from './steer/sections.ts'

export type { Hooks, Job, Outcome }

/**
 * Runs a model to its end. The thread is busy meanwhile, but looks up 200 times.
 * @throws HydraulicsError hydraulics/model with what the engine found wrong, hydraulics/engine, hydraulics/cancelled
 */
export async function runModel(engine: Engine, job: Job, hooks: Hooks = {}): Promise<Outcome> {
  if (job.live && canFreeze(engine) && !job.wantOut) return runLive(engine, job, job.live, hooks)
  const sections = sectionsOf(job.model)
  const nodes = nodesOf(sections)
  const session = sessionOf(engine.begin, job, sections)
  try {
    begun(session, job, nodes)
    // Only now: what is wrong with the times is for the engine to say.
    const { start, end, reportStart, reportStep } = clockOf(sections)
    const stream =
      job.keep === false
        ? undefined
        : new ResultStream(job.keep, Math.ceil((end - reportStart) / 1000 / reportStep) + 1)
    const running = new Running(session, { job, hooks, stream, to: end - start, nodes })
    await running.until(Number.POSITIVE_INFINITY)
    const outcome = running.ended()
    return { ...outcome, results: stream?.header ? stream.results() : undefined }
  } finally {
    session.dispose()
  }
}
