import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createPool, type Pool } from './pool.ts'
import type { FromWorker, WorkerLine } from './protocol.ts'

/**
 * A pool of threads of Node.
 * @param size as many as there are processors, unless given
 * @param library a native engine in place of the one that is built in
 */
export function nodePool({
  size = availableParallelism(),
  library,
}: {
  size?: number
  library?: string | undefined
} = {}): Pool {
  return createPool(size, () => threadLine(library))
}

function threadLine(library: string | undefined): WorkerLine {
  const options = { workerData: { library } }
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(fromSource(), { ...options, eval: true, execArgv: [] })
    : new Worker(new URL('./worker.js', import.meta.url), options)
  worker.unref()
  let busy = 0
  return {
    post: (message, transfer) => {
      // A thread that computes keeps the program alive, one that waits does not.
      if (message.type === 'run' && busy++ === 0) worker.ref()
      worker.postMessage(message, transfer)
    },
    listen: (take) =>
      worker.on('message', (message: FromWorker) => {
        if ((message.type === 'done' || message.type === 'failed') && --busy === 0) worker.unref()
        take(message)
      }),
    onGone: (tell) => {
      let told = false
      const once = (why: unknown) => {
        if (!told) tell(why)
        told = true
      }
      worker.on('error', once)
      worker.on('exit', once)
    },
    stop: () => void worker.terminate(),
  }
}

/** From source, a thread first learns to read TypeScript. */
function fromSource(): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/cjs$/, 'mjs')
  const worker = new URL('./worker.ts', import.meta.url).href
  return `import('${tsx}').then(({ register }) => { register(); return import('${worker}') })`
}
