import { type RawBuilder, sql } from 'kysely'
import { type Database, known } from '../store/index.ts'
import type { Facts } from './decision.ts'

/** A subject with what the decision is told of it. */
export type Subject = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string }

/** @param asKnownOn ISO 8601; now when left out */
export const factsOf = (asOf: string, asKnownOn?: string): Facts => ({
  asOf,
  rows: ({ id }) => known(id, asKnownOn),
})

export async function subjectOf(
  db: Database,
  query: RawBuilder<unknown>,
  id: string,
): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`select * from (${query}) subjects where id = ${id}`.execute(db)
  return rows[0]
}
