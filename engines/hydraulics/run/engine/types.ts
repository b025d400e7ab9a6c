/**
 * The seam to an engine: the calls of `swmm5.h`, one run at a time, over files that only this run sees. There are two behind
 * it: the one that is built in (`wasm.ts`), and a library that the operator names (`native.ts`).
 */
export interface Engine {
  readonly kind: 'wasm' | 'native'
  /** @param files beside the model, by the names in it */
  begin(model: string, files: Readonly<Record<string, Uint8Array>>): Session
  /** Bytes that the engine holds. */
  memory(): number
  close(): void
}

/** An engine whose memory can be copied. */
export interface FreezingEngine extends Engine {
  begin(model: string, files: Readonly<Record<string, Uint8Array>>): FreezingSession
  /** Goes on where a run was frozen, in this or another thread, as often as wanted. */
  resume(frozen: Frozen): FreezingSession
}
export const freezes = (session: Session): session is FreezingSession => 'freeze' in session
export const canFreeze = (engine: Engine): engine is FreezingEngine => 'resume' in engine

/** Each call gives the engine's error number, 0 for none. */
export interface Session {
  open(): number
  start(): number
  /** `elapsed` in days since the start; 0 when the run is over. */
  step(): { readonly error: number; readonly elapsed: number }
  end(): number
  report(): number
  close(): number
  /**
   * Bytes of a file of the run from a position on, as far as it is written; undefined when there is none. May be a view of
   * the engine's memory: to be used before its next call.
   */
  read(name: string, from?: number): Uint8Array | undefined
  /** Takes the files of the run away. */
  dispose(): void
}

export interface FreezingSession extends Session {
  /** All of the engine between two steps, a copy; the run may go on. */
  freeze(): Frozen
  /** Up to when runoff is computed, ms since the start: it is ahead of the flow in the pipes by a step of its own at most. */
  runoffTime(): number
  /** Of a dynamic wave: the surface area in ft² of each node when its water last stood below the crown. */
  surfaces(nodes: number): readonly number[]
  setSurfaces(areas: readonly number[]): void
  /** Lets the run end at a time that it has not reached, ms since the start, as if the model said so. */
  endAt(time: number): void
}

/** Bytes of an engine's memory, and those of its pages that are not all zero, one after the other. */
export interface Image {
  readonly size: number
  readonly pages: Uint32Array
  readonly memory: Uint8Array
}

/** A run that stands still, without the results written so far. Plain data, may be sent between threads. */
export interface Frozen extends Image {
  /** Where in memory the engine is told to write the time. */
  readonly elapsed: number
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly outBytes: number
  readonly streams: readonly {
    readonly fd: number
    readonly path: string
    readonly flags: number
    readonly position: number
  }[]
}

export const MODEL = 'model.inp'
export const REPORT = 'model.rpt'
export const OUT = 'model.out'
