import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { storeProblem } from '../errors.ts'
import type { ContentStore } from './store.ts'

/** An S3-compatible store: MinIO, OSS, COS, OBS, Ceph. */
export interface S3Options {
  /** `https://s3.example.cn` */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** Objects under their hash; the signature covers the hash, so that the store refuses what was changed on the way. */
export function s3Store({ endpoint, bucket, region, keyId, secret }: S3Options): ContentStore {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 2,
  })
  const base = `${endpoint.replace(/\/$/, '')}/${bucket}`
  const ask = async (hash: string, init: RequestInit): Promise<Response> => {
    const answer = await client.fetch(`${base}/${hash}`, init).catch((cause: unknown) => {
      throw storeProblem(base, cause)
    })
    if (answer.ok) return answer
    await answer.body?.cancel()
    throw storeProblem(base, new Error(`${init.method} ${hash}: ${answer.status}`))
  }
  return {
    id: 's3',
    put: async (hash, file) => {
      const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' }
      await ask(hash, { method: 'PUT', headers, body: (await openAsBlob(file)) as Blob })
    },
    open: async (hash) => {
      const { body } = await ask(hash, { method: 'GET' })
      return Readable.fromWeb(body as ReadableStream)
    },
    remove: async (hash) => {
      await ask(hash, { method: 'DELETE' })
    },
  }
}
