/** A thread of the browser. */
import { openWasm } from '../engine/wasm.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { serve } from './serve.ts'

declare const self: {
  postMessage(message: FromWorker, transfer: readonly ArrayBuffer[]): void
  onmessage: ((event: { data: ToWorker }) => void) | null
}
serve(
  {
    post: (message, transfer) => self.postMessage(message, transfer),
    listen: (take) => {
      self.onmessage = ({ data }) => take(data)
    },
  },
  openWasm,
)
