import { createPool, type Pool } from './pool.ts'
import type { FromWorker, WorkerLine } from './protocol.ts'

/** As much of a browser's Worker as is used: this file is also checked where there is none. */
interface WebWorker {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void
  terminate(): void
  onmessage: ((event: { data: FromWorker }) => void) | null
  onerror: ((event: unknown) => void) | null
}
declare const Worker: new (url: URL, options: { type: 'module' }) => WebWorker
declare const navigator: { hardwareConcurrency?: number }

/** A pool of the browser's own threads. @param size as many as there are processors, unless given */
export const webPool = (size = navigator.hardwareConcurrency ?? 2): Pool => createPool(size, webLine)

function webLine(): WorkerLine {
  // Written so that the bundler finds the worker.
  const worker = new Worker(new URL('./worker.web.ts', import.meta.url), { type: 'module' })
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (take) => {
      worker.onmessage = ({ data }) => take(data)
    },
    onGone: (tell) => {
      worker.onerror = tell
    },
    stop: () => worker.terminate(),
  }
}
