import { sql } from 'kysely'
import { offices } from '../../access/offices.ts'
import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import { quote } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'
import { missing, several } from './cells.ts'
import type { Condemn } from './condemn.ts'
import { ownReferences } from './lookups.ts'
import { STAGE } from './stage.ts'

/** Rows of a file that refer to rows which the same file brings: a unit and the unit above it, in any order. */

const stage = sql.raw(STAGE)

/**
 * Finds what no row of the table answered to among the rows of the file. A row that is found and has no id yet is
 * given the one that it will bear, so that it does not matter which of both stands first.
 */
export async function link(
  { db, newId }: Context,
  record: RecordDefinition,
  condemn: Condemn,
): Promise<void> {
  for (const name of ownReferences(record)) {
    const what = record.columns[name]!.name
    const found = sql`select n.gx_n, n.gx_names ->> ${name} as named, hit.rows
      from ${stage} n left join (${sql.raw(keysOf(record))}) hit on hit.key = ${sql.raw(loosely(record, `n.gx_names ->> '${name}'`))}
      where n.gx_names ? ${name}`
    await condemn([name], sql`select gx_n, named from (${found}) f where rows is null`, ({ named = '' }) =>
      missing(named, what),
    )
    await condemn(
      [name],
      sql`select gx_n, named from (${found}) f where cardinality(rows) > 1`,
      ({ named = '' }) => several(named, what),
    )
    await sql`update ${stage} s set gx_links = coalesce(s.gx_links, '{}') || jsonb_build_object(${name}::text, f.rows[1])
      from (${found}) f where f.gx_n = s.gx_n and cardinality(f.rows) = 1`.execute(db)
    const { rows } = await sql<{ n: number }>`select distinct t.gx_n as n from ${stage} s join ${stage} t
      on t.gx_n = (s.gx_links ->> ${name})::bigint where t.id is null and t.gx_id is null`.execute(db)
    const ids = rows.map(({ n }) => ({ n, id: newId() }))
    await sql`update ${stage} s set gx_id = g.id
      from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as g(n bigint, id text) where s.gx_n = g.n`.execute(
      db,
    )
    await pointTo(name, sql`coalesce(t.id, t.gx_id)`).execute(db)
  }
}

/** Rows of the file that turned out to be rows of the table are referred to by the ids that they have there. */
export async function relink({ db }: Context, record: RecordDefinition): Promise<void> {
  for (const name of ownReferences(record))
    await pointTo(name, sql`coalesce(t.gx_match, t.id, t.gx_id)`).execute(db)
}

const pointTo = (
  name: string,
  id: ReturnType<typeof sql>,
) => sql`update ${stage} s set ${sql.raw(quote(name))} = ${id}
  from ${stage} t where t.gx_n = (s.gx_links ->> ${name})::bigint`

/** By what a row is named, as for rows of the table: its id, which goes first, else its key or its names. */
function keysOf(record: RecordDefinition): string {
  const key = record.unique?.find((columns) => columns.length === 1)?.[0]
  const column = key ? record.columns[key] : undefined
  const by = record.id === offices.id ? ['name', 'short'] : key && column && !column.personal ? [key] : []
  const named = ['id', ...by].map(
    (one, rank) =>
      `select ${loosely(record, `${quote(one)}::text`)} as key, ${Math.min(rank, 1)} as rank, gx_n from ${STAGE} where ${quote(one)} is not null`,
  )
  return `select distinct on (key) key, array_agg(distinct gx_n) as rows
    from (${named.join(' union all ')}) names group by key, rank order by key, rank`
}

/** Offices are found whatever the width and case of their names; other rows exactly. */
const loosely = ({ id }: RecordDefinition, value: string): string =>
  id === offices.id ? `lower(regexp_replace(normalize(${value}, NFKC), '\\s', '', 'g'))` : value

/** A row that refers to a bad row is bad, and so is a row that refers to it. */
export async function condemnReferring(
  { db }: Context,
  record: RecordDefinition,
  condemn: Condemn,
): Promise<void> {
  for (const name of ownReferences(record)) {
    const { rows } = await sql<Link>`select s.gx_n as from, t.gx_n as to, t.gx_bad as bad
      from ${stage} s join ${stage} t on t.gx_n = (s.gx_links ->> ${name})::bigint`.execute(db)
    const hits = referring(rows)
    await condemn(
      [name],
      sql`select s.gx_n, s.gx_names ->> ${name} as named, jsonb_build_array(t.gx_sheet, t.gx_row) as other
        from ${stage} s join ${stage} t on t.gx_n = (s.gx_links ->> ${name})::bigint
        where s.gx_n = any(${hits}::bigint[]) and not s.gx_bad`,
      ({ named = '', other: [sheet, row] = ['', 0] }) =>
        sheet
          ? text(
              `“${named}”在“${sheet}”第 ${row} 行，那一行有问题`,
              `"${named}" is row ${row} of "${sheet}", which is bad itself`,
            )
          : text(`“${named}”在第 ${row} 行，那一行有问题`, `"${named}" is row ${row}, which is bad itself`),
    )
  }
}

interface Link {
  readonly from: number
  readonly to: number
  /** Of the row pointed at. */
  readonly bad: boolean
}

/** The rows from which links lead to a bad row, over however many others. */
export function referring(links: readonly Link[]): number[] {
  const from = new Map<number, number[]>()
  for (const link of links) {
    const those = from.get(link.to)
    if (those) those.push(link.from)
    else from.set(link.to, [link.from])
  }
  const fallen = new Set<number>()
  const open = links.flatMap(({ to, bad }) => (bad ? [to] : []))
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const one of from.get(at) ?? [])
      if (!fallen.has(one)) {
        fallen.add(one)
        open.push(one)
      }
  return [...fallen]
}
