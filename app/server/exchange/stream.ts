import { once } from 'node:events'
import type { PassThrough } from 'node:stream'

/**
 * Waits until a work that writes into a stream has written something, or failed before it did: then it can still be
 * told as a problem. What fails later breaks the stream off, so that nobody takes half a file for a whole one.
 */
export async function streamed(work: Promise<unknown>, out: PassThrough): Promise<void> {
  // Told by the promise; who reads the stream hears of it there as well.
  out.on('error', () => {})
  const failed = work.catch((error: Error) => {
    out.destroy(error)
    throw error
  })
  const over = new AbortController()
  const begun = once(out, 'readable', { signal: over.signal })
  begun.catch(() => {})
  try {
    await Promise.race([begun, failed])
  } finally {
    over.abort()
    failed.catch(() => {})
  }
}
