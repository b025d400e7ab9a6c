import { sql } from 'kysely'
import type { Permit } from '../../access/grants.ts'
import { offices } from '../../access/offices.ts'
import type { Context } from '../../system.ts'
import type { Database } from '../database.ts'
import { quote, tableName } from '../ddl.ts'
import { allColumns, type RecordDefinition } from '../record.ts'
import type { Find } from './cells.ts'

export interface Office {
  readonly id: string
  readonly name: string
  readonly short: string
}

/** The register of offices, which is short, in its order. */
export async function loadOffices(db: Database): Promise<readonly Office[]> {
  const { rows } = await sql<Office>`
    select id, name, short from ${sql.raw(tableName(offices.id))} order by sort, id`.execute(db)
  return rows
}

const loose = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** Finds an office by its id, name or short name. */
export function officeFinder(list: readonly Office[]): Find {
  const ids = new Set(list.map(({ id }) => id))
  const names = new Map<string, Set<string>>()
  for (const { id, name, short } of list)
    for (const word of [name, short]) {
      const key = loose(word)
      names.set(key, (names.get(key) ?? new Set()).add(id))
    }
  return (named) => {
    if (ids.has(named)) return named
    const hits = [...(names.get(loose(named)) ?? [])]
    return hits.length > 1 ? null : hits[0]
  }
}

/** How an office is written in a file: by its name where that leads back to it, else by its id. */
export function officeLabels(list: readonly Office[]): ReadonlyMap<string, string> {
  const find = officeFinder(list)
  return new Map(list.map(({ id, name }) => [id, find(name) === id ? name : id]))
}

/** The record that a reference points at, where a system of the zone or the kernel declares it. */
export const recordOf = ({ systems }: Context, id: string | undefined): RecordDefinition | undefined =>
  [offices, ...systems.flatMap(({ records }) => records)].find((record) => record.id === id)

/** The columns of a record that refer to rows of its own. */
export const ownReferences = (record: RecordDefinition): readonly string[] =>
  Object.entries(record.columns)
    .filter(
      ([, column]) =>
        (column.kind === 'reference' && column.record === record.id) ||
        (column.kind === 'office' && record.id === offices.id),
    )
    .map(([name]) => name)

/**
 * Finds rows by their id or by the value of the one column that is unique by itself; one question for all names.
 * The id goes before the value.
 * @param permit when a person asks: what they may see of the target
 */
export async function rowFinder(
  db: Database,
  target: RecordDefinition,
  named: readonly string[],
  permit?: Permit,
): Promise<Find> {
  const unique = target.unique?.find((columns) => columns.length === 1)?.[0]
  const column = unique ? allColumns(permit?.record ?? target)[unique] : undefined
  const by = column && column.kind !== 'data' && !column.personal ? unique : undefined
  const value = by ? sql.raw(`${quote(by)}::text`) : sql`null::text`
  const either = by ? sql`or ${value} = any(${[...named]}::text[])` : sql``
  const { rows } = await sql<{ id: string; value: string | null }>`select id, ${value} as value
    from ${sql.raw(tableName(target.id))} where (id = any(${[...named]}::text[]) ${either})
      and ${permit?.where ?? sql`true`}`.execute(db)
  const ids = new Set(rows.map(({ id }) => id))
  const values = new Map(rows.map(({ id, value }) => [value, id]))
  return (name) => (ids.has(name) ? name : values.get(name))
}
