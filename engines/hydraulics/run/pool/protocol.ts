import type { PlainError } from '../../errors.ts'
import type { Job, Outcome } from '../job.ts'
import type { Results } from '../results.ts'

export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly job: Job }
  | { readonly type: 'cancel'; readonly id: number }

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'results'; readonly id: number; readonly part: Results }
  | { readonly type: 'done'; readonly id: number; readonly outcome: Outcome }
  | { readonly type: 'failed'; readonly id: number; readonly error: PlainError }

/** One end of the line between a page or program and its thread. */
export interface Line<In, Out> {
  post(message: Out, transfer: readonly ArrayBuffer[]): void
  listen(take: (message: In) => void): void
}
export interface WorkerLine extends Line<FromWorker, ToWorker> {
  /** Called once when the thread is gone without having been asked. */
  onGone(tell: (why: unknown) => void): void
  stop(): void
}

/** The buffers of results, which move instead of being copied. */
export const buffersOf = (results: Results | undefined): readonly ArrayBuffer[] =>
  results
    ? [results.times.buffer as ArrayBuffer, ...results.columns.map(({ data }) => data.buffer as ArrayBuffer)]
    : []
