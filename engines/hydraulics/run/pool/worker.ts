/** A thread of Node. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openEngine } from '../engine/open.ts'
import type { ToWorker } from './protocol.ts'
import { serve } from './serve.ts'

const port = parentPort as MessagePort
serve(
  {
    post: (message, transfer) => port.postMessage(message, transfer),
    listen: (take) => void port.on('message', (message: ToWorker) => take(message)),
  },
  () => openEngine((workerData as { library?: string }).library),
)
