import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { tellDuplicate } from '../store/changes.ts'
import { quote, SQL_TYPES, tableName } from '../store/ddl.ts'
import { checkValues, type Database, type RecordDefinition, valuesError } from '../store/index.ts'
import { type Choice, condition } from '../store/rows.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { checkForm } from './edit.ts'
import { findableBy, type Permit } from './grants.ts'
import { countVerdicts, judgeRows, type Refusal, VERDICTS } from './verdicts.ts'

/** One change of many rows: looked at first, then written by one statement, and undone as a whole (`undo.ts`). */

/** Rows of one bulk edit at most; more is the work of an import. */
export const MOST_ROWS = 100_000
/** Rows that a preview shows. */
const SHOWN = 20

export interface BulkEdit {
  /** Rows by id, or all that the filters leave. */
  readonly rows: { readonly ids: readonly string[] } | Pick<Choice, 'filter' | 'search' | 'asOf'>
  readonly values: Readonly<Record<string, unknown>>
}

export interface BulkPermits {
  /** Which rows may be chosen and seen. */
  readonly read: Permit
  /** Which of them may be changed, and in which columns. */
  readonly change: Permit
}

export interface BulkPreview {
  /** Rows chosen: those that change, those that are so already, and those that are refused. */
  readonly matching: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: readonly {
    readonly reason: Refusal
    readonly rows: number
    readonly ids: readonly string[]
  }[]
  readonly sample: readonly { readonly id: string; readonly before: Readonly<Record<string, unknown>> }[]
  /** Stands for what was looked at; the write brings it back. */
  readonly token: string
}

/** @throws GaoxinError RECORD_VALUES, BULK_TOO_MANY */
export const previewBulk = (
  outer: Context,
  record: RecordDefinition,
  permits: BulkPermits,
  edit: BulkEdit,
): Promise<BulkPreview> =>
  outer.transaction(async (context) => {
    const { values, ...seen } = await look(context, record, permits, edit, false)
    const names = sql.raw(
      Object.keys(values)
        .map((name) => `t.${quote(name)}`)
        .join(', '),
    )
    const { rows } = await sql<Record<string, unknown> & { id: string }>`select t.id, ${names}
      from ${sql.raw(tableName(record.id))} t join ${VERDICTS} v on v.id = t.id
      where v.verdict = 'ok' order by t.id limit ${SHOWN}`.execute(context.db)
    return { ...seen, sample: rows.map(({ id, ...before }) => ({ id, before })) }
  })

/**
 * Writes what was previewed; rows that were refused there stay as they are.
 * @returns how many rows changed, and the transaction by which they can be changed back
 * @throws GaoxinError RECORD_VALUES, BULK_TOO_MANY, BULK_CHANGED when anything is not as it was previewed
 */
export const writeBulk = (
  outer: Context,
  record: RecordDefinition,
  permits: BulkPermits,
  edit: BulkEdit & { readonly token: string; readonly why: string },
): Promise<{ changed: number; transaction: string }> =>
  outer.transaction(async (context) => {
    const { token, values, changed } = await look(context, record, permits, edit, true)
    if (token !== edit.token) throw movedOn(record)
    const sets = Object.entries(values).map(
      ([name, value]) => sql`${sql.raw(quote(name))} = ${typed(record, name, value)}`,
    )
    const { rows } = await sql<{ id: string }>`update ${sql.raw(tableName(record.id))} t
      set ${sql.join([...sets, sql`recorded_at = ${context.now()}`, sql`recorded_by = ${context.actor.id}`])}
      from ${VERDICTS} v where v.id = t.id and v.verdict = 'ok' returning t.id`
      .execute(context.db)
      .catch(tellDuplicate(record))
    if (rows.length !== changed) throw movedOn(record)
    if (changed > 0)
      await context.changed(
        record.id,
        rows.slice(0, 100).map(({ id }) => id),
      )
    return { changed, transaction: await transactionOf(context.db) }
  }, edit.why)

/** Judges every chosen row. @param lock keeps them as they are until the transaction ends */
async function look(
  context: Context,
  record: RecordDefinition,
  { read, change }: BulkPermits,
  edit: BulkEdit,
  lock: boolean,
): Promise<Omit<BulkPreview, 'sample'> & { readonly values: Readonly<Record<string, unknown>> }> {
  const values = await checkChange(context, change.record, edit.values)
  const chosen =
    'ids' in edit.rows
      ? sql`id = any(${[...edit.rows.ids]}::text[]) and ${read.where ?? sql`true`}`
      : condition(read.record, {
          ...edit.rows,
          where: read.where,
          vault: context.vault,
          findable: findableBy(record, context.actor),
        })
  const set = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typed(record, name, value)] as const),
  )
  const matching = await judgeRows(context.db, record, {
    chosen,
    may: change.where,
    set,
    lock,
    most: MOST_ROWS + 1,
  })
  if (matching > MOST_ROWS) throw tooMany(record)
  const { print, ...counts } = await countVerdicts(context.db)
  const told = [record.id, context.actor.id, Object.entries(values).sort(), counts.changed, print]
  const token = createHash('sha256').update(JSON.stringify(told)).digest('base64url')
  return { matching, ...counts, token, values }
}

/** Kinds whose values are each row's own. */
const OWN_KINDS: ReadonlySet<string> = new Set(['data', 'place'])

/** @throws GaoxinError RECORD_VALUES: what tells of a person, structured data and places are each row's own */
async function checkChange(
  context: Context,
  record: RecordDefinition,
  given: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const own = Object.keys(given).filter(
    (name) => record.columns[name]?.personal || OWN_KINDS.has(record.columns[name]?.kind ?? ''),
  )
  const [one] = Object.keys(given)
  if (own.length > 0 || one === undefined)
    throw valuesError(
      record,
      (own.length > 0 ? own : [record.title]).map((column) => ({
        column,
        says: text('这一栏不能批量修改', 'This column cannot be changed in bulk'),
        remedy: text('请选另一栏，或逐条修改', 'Choose another column, or change the rows one by one'),
      })),
    )
  await checkForm(context, record, given, true)
  return checkValues(record, given, true)
}

const typed = (record: RecordDefinition, name: string, value: unknown): RawBuilder<unknown> =>
  sql`cast(${value ?? null} as ${sql.raw(SQL_TYPES[record.columns[name]?.kind ?? 'text'])})`

export async function transactionOf(db: Database): Promise<string> {
  const { rows } = await sql<{ tx: string }>`select current_setting('gaoxin.tx') as tx`.execute(db)
  return rows[0]?.tx ?? ''
}

const movedOn = (record: RecordDefinition) =>
  new GaoxinError(
    'BULK_CHANGED',
    text('预览之后有记录被改动，没有写入任何一行', 'Rows changed since the preview; nothing was written'),
    text('请重新预览后再确认', 'Preview again, then confirm'),
    { place: record.id, status: 409 },
  )

const tooMany = (record: RecordDefinition) =>
  new GaoxinError(
    'BULK_TOO_MANY',
    text(`一次最多修改 ${MOST_ROWS} 行`, `At most ${MOST_ROWS} rows change at once`),
    text('请用筛选缩小范围，或用导入', 'Narrow the list by filters, or use an import'),
    { place: record.id, status: 422 },
  )
