import { sql } from 'kysely'
import { reveals } from '../../access/reveals.ts'
import { GaoxinError } from '../../errors.ts'
import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import { notFound } from '../changes.ts'
import { quote, tableName } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'
import { insertRows } from '../rows.ts'

/**
 * The plain value of one personal column of one row. Who asked for what, when and why is kept before it is handed
 * out: the value leaves only when that has been committed, so this begins a transaction of its own.
 * @returns null where the row holds none
 * @throws GaoxinError REVEAL_REASON, REVEAL_COLUMN, RECORD_NOT_FOUND, or what `Vault.decrypt` throws
 */
export function reveal(
  outer: Context,
  record: RecordDefinition,
  id: string,
  column: string,
  reason: string,
): Promise<string | null> {
  // Inside another transaction the note could still be undone, after the value has gone out.
  if (outer.db.isTransaction) throw new Error('reveal is called outside transactions')
  const why = reason.trim()
  return outer.transaction(async (context) => {
    if (why === '' || why.length > 500) throw noReason(record, column)
    if (!record.columns[column]?.personal) throw notPersonal(record, column)
    const { rows } = await sql<{ value: string | null }>`select ${sql.raw(quote(column))} as value
      from ${sql.raw(tableName(record.id))} where id = ${id}`.execute(context.db)
    if (!rows[0]) throw notFound(record, id)
    const { value } = rows[0]
    if (value === null) return null
    const plain = context.vault.decrypt(value, { record: record.id, column, row: id })
    const note = { record: record.id, row_id: id, column_name: column, reason: why }
    await insertRows(context.db, reveals, [note], {
      actor: context.actor,
      now: context.now(),
      newId: context.newId,
    })
    return plain
  }, why)
}

const noReason = (record: RecordDefinition, column: string) =>
  new GaoxinError(
    'REVEAL_REASON',
    text('查看完整的个人信息须写明事由', 'Seeing a personal value in full needs a reason'),
    text('请填写事由，不超过 500 字', 'Give the reason, in at most 500 characters'),
    { place: `${record.id}.${column}`, status: 422 },
  )

const notPersonal = (record: RecordDefinition, column: string) =>
  new GaoxinError(
    'REVEAL_COLUMN',
    text('这一栏不是个人信息', 'This column holds no personal data'),
    text('请直接查看', 'Look at it directly'),
    { place: `${record.id}.${column}`, status: 422 },
  )
