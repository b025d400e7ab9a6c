import type { Readable } from 'node:stream'

/** Where bytes are kept, by the hash that names them. */
export interface ContentStore {
  readonly id: StoreId
  /** Keeps the bytes of a file; what is there already is written over by the same. */
  readonly put: (hash: string, file: string) => Promise<void>
  /** @throws when there is nothing under the hash, before the first byte */
  readonly open: (hash: string) => Promise<Readable>
  readonly remove: (hash: string) => Promise<void>
}

export type StoreId = 'postgres' | 's3'
