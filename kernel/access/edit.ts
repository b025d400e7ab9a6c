import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { quote, tableName } from '../store/ddl.ts'
import { recordOf } from '../store/exchange/lookups.ts'
import {
  type ColumnProblem,
  checkValues,
  createRow,
  notFound,
  problemsOf,
  type RecordDefinition,
  type Referring,
  removeRow,
  updateRow,
  valuesError,
} from '../store/index.ts'
import { comparable, encrypted } from '../store/personal/columns.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { type Permit, permitFor } from './grants.ts'

/** Rows as a person writes them: what their grants allow, and no more. Each is one transaction. */

type Values = Readonly<Record<string, unknown>>

/** @returns the id of the new row. @throws GaoxinError RECORD_VALUES, RECORD_EXISTS, FORBIDDEN */
export const createPermitted = (
  outer: Context,
  record: RecordDefinition,
  permit: Permit,
  values: Values,
  why?: string,
): Promise<string> =>
  outer
    .transaction(async (context) => {
      await checkForm(context, permit.record, values)
      const id = String((await createRow(context, record, values)).id)
      await mustBeWithin(context, record, permit, id)
      return id
    }, why)
    .catch(tellTwin(outer, record, values))

/** @throws GaoxinError RECORD_VALUES, RECORD_EXISTS, RECORD_CHANGED, RECORD_NOT_FOUND, FORBIDDEN */
export const changePermitted = (
  outer: Context,
  record: RecordDefinition,
  permit: Permit,
  id: string,
  { values, seen, why }: { values: Values; seen: number; why?: string | undefined },
): Promise<void> =>
  outer
    .transaction(async (context) => {
      await mustBeWithin(context, record, permit, id)
      await checkForm(context, permit.record, values, true)
      await updateRow(context, record, id, values, seen)
      await mustBeWithin(context, record, permit, id)
    }, why)
    .catch(tellTwin(outer, record, values, id))

/** @throws GaoxinError RECORD_CHANGED, RECORD_REFERRED, RECORD_NOT_FOUND, FORBIDDEN */
export const removePermitted = (
  outer: Context,
  record: RecordDefinition,
  permit: Permit,
  id: string,
  { seen, why }: { seen?: number | undefined; why?: string | undefined },
): Promise<void> =>
  outer.transaction(async (context) => {
    await mustBeWithin(context, record, permit, id)
    await removeRow(context, record, id, referringTo(context, record), seen)
  }, why)

/** Columns of the zone's systems that point at a record. */
export const referringTo = ({ systems }: Pick<Context, 'systems'>, { id }: RecordDefinition): Referring[] =>
  systems
    .flatMap(({ records }) => records)
    .flatMap((from) =>
      Object.entries(from.columns).flatMap(([column, { kind, record, personal }]) =>
        !personal &&
        ((kind === 'reference' && record === id) || (kind === 'office' && id === 'access.offices'))
          ? [{ from, column }]
          : [],
      ),
    )

/**
 * Everything that is wrong with what a form holds, the rows and offices that it names included.
 * @throws GaoxinError RECORD_VALUES
 */
export async function checkForm(
  context: Context,
  record: RecordDefinition,
  values: Values,
  partial = false,
): Promise<void> {
  const wrong = problemsOf(record, values, partial)
  const columns = new Set(wrong.map(({ column }) => column))
  const absent: ColumnProblem[] = []
  for (const name of Object.keys(values))
    if (!columns.has(name) && !(await isThere(context, record, name, values[name])))
      absent.push({
        column: name,
        says: text('没有所引用的这一条', 'What it refers to does not exist'),
        remedy: text('请从列表中选一条', 'Choose one from the list'),
      })
  if (wrong.length + absent.length > 0) throw valuesError(record, [...wrong, ...absent])
}

/** Whether a value that names a row names one that its writer may read; other values have nothing to look up. */
async function isThere(
  context: Context,
  { columns }: RecordDefinition,
  name: string,
  value: unknown,
): Promise<boolean> {
  const column = columns[name]
  const named =
    column?.kind === 'office' ? 'access.offices' : column?.kind === 'reference' ? column.record : undefined
  if (!named || value === null || value === undefined) return true
  const target = recordOf(context, named)
  const permit = target && permitFor(target, context.actor, 'read')
  if (!permit) return false
  const { rows } = await sql`select from ${sql.raw(tableName(named))}
    where id = ${value} and ${permit.where ?? sql`true`}`.execute(context.db)
  return rows.length > 0
}

/** That a row is there already is told to whoever may read it; of others, as of all out of reach, nothing is. */
const tellTwin =
  (context: Context, record: RecordDefinition, values: Values, id = '') =>
  async (error: unknown): Promise<never> => {
    if ((error as { code?: string }).code !== 'RECORD_EXISTS') throw error
    const read = permitFor(record, context.actor, 'read')
    if (read && !read.where) throw error
    const table = sql.raw(tableName(record.id))
    const { rows } = await sql<Values>`select * from ${table} where id = ${id}`.execute(context.db)
    const meant = {
      ...rows[0],
      ...encrypted(record, checkValues(record, values, true), id, context.vault),
    } as Values
    const same = (record.unique ?? []).map((names) => {
      const equal = names.map((name) => {
        const column = comparable(record, name)
        return sql`${sql.raw(quote(column))} = ${meant[column] ?? null}`
      })
      return sql`(${sql.join(equal, sql` and `)})`
    })
    const { rows: twins } = await sql`select from ${table} where id <> ${id}
      and (${sql.join(same, sql` or `)}) and ${read?.where ?? sql`false`}`.execute(context.db)
    throw twins.length > 0 ? error : denied()
  }

/** @throws GaoxinError FORBIDDEN, the same for a row out of reach and for none; who may reach every row is told that there is none */
async function mustBeWithin(
  { db }: Context,
  record: RecordDefinition,
  { where }: Permit,
  id: string,
): Promise<void> {
  const { rows } = await sql`select from ${sql.raw(tableName(record.id))}
    where id = ${id} and ${where ?? sql`true`}`.execute(db)
  if (rows.length === 0) throw where ? denied() : notFound(record, id)
}

/** Who may not is told so and nothing else, whatever is there. */
export const denied = () =>
  new GaoxinError(
    'FORBIDDEN',
    text('没有办理权限', 'You may not do this'),
    text('请换有权限的身份，或联系本单位管理员', 'Act as somebody who may, or ask your administrator'),
    { status: 403 },
  )
