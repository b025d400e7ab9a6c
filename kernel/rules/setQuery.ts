import { type RawBuilder, sql } from 'kysely'
import { type Model, type NotPushed, type SetQuery, SUBJECTS, type Value } from '../../engines/feel/index.ts'
import type { Database } from '../store/index.ts'

/** A decision as one query over subjects: a row for each, with what is kept of it and the columns of its answer. */
export interface Asked {
  readonly query: RawBuilder<Readonly<Record<string, unknown>>>
  readonly read: SetQuery['read']
}

/** @param subjects with a column for every input of the decision, under its name */
export function askOf(
  model: Model,
  decision: string,
  subjects: RawBuilder<unknown>,
  keep: readonly string[],
): Asked | NotPushed {
  const pushed = model.query(decision, keep)
  if (!('query' in pushed)) return pushed
  const { texts, values } = pushed.query
  const parts = values.map((value) => (value === SUBJECTS ? subjects : value))
  return {
    query: sql(Object.assign([...texts], { raw: texts }) as unknown as TemplateStringsArray, ...parts),
    read: pushed.read,
  }
}

/** Every answer, in the order of the subjects. @throws Error where the decision cannot be asked of the database */
export async function answersOf(
  db: Database,
  model: Model,
  decision: string,
  subjects: RawBuilder<unknown>,
): Promise<readonly Value[]> {
  const asked = askOf(model, decision, subjects, [])
  if (!('query' in asked)) throw new Error(`${asked.code} ${asked.what}`)
  const { rows } = await asked.query.execute(db)
  return rows.map(asked.read)
}
