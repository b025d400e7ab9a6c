import type { RawBuilder } from 'kysely'
import type { Database } from '../store/database.ts'
import { known } from '../store/history/read.ts'

/** Where base series are read from: the database, and each record's table as it is or as it was known. */
export interface Source {
  readonly db: Database
  /** `system.record` → what stands in a `from`; an alias must follow. */
  readonly table: (record: string) => RawBuilder<unknown>
}

/** @param knownOn ISO 8601; undefined is now */
export const sourceOf = (db: Database, knownOn?: string): Source => ({
  db,
  table: (record) => known(record, knownOn),
})
