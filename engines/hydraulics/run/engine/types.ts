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

export const MODEL = 'model.inp'
export const REPORT = 'model.rpt'
export const OUT = 'model.out'
