import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { S3Options } from '../kernel/attachments/index.ts'

interface Server {
  readonly run: () => Promise<{ readonly port: number }>
  readonly close: () => Promise<void>
}
// It brings no types.
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => Server

/** A real S3-compatible server with one empty bucket. It knows its account; V4 signatures it does not recompute. */
export async function startS3(): Promise<{
  readonly options: S3Options
  readonly stop: () => Promise<void>
}> {
  const directory = await mkdtemp(join(tmpdir(), 'gaoxin-s3-'))
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'attachments' }],
  })
  const { port } = await server.run()
  return {
    options: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'attachments',
      region: 'us-east-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
    },
    stop: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
