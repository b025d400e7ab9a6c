import { sql } from 'kysely'
import type { Facts } from '../rules/index.ts'
import { type Database, type RecordDefinition, tableName } from '../store/index.ts'
import type { System } from '../system.ts'
import { registerOf, traitsOf } from './query.ts'

/** A row that a trait of one subject is read from. */
export interface RowBehind {
  readonly trait: string
  readonly record: RecordDefinition
  readonly id: string
}

/**
 * The rows that traits of one subject come from: those by which alone the trait would have a value. Asked of a view
 * whose rows refer to the register; of the register's own columns it is the row itself.
 */
export async function rowsBehind(
  db: Database,
  systems: readonly Pick<System, 'subjects' | 'views'>[],
  of: string,
  names: readonly string[],
  id: string,
  facts: Facts,
): Promise<readonly RowBehind[]> {
  const register = registerOf(systems, of)
  const known = traitsOf(systems, of)
  if (!register) return []
  const found: RowBehind[] = []
  for (const view of new Set(names.flatMap((name) => known.get(name)?.view ?? []))) {
    const asked = names.filter((name) => known.get(name)?.view === view)
    if (!view.rows) {
      found.push(...asked.map((trait) => ({ trait, record: register.record, id })))
      continue
    }
    const [source] = view.sources
    const column = source && referringColumn(source, of)
    if (!source || !column || view.rows.by !== 'id') continue
    // Every row a subject of its own: it stands in the view under its own id instead of the subject's.
    const apart: Facts = {
      ...facts,
      rows: (record) =>
        record.id === source.id
          ? sql`(select (jsonb_populate_record(null::${sql.raw(tableName(record.id))},
                to_jsonb(r) || jsonb_build_object(${column}::text, r.id))).*
              from ${facts.rows(record)} r where r.${sql.ref(column)} = ${id})`
          : facts.rows(record),
    }
    const values = asked.map((name) => sql`${known.get(name)!.value(apart)} as ${sql.ref(name)}`)
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select ${view.rows.subject} as subject, ${sql.join(values)} ${view.rows.from(apart)} group by 1`.execute(
      db,
    )
    for (const row of rows)
      for (const trait of asked)
        if (row[trait] !== null && row[trait] !== false)
          found.push({ trait, record: source, id: String(row.subject) })
  }
  return found
}

const referringColumn = (record: RecordDefinition, of: string): string | undefined =>
  Object.entries(record.columns).find(
    ([, { kind, record: target }]) => kind === 'reference' && target === of,
  )?.[0]
