import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../system.ts'
import { quote, tableName } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'
import type { Vault } from './cipher.ts'
import { personalColumns } from './columns.ts'

/**
 * Encrypts the values of a record's rows anew that are not under the newest key, a batch a transaction: every one
 * is a change in the history, and whoever waits for a row waits for one batch. Broken off, it goes on where it was.
 * Images of the past keep their old key, so that has to stay in the file for as long as the history does.
 * @returns how many rows
 */
export async function rotate(outer: Context, record: RecordDefinition, batch = 500): Promise<number> {
  const columns = personalColumns(record).map(([name]) => name)
  if (columns.length === 0) return 0
  for (let total = 0; ; ) {
    const done = await outer.transaction(
      (context) => rotateBatch(context, record, columns, batch),
      '更换个人信息密钥',
    )
    if (done === 0) return total
    total += done
  }
}

async function rotateBatch(
  { db, vault, now, actor, changed }: Context,
  record: RecordDefinition,
  columns: readonly string[],
  batch: number,
): Promise<number> {
  const table = sql.raw(tableName(record.id))
  const { rows } = await sql<Stored>`select id, ${list(columns, quote)} from ${table}
    where ${sql.join(
      columns.map((name) => sql`not starts_with(${sql.raw(quote(name))}, ${`v1.${vault.newest}.`})`),
      sql` or `,
    )} order by id limit ${batch} for update`.execute(db)
  if (rows.length === 0) return 0
  const anew = JSON.stringify(rows.map((row) => reencrypted(record, row, columns, vault)))
  await sql`update ${table} t set ${list(columns, (name) => `${quote(name)} = n.${quote(name)}`)},
      recorded_at = ${now()}, recorded_by = ${actor.id}
    from jsonb_to_recordset(${anew}::jsonb) as n(id text, ${list(columns, (name) => `${quote(name)} text`)})
    where t.id = n.id`.execute(db)
  await changed(
    record.id,
    rows.map(({ id }) => id),
  )
  return rows.length
}

type Stored = Readonly<Record<string, string | null>> & { readonly id: string }

function reencrypted(
  record: RecordDefinition,
  row: Stored,
  columns: readonly string[],
  vault: Vault,
): Record<string, string | null> {
  const values = columns.map((column) => {
    const [at, value] = [{ record: record.id, column, row: row.id }, row[column] ?? null]
    return [column, value === null ? null : vault.encrypt(vault.decrypt(value, at), at)]
  })
  return { id: row.id, ...Object.fromEntries(values) }
}

const list = (columns: readonly string[], write: (name: string) => string): RawBuilder<unknown> =>
  sql.raw(columns.map(write).join(', '))
