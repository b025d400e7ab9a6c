import type { Frozen } from './engine/types.ts'
import type { OutHeader } from './out.ts'
import type { Report } from './report/index.ts'
import type { Keep, Results } from './results.ts'

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
  /** The same stretch as a part of a longer run: done in place of `model` by an engine that can stand still. */
  readonly live?: Live
}

export interface Outcome {
  readonly report: Report
  readonly reportText: string
  /** Undefined when none were to be kept. */
  readonly results: Results | undefined
  readonly out: Uint8Array | undefined
  /** The saved state, where the model says `SAVE HOTSTART "state-out.hsf"`. */
  readonly state: Uint8Array | undefined
  /** Where a run that is `live` stands, to go on. */
  readonly held?: Held
}

export interface Hooks {
  /** Simulated time done, 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Periods that came since the last call, of a job that says `stream`. */
  readonly onResults?: (part: Results) => void
  readonly signal?: AbortSignal
}

/** A part of a run that goes on after it as if nothing had been: the engine stands still between two of its steps. */
export interface Live {
  /** The whole run. */
  readonly model: string
  /** Where it stands; undefined at its start. */
  readonly held: Held | undefined
  /** Where to stop, as `Date.UTC` counts; at the end of the model it ends. */
  readonly until: number
}

/** A run that stands still. Plain data: many may go on from it, in any thread. */
export interface Held {
  readonly engine: Frozen
  /** Where the engine stands, milliseconds since the start of the model. */
  readonly elapsed: number
  /** Up to when results were given, as `Date.UTC` counts: not before. */
  readonly until: number
  readonly header: OutHeader
}
