import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Received, receive } from '../received.ts'
import { empty, tooLarge } from './errors.ts'

/**
 * What is sent, laid on the disk while it is looked at: a container tells what it is at its end, and memory is short.
 * Its SHA-256 names the content. The file is gone when the work is done.
 * @throws GaoxinError ATTACHMENT_TOO_LARGE, ATTACHMENT_EMPTY
 */
export async function spooled<T>(
  body: AsyncIterable<Uint8Array>,
  { name, limit }: { readonly name: string; readonly limit: number },
  work: (spooled: Received) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoxin-file-'))
  try {
    const received = await receive(body, join(folder, 'content'), {
      algorithm: 'sha256',
      most: limit,
      tooLarge: () => tooLarge(name, limit),
    })
    if (received.size === 0) throw empty(name)
    return await work(received)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
