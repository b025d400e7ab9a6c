import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../store/index.ts'

/** A subject with what the decision is told of it. */
export type Subject = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string }

export async function subjectOf(
  db: Database,
  query: RawBuilder<unknown>,
  id: string,
): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`select * from (${query}) subjects where id = ${id}`.execute(db)
  return rows[0]
}
