import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Waits while the reader of the file is slower than the database. */
export async function drained(out: Writable): Promise<void> {
  if (out.destroyed) throw new Error('the reader of the export went away')
  if (!out.writableNeedDrain) return
  const over = new AbortController()
  const { signal } = over
  try {
    await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })])
  } finally {
    over.abort()
  }
  if (out.destroyed) throw new Error('the reader of the export went away')
}
