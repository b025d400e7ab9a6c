import { HydraulicsError } from '../errors.ts'
import { filesNamed, placed } from './engine/files.ts'
import { freezes, OUT, REPORT, type Session } from './engine/types.ts'
import type { Hooks, Job, Outcome } from './job.ts'
import { readReport } from './report/index.ts'
import type { ResultStream } from './results.ts'
import type { Sections } from './steer/sections.ts'
import { isDynamicWave, isRouted, shapeOf } from './steer/shape.ts'
import { STATE_IN, STATE_OUT } from './steer/stretch.ts'
import { surfacesOf, withSurfaces } from './steer/surfaces.ts'

/** How often a run looks up: for what asked it to stop, and to say how far it is. */
const SLICES = 200

export interface RunningOptions {
  readonly job: Job
  readonly hooks: Hooks
  readonly stream: ResultStream | undefined
  /** Milliseconds since the start of the model: where this part of the run begins (0 unless given), and where it is to end. */
  readonly from?: number
  readonly to: number
  /** How many bytes of results are not for this part. */
  readonly read?: number
  /** Through how many nodes a dynamic wave goes. */
  readonly nodes: number
}

/** A session between its start and its end: stepped on, its results taken as they come. */
export class Running {
  /** Milliseconds since the start of the model. */
  elapsed: number
  over = false
  private read: number
  private sent = 0
  private readonly session: Session
  private readonly options: RunningOptions

  constructor(session: Session, options: RunningOptions) {
    this.session = session
    this.options = options
    this.elapsed = options.from ?? 0
    this.read = options.read ?? 0
  }

  /**
   * Steps on until that time is reached or the run is over.
   * @param look called before each step
   * @throws HydraulicsError hydraulics/cancelled, hydraulics/engine
   */
  async until(time: number, look?: () => void): Promise<void> {
    const { job, hooks, from = 0, to } = this.options
    const slice = Math.max(1, (to - from) / SLICES)
    while (!this.over && this.elapsed < time) {
      const stop = Math.min(time, this.elapsed + slice)
      while (!this.over && this.elapsed < stop) {
        look?.()
        this.step()
      }
      this.take()
      hooks.onProgress?.(this.over ? 1 : Math.min(1, (this.elapsed - from) / Math.max(1, to - from)))
      await tick()
      if (hooks.signal?.aborted) throw new HydraulicsError('hydraulics/cancelled', job.name)
    }
  }

  private step(): void {
    const { error, elapsed } = this.session.step()
    if (error !== 0) checked(this.session, this.options.job, error)
    if (elapsed === 0) this.over = true
    else this.elapsed = elapsed * 86_400_000
  }

  private take(): void {
    const { job, hooks, stream } = this.options
    const bytes = stream && this.session.read(OUT, this.read)
    if (!stream || !bytes) return
    this.read += bytes.length
    stream.push(bytes)
    if (job.stream && hooks.onResults && stream.periods > this.sent) {
      hooks.onResults(stream.results(this.sent))
      this.sent = stream.periods
    }
  }

  /** Ends the run. @throws HydraulicsError hydraulics/engine */
  ended(): Outcome {
    const { session } = this
    const { job, nodes } = this.options
    const surfaces = nodes > 0 && freezes(session) ? session.surfaces(nodes) : undefined
    // The tables are written by now. What `report` would add are the results once more, as text: of a long run gigabytes.
    checked(session, job, session.end())
    session.close()
    this.take()
    const reportText = textOf(session)
    const state = session.read(STATE_OUT)?.slice()
    return {
      report: readReport(reportText),
      reportText,
      results: undefined,
      out: job.wantOut ? session.read(OUT)?.slice() : undefined,
      state: state && surfaces ? withSurfaces(state, surfaces) : state,
    }
  }
}

/** @throws HydraulicsError hydraulics/file */
export function sessionOf<S extends Session>(
  begin: Begin<S>,
  { name, model, files = {} }: Job,
  sections: Sections,
): S {
  const named = filesNamed(sections)
  const missing = named.find((file) => !files[file.name])
  if (missing) throw new HydraulicsError('hydraulics/file', `${name}:${missing.line + 1}`, missing.name)
  const own = placed(model, files, named)
  return begin(own.model, own.files)
}
type Begin<S> = (model: string, files: Readonly<Record<string, Uint8Array>>) => S

/**
 * Opens and starts.
 * @param nodes through how many a dynamic wave goes
 * @throws HydraulicsError hydraulics/model with what the engine found wrong
 */
export function begun(session: Session, job: Job, nodes: number): void {
  checked(session, job, session.open())
  checked(session, job, session.start())
  const state = job.files?.[STATE_IN]
  const surfaces = state && nodes > 0 ? surfacesOf(state, nodes) : undefined
  if (surfaces && freezes(session)) session.setSurfaces(surfaces)
}

/** Through how many nodes a dynamic wave goes. */
export function nodesOf(sections: Sections): number {
  return isRouted(sections) && isDynamicWave(sections) ? shapeOf(sections).nodes.length : 0
}

/** Reports hold bytes of Latin-1 (³) beside names in UTF-8. */
const textOf = (session: Session): string =>
  new TextDecoder().decode(session.read(REPORT)?.slice() ?? new Uint8Array()).replaceAll('\uFFFD', '³')

export function checked(session: Session, job: Job, error: number): void {
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
