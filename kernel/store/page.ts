import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import type { Database } from './database.ts'
import { quote } from './ddl.ts'
import { known } from './history/read.ts'
import { type Order, orderBy, orderOf } from './order.ts'
import { NO_VAULT } from './personal/cipher.ts'
import { masked } from './personal/columns.ts'
import { allColumns, type RecordDefinition } from './record.ts'
import { type Choice, condition, listedColumns, selection } from './rows.ts'

/** A page of a listing, found by the row that it follows or precedes: as fast at the end as at the beginning. */
export interface PageOptions extends Choice {
  readonly limit: number
  /** Rows to leave out, where no cursor is given. */
  readonly offset?: number
  /** The cursor of the row before the page, or of the one after it. */
  readonly after?: string | undefined
  readonly before?: string | undefined
}

export interface Page {
  readonly rows: readonly Record<string, unknown>[]
  /** Cursors for the pages around; null where there is none. */
  readonly next: string | null
  readonly previous: string | null
}

/** What a cursor says: the value that its row is ordered by, as text, and its id. */
type Cursor = readonly [string | null, string]
const cursor = z.tuple([z.string().max(2000).nullable(), z.string().max(500)])

const written = (at: Cursor): string => Buffer.from(JSON.stringify(at)).toString('base64url')

/** @throws GaoxinError LIST_CURSOR */
function read(given: string): Cursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(given, 'base64url').toString()))
  } catch (cause) {
    throw new GaoxinError(
      'LIST_CURSOR',
      text('翻页位置无效', 'The place in the list is not valid'),
      text('请从第一页重新打开', 'Open the list from its first page'),
      { cause, status: 422 },
    )
  }
}

/** @throws GaoxinError LIST_CURSOR */
export async function pageOf(db: Database, record: RecordDefinition, options: PageOptions): Promise<Page> {
  const { limit, offset = 0, after, before } = options
  const order = orderOf(record, options)
  const from = after ?? before
  const found =
    from === undefined && offset > 0
      ? await run(db, sql`${selection(record, options, at(order))} limit ${limit + 1} offset ${offset}`)
      : await walk(db, record, options, order, from === undefined ? undefined : read(from))
  const backward = before !== undefined && after === undefined
  const more = found.length > limit
  const shown = found.slice(0, limit)
  if (backward) shown.reverse()
  const [first, last] = [shown[0], shown.at(-1)]
  const mark = (row: Found | undefined) => (row ? written([row.gx_at, row.id]) : null)
  return {
    rows: shown.map(({ gx_at: _, ...row }) => masked(record, row, options.vault ?? NO_VAULT)),
    next: backward || more ? mark(last) : null,
    previous: (backward ? more : after !== undefined || offset > 0) ? mark(first) : null,
  }
}

type Found = Record<string, unknown> & { readonly id: string; readonly gx_at: string | null }

const run = async (db: Database, query: RawBuilder<unknown>): Promise<Found[]> =>
  (await (query as RawBuilder<Found>).execute(db)).rows

const at = ({ by }: Order): RawBuilder<unknown> => (by ? sql`(${by})::text as gx_at` : sql`null as gx_at`)

/**
 * Reads stretches that an index has in one piece, those with a value and those without, until the page is full. One
 * row more than the page says whether there is another page.
 */
async function walk(
  db: Database,
  record: RecordDefinition,
  options: PageOptions,
  order: Order,
  from: Cursor | undefined,
): Promise<Found[]> {
  const backward = options.before !== undefined && options.after === undefined
  const stretches = order.optional ? [true, false] : [true]
  if (backward) stretches.reverse()
  const found: Found[] = []
  for (const valued of stretches) {
    const wanted = options.limit + 1 - found.length
    const bound = beyond(order, valued, from, backward)
    if (wanted === 0 || bound === undefined) continue
    found.push(
      ...(await run(db, sql`${stretch(record, options, order, valued, bound, backward)} limit ${wanted}`)),
    )
  }
  return found
}

function stretch(
  record: RecordDefinition,
  options: PageOptions,
  order: Order,
  valued: boolean,
  bound: RawBuilder<unknown>,
  backward: boolean,
): RawBuilder<unknown> {
  const there =
    order.optional && order.by ? sql`${order.by} is ${sql.raw(valued ? 'not null' : 'null')}` : sql`true`
  const way = { ...order, descending: order.descending !== backward, optional: false }
  return sql`select ${sql.raw(listedColumns(record).map(quote).join(', '))}, ${at(order)}
    from ${known(record.id, options.knownOn)} t ${order.join ?? sql``}
    where ${condition(record, options)} and ${there} and ${bound}
    order by ${orderBy(valued ? way : { ...way, by: undefined })}`
}

/** The condition that a stretch begins beyond the cursor; undefined when all of it lies on the other side. */
function beyond(
  { by, type, descending, join }: Order,
  valued: boolean,
  from: Cursor | undefined,
  backward: boolean,
): RawBuilder<unknown> | undefined {
  if (!from) return sql`true`
  const [value, id] = from
  const sign = sql.raw(descending !== backward ? '<' : '>')
  if (!by) return sql`"id" ${sign} ${id}`
  if (valued !== (value !== null)) return valued === backward ? sql`true` : undefined
  if (!valued) return sql`"id" ${sign} ${id}`
  const last = sql`cast(${value} as ${sql.raw(type)})`
  // No index has a title and the id of a row that refers to it: the index of titles begins where this says.
  const begin = join ? sql`${by} ${sign}= ${last} and ` : sql``
  return sql`${begin}(${by}, "id") ${sign} (${last}, ${id})`
}

/** What is true of the whole listing: it reads every row of it, so pages do not wait for it. */
export interface Totals {
  readonly total: number
  /** Sums of the decimal columns, exact. */
  readonly sums: Readonly<Record<string, string>>
}

export async function totalsOf(db: Database, record: RecordDefinition, options: Choice): Promise<Totals> {
  const columns = allColumns(record)
  const decimals = Object.keys(columns).filter((name) => columns[name]?.kind === 'decimal')
  const wanted = [
    'count(*) as total',
    ...decimals.map((name) => `coalesce(sum(${quote(name)}), 0)::text as ${quote(name)}`),
  ].join(', ')
  const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(wanted)}
    from ${known(record.id, options.knownOn)} t where ${condition(record, options)}`.execute(db)
  const { total, ...sums } = rows[0] ?? {}
  return { total: Number(total), sums: sums as Record<string, string> }
}

export interface ListOptions extends Choice {
  readonly offset: number
  readonly limit: number
}

export interface Listing extends Totals {
  readonly rows: readonly Record<string, unknown>[]
}

/** A page and the totals together. */
export async function listRows(
  db: Database,
  record: RecordDefinition,
  options: ListOptions,
): Promise<Listing> {
  const totals = await totalsOf(db, record, options)
  return { ...totals, rows: (await pageOf(db, record, options)).rows }
}
