import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../store/index.ts'

/** A subject with what the decision is told of it. */
export type Subject = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string }

/** Subjects in one answer of the database. */
const BATCH = 2_000

/** Every subject, in bounded memory. @param db within a transaction, so that all of them are of one moment */
export async function* subjectsOf(
  db: Database,
  query: RawBuilder<unknown>,
): AsyncGenerator<readonly Subject[]> {
  await sql`declare gaoxin_subjects no scroll cursor for ${query}`.execute(db)
  for (;;) {
    const { rows } = await sql<Subject>`fetch ${sql.raw(String(BATCH))} from gaoxin_subjects`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) break
  }
  await sql`close gaoxin_subjects`.execute(db)
}

export async function subjectOf(
  db: Database,
  query: RawBuilder<unknown>,
  id: string,
): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`select * from (${query}) subjects where id = ${id}`.execute(db)
  return rows[0]
}
