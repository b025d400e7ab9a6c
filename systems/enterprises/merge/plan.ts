/** What a merge would move, and what it cannot decide by itself. */
import { sql } from 'kysely'
import { permitFor } from '../../../kernel/access/grants.ts'
import { accessRecords } from '../../../kernel/access/records.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { notFound, type RecordDefinition, tableName } from '../../../kernel/store/index.ts'
import { type Referring, referringTo } from '../../../kernel/subjects/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { enterprises } from '../tables.ts'

/** Two rows that cannot both be the survivor's: the same fact of the same year. */
export interface Collision {
  /** `record:id of the merged one's row`, by which it is decided. */
  readonly key: string
  readonly record: string
  readonly column: string
  readonly survivorRow: string
  readonly mergedRow: string
  /** They say the same, so nothing is to be decided. */
  readonly same: boolean
}

export interface Plan {
  readonly moves: readonly {
    readonly record: string
    readonly column: string
    readonly ids: readonly string[]
  }[]
  readonly collisions: readonly Collision[]
}

/** What was found of two rows of the register, merged or told apart, is of these two and stays. */
const OF_PAIRS: readonly string[] = ['enterprises.merges', 'enterprises.distinctions']

/** Wherever a system says that a column refers to enterprises, and the accounts that act for one. */
export const pointingOf = ({ systems }: Pick<Context, 'systems'>): readonly Referring[] =>
  referringTo(
    { record: enterprises, key: 'code' },
    [...systems.flatMap(({ records }) => records), ...accessRecords].filter(
      ({ id }) => !OF_PAIRS.includes(id),
    ),
  )

export type EnterpriseImage = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly code: string
}

/** What stands in a column that refers to the row. */
export const said = ({ by }: Pick<Referring, 'by'>, { id, code }: EnterpriseImage): string =>
  by === 'id' ? id : code

/**
 * Both rows, locked in one order, so that two merges wait for each other.
 * @throws GaoxinError RECORD_NOT_FOUND (nor may be changed by them), MERGE_SAME, MERGE_DONE
 */
export async function lockBoth(
  { db, actor }: Context,
  survivor: string,
  merged: string,
): Promise<{ readonly survivor: EnterpriseImage; readonly merged: EnterpriseImage }> {
  if (survivor === merged) throw sameRow(survivor)
  const permit = permitFor(enterprises, actor, 'change')
  const { rows } = await sql<EnterpriseImage>`select * from enterprises.enterprises
    where id in (${survivor}, ${merged}) and ${permit ? (permit.where ?? sql`true`) : sql`false`}
    order by id for update`.execute(db)
  const found = (id: string) => {
    const row = rows.find((each) => each.id === id)
    if (!row) throw notFound(enterprises, id)
    return row
  }
  return { survivor: found(survivor), merged: found(merged) }
}

export async function planOf(
  context: Context,
  { survivor, merged }: { readonly survivor: EnterpriseImage; readonly merged: EnterpriseImage },
): Promise<Plan> {
  const moves: { record: string; column: string; ids: string[] }[] = []
  const collisions: Collision[] = []
  for (const pointing of pointingOf(context)) {
    const [from, to] = [said(pointing, merged), said(pointing, survivor)]
    const clashes = await collisionsOf(context, pointing, to, from)
    const { rows } = await sql<{ id: string }>`select id from ${table(pointing.record)}
      where ${sql.ref(pointing.column)} = ${from} and id <> all(${clashes.map(({ mergedRow }) => mergedRow)}::text[])
      order by id`.execute(context.db)
    if (rows.length > 0)
      moves.push({ record: pointing.record.id, column: pointing.column, ids: rows.map(({ id }) => id) })
    collisions.push(...clashes)
  }
  return { moves, collisions }
}

export const table = ({ id }: RecordDefinition) => sql.raw(tableName(id))

/** Rows of either that a key of their record would not let stand side by side. */
async function collisionsOf(
  { db }: Context,
  { record, column }: Referring,
  survivor: string,
  merged: string,
): Promise<readonly Collision[]> {
  const found = new Map<string, Collision>()
  const told = Object.keys(record.columns).filter(
    (name) => name !== column && !record.columns[name]?.personal,
  )
  for (const key of record.unique ?? []) {
    if (!key.includes(column)) continue
    const others = key.filter((name) => name !== column)
    const equal = [sql`true`, ...others.map((name) => sql`s.${sql.ref(name)} = m.${sql.ref(name)}`)]
    const alike = [
      sql`true`,
      ...told.map((name) => sql`s.${sql.ref(name)} is not distinct from m.${sql.ref(name)}`),
    ]
    const { rows } = await sql<{ s: string; m: string; same: boolean }>`
      select s.id as s, m.id as m, ${sql.join(alike, sql` and `)} as same
      from ${table(record)} m join ${table(record)} s on s.${sql.ref(column)} = ${survivor}
        and ${sql.join(equal, sql` and `)}
      where m.${sql.ref(column)} = ${merged} order by m.id`.execute(db)
    for (const { s, m, same } of rows)
      if (!found.has(m))
        found.set(m, {
          key: `${record.id}:${m}`,
          record: record.id,
          column,
          survivorRow: s,
          mergedRow: m,
          same,
        })
  }
  return [...found.values()]
}

const sameRow = (id: string) =>
  new GaoxinError(
    'MERGE_SAME',
    text('两条登记是同一条', 'Both are the same row'),
    text('请选另一条', 'Choose another'),
    { value: id, status: 422 },
  )

export const done = ({ id, name }: EnterpriseImage) =>
  new GaoxinError(
    'MERGE_DONE',
    text(`${String(name)}已经并入另一家`, `${String(name)} was merged into another before`),
    text('请先撤销那次合并，或直接合并保留的那一家', 'Undo that merge first, or merge the one that was kept'),
    { value: id, status: 409 },
  )
