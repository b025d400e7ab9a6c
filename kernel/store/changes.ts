import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { checkValues } from './check.ts'
import { quote, tableName } from './ddl.ts'
import { faultPoint } from './fault.ts'
import { historyOf, type Image, versionOf } from './history/index.ts'
import { encrypted, masked } from './personal/columns.ts'
import type { RecordDefinition } from './record.ts'
import { getRow, insertRows } from './rows.ts'

/** Checks and inserts one row, and tells open screens. @returns the row as stored, personal values masked. */
export const createRow = (
  outer: Context,
  record: RecordDefinition,
  values: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> =>
  outer.transaction(async (context) => {
    const checked = checkValues(record, values)
    const id = context.newId()
    faultPoint('statement-sent')
    await insertRows(context.db, record, [{ ...checked, id }], {
      actor: context.actor,
      now: context.now(),
      newId: context.newId,
      vault: context.vault,
    }).catch(tellDuplicate(record))
    faultPoint('statement-done')
    await context.changed(record.id, [id])
    return (await getRow(context.db, record, id, { vault: context.vault })) ?? {}
  })

/**
 * Changes some columns of one row.
 * @param seen the version that the editor had before them (`versionOf`); when the row has moved on since, nothing
 *   is changed. Left out by code that holds the row's lock itself.
 * @throws GaoxinError RECORD_NOT_FOUND, RECORD_VALUE, RECORD_EXISTS, RECORD_LIMIT, RECORD_CHANGED (its value: who changed what)
 */
export const updateRow = (
  outer: Context,
  record: RecordDefinition,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  seen?: number,
): Promise<Record<string, unknown>> =>
  outer.transaction(async (context) => {
    if (seen !== undefined) await refuseIfChanged(context, record, id, seen)
    const values = encrypted(record, checkValues(record, patch, true), id, context.vault)
    const sets = Object.entries(values).map(([name, value]) => {
      const data = record.columns[name]?.kind === 'data' ? JSON.stringify(value) : value
      return sql`${sql.raw(quote(name))} = ${data}`
    })
    faultPoint('statement-sent')
    const { rows } = await sql<Record<string, unknown>>`update ${sql.raw(tableName(record.id))}
      set ${sql.join([...sets, sql`recorded_at = ${context.now()}`, sql`recorded_by = ${context.actor.id}`])}
      where id = ${id} returning *`
      .execute(context.db)
      .catch(tellDuplicate(record))
    const row = rows[0]
    if (!row) throw notFound(record, id)
    faultPoint('statement-done')
    await context.changed(record.id, [id])
    return masked(record, row, context.vault)
  })

/**
 * Takes one row away; the history keeps what it was.
 * @param referring columns of other records that point at this one: a row that is referred to stays
 * @throws GaoxinError RECORD_NOT_FOUND, RECORD_CHANGED, RECORD_REFERRED (its value: by rows of which record)
 */
export const removeRow = (
  outer: Context,
  record: RecordDefinition,
  id: string,
  referring: readonly Referring[],
  seen?: number,
): Promise<void> =>
  outer.transaction(async (context) => {
    if (seen !== undefined) await refuseIfChanged(context, record, id, seen)
    for (const { from, column } of referring) {
      const { rows } = await sql`select from ${sql.raw(tableName(from.id))}
        where ${sql.raw(quote(column))} = ${id} limit 1`.execute(context.db)
      if (rows.length > 0) throw referred(record, from)
    }
    const { rows } =
      await sql`delete from ${sql.raw(tableName(record.id))} where id = ${id} returning id`.execute(
        context.db,
      )
    if (rows.length === 0) throw notFound(record, id)
    await context.changed(record.id, [id])
  })

/** A column of another record whose values are ids of this one's rows. */
export interface Referring {
  readonly from: RecordDefinition
  readonly column: string
}

async function refuseIfChanged(
  { db, vault }: Context,
  record: RecordDefinition,
  id: string,
  seen: number,
): Promise<void> {
  // The lock makes a second editor wait for the first one's commit, whose change is then seen here.
  await sql`select from ${sql.raw(tableName(record.id))} where id = ${id} for update`.execute(db)
  if ((await versionOf(db, record, id)) === seen) return
  const since = (await historyOf(db, record, id)).filter(({ seq }) => seq > seen)
  const shown = (image: Image | null | undefined) => (image ? masked(record, image, vault) : null)
  const theirs = { base: shown(since.at(-1)?.before), now: shown(since[0]?.after), by: since[0]?.actor }
  throw new GaoxinError(
    'RECORD_CHANGED',
    text('这条记录在您打开之后被别人改过', 'Somebody changed this row after you opened it'),
    text('请核对双方的改动后再保存', 'Compare both changes, then save again'),
    { place: record.id, value: theirs, status: 409 },
  )
}

/** A unique key that is taken already, or a limit that the table keeps, as a person is told of it; anything else stays what it is. */
export const tellDuplicate =
  (record: RecordDefinition) =>
  (error: unknown): never => {
    const { code } = error as { code?: string }
    throw code === '23505' ? exists(record, error) : code === '23514' ? overLimit(record, error) : error
  }

export const notFound = (record: RecordDefinition, id: string) =>
  new GaoxinError(
    'RECORD_NOT_FOUND',
    text(`没有这条${record.name.zh}`, `No such row of ${record.name.en}`),
    text('请从列表重新打开', 'Open it again from the list'),
    { place: record.id, value: id, status: 404 },
  )

const exists = (record: RecordDefinition, cause: unknown) =>
  new GaoxinError(
    'RECORD_EXISTS',
    text(`同样的${record.name.zh}已经登记过`, `The same row of ${record.name.en} exists already`),
    text('请打开已有的记录修改', 'Open the existing one and change it'),
    { place: record.id, cause, status: 409 },
  )

const overLimit = (record: RecordDefinition, cause: unknown) =>
  new GaoxinError(
    'RECORD_LIMIT',
    text(`这样改会使${record.name.zh}的数不成立`, `The numbers of ${record.name.en} would not hold`),
    text(
      '请核对相关的数，例如预算不能小于已承诺',
      'Check them, such as a budget that is below what is committed',
    ),
    { place: record.id, value: (cause as { constraint?: string }).constraint, cause, status: 409 },
  )

const referred = (record: RecordDefinition, by: RecordDefinition) =>
  new GaoxinError(
    'RECORD_REFERRED',
    text(
      `这条${record.name.zh}还被${by.name.zh}引用，不能删除`,
      `This row of ${record.name.en} is referred to by ${by.name.en} and cannot be removed`,
    ),
    text('请先改掉引用它的记录', 'Change the rows that refer to it first'),
    { place: record.id, value: by.id, status: 409 },
  )
