import { type RawBuilder, sql } from 'kysely'
import { batchesOf, type Database } from '../store/index.ts'

/** A subject with what the decision is told of it. */
export type Subject = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string }

/** Subjects in one answer of the database. */
const BATCH = 2_000

/** Every subject, in bounded memory. @param db within a transaction, so that all of them are of one moment */
export const subjectsOf = (db: Database, query: RawBuilder<unknown>): AsyncGenerator<readonly Subject[]> =>
  batchesOf<Subject>(db, query, BATCH)

export async function subjectOf(
  db: Database,
  query: RawBuilder<unknown>,
  id: string,
): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`select * from (${query}) subjects where id = ${id}`.execute(db)
  return rows[0]
}
