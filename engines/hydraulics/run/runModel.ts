import { HydraulicsError } from '../errors.ts'
import { filesNamed, placed } from './engine/files.ts'
import { type Engine, OUT, REPORT, type Session } from './engine/types.ts'
import { type Report, readReport } from './report/index.ts'
import { type Keep, ResultStream, type Results } from './results.ts'
import { clockOf } from './steer/clock.ts'
import { type Sections, sectionsOf } from './steer/sections.ts'
import { STATE_OUT } from './steer/stretch.ts'

/** One run. Plain data: may be sent between threads. */
export interface Job {
  /** What messages call it. */
  readonly name: string
  /** The text of a `.inp`. */
  readonly model: string
  /** Files that the model names, by the names as it writes them. */
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** Which results to keep by column; all when left out, none when false. */
  readonly keep?: Keep | false
  /** Gives the `.out` file as well. */
  readonly wantOut?: boolean
  /** Sends periods as they come to `onResults`. */
  readonly stream?: boolean
}

export interface Outcome {
  readonly report: Report
  readonly reportText: string
  /** Undefined when none were to be kept. */
  readonly results: Results | undefined
  readonly out: Uint8Array | undefined
  /** The saved state, where the model says `SAVE HOTSTART "state-out.hsf"`. */
  readonly state: Uint8Array | undefined
}

export interface Hooks {
  /** Simulated time done, 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Periods that came since the last call, of a job that says `stream`. */
  readonly onResults?: (part: Results) => void
  readonly signal?: AbortSignal
}

/** How often a run looks up: for what asked it to stop, and to say how far it is. */
const SLICES = 200

/**
 * Runs a model to its end. The thread is busy meanwhile, but looks up 200 times.
 * @throws HydraulicsError hydraulics/model with what the engine found wrong, hydraulics/engine, hydraulics/cancelled
 */
export async function runModel(engine: Engine, job: Job, hooks: Hooks = {}): Promise<Outcome> {
  const sections = sectionsOf(job.model)
  const named = filesNamed(sections)
  const missing = named.find(({ name }) => !job.files?.[name])
  if (missing) throw new HydraulicsError('hydraulics/file', `${job.name}:${missing.line + 1}`, missing.name)
  const { model, files } = placed(job.model, job.files ?? {}, named)
  const session = engine.begin(model, files)
  try {
    return await runSession(session, sections, job, hooks)
  } finally {
    session.dispose()
  }
}

async function runSession(session: Session, sections: Sections, job: Job, hooks: Hooks): Promise<Outcome> {
  check(session, job, session.open())
  check(session, job, session.start())
  // Only now: what is wrong with the times is for the engine to say.
  const { start, end, reportStart, reportStep } = clockOf(sections)
  const days = (end - start) / 86_400_000
  const stream =
    job.keep === false
      ? undefined
      : new ResultStream(job.keep, Math.ceil((end - reportStart) / 1000 / reportStep) + 1)
  let read = 0
  let sent = 0
  const take = () => {
    if (!stream) return
    const bytes = session.read(OUT, read)
    if (!bytes) return
    read += bytes.length
    stream.push(bytes)
    if (job.stream && hooks.onResults && stream.periods > sent) {
      hooks.onResults(stream.results(sent))
      sent = stream.periods
    }
  }
  for (let slice = 1, over = false; !over; slice++) {
    const until = (days * slice) / SLICES
    for (let elapsed = -1; elapsed < until; ) {
      const step = session.step()
      if (step.error !== 0) check(session, job, step.error)
      elapsed = step.elapsed
      if (elapsed === 0) {
        over = true
        break
      }
    }
    take()
    hooks.onProgress?.(over ? 1 : Math.min(1, slice / SLICES))
    await tick()
    if (hooks.signal?.aborted) throw new HydraulicsError('hydraulics/cancelled', job.name)
  }
  // The tables are written by now. What `report` would add are the results once more, as text: of a long run gigabytes.
  check(session, job, session.end())
  session.close()
  take()
  const reportText = textOf(session)
  return {
    report: readReport(reportText),
    reportText,
    results: stream?.header ? stream.results() : undefined,
    out: job.wantOut ? session.read(OUT)?.slice() : undefined,
    state: session.read(STATE_OUT)?.slice(),
  }
}

/** Reports hold bytes of Latin-1 (³) beside names in UTF-8. */
const textOf = (session: Session): string =>
  new TextDecoder().decode(session.read(REPORT)?.slice() ?? new Uint8Array()).replaceAll('\uFFFD', '³')

function check(session: Session, job: Job, error: number): void {
  if (error === 0) return
  session.end()
  session.report()
  session.close()
  const { findings } = readReport(textOf(session))
  const wrong = findings.filter(({ severity }) => severity === 'error')
  throw new HydraulicsError(
    wrong.length > 0 ? 'hydraulics/model' : 'hydraulics/engine',
    job.name,
    `${error}`,
    wrong,
  )
}

/** As much of a channel as Node and browsers have in common. */
interface Channel {
  readonly port1: { onmessage: (() => void) | null; close(): void }
  readonly port2: { postMessage(message: number): void }
}

/** Lets messages in: to be cancelled, a thread has to listen now and then. */
function tick(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel() as unknown as Channel
    port1.onmessage = () => {
      port1.close()
      go()
    }
    port2.postMessage(0)
  })
}
