import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { storeProblem } from './errors.ts'
import { postgresStore } from './stores/postgres.ts'
import { type S3Options, s3Store } from './stores/s3.ts'
import type { ContentStore, StoreId } from './stores/store.ts'

/** Where the zone keeps the bytes of its files: new ones in one store, older ones where they were put. */
export interface Attachments {
  readonly current: ContentStore
  /** @throws GaoxinError ATTACHMENT_STORE when that store is not told of any more */
  readonly store: (id: StoreId) => ContentStore
}

/** @param s3 without it the database keeps the bytes too */
export function openAttachments(db: Database, s3?: S3Options | undefined): Attachments {
  const stores: Partial<Record<StoreId, ContentStore>> = {
    postgres: postgresStore(db),
    ...(s3 ? { s3: s3Store(s3) } : {}),
  }
  const store = (id: StoreId): ContentStore => {
    const found = stores[id]
    if (!found) throw storeProblem(id, new Error('not configured'))
    return found
  }
  return { current: store(s3 ? 's3' : 'postgres'), store }
}

/** Which store keeps a content. */
export async function storeOf(db: Database, { store }: Attachments, hash: string): Promise<ContentStore> {
  const { rows } = await sql<{ store: StoreId }>`select store from attachments.contents
    where id = ${hash} and stored`.execute(db)
  if (!rows[0]) throw storeProblem(hash, new Error('not there'))
  return store(rows[0].store)
}
