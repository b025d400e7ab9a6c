import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import type { Column } from './column.ts'
import type { Database } from './database.ts'
import { quote, tableName } from './ddl.ts'
import { known } from './history/read.ts'
import { type Order, orderBy, orderOf } from './order.ts'
import { NO_VAULT } from './personal/cipher.ts'
import { masked } from './personal/columns.ts'
import { allColumns, type RecordDefinition } from './record.ts'
import { type Choice, condition, listedColumns, selection } from './rows.ts'
import { indexed, shareOf, wordOf } from './search.ts'

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
      : await find(db, record, options, order, from === undefined ? undefined : read(from))
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

/** How a page is found: along the order until it is full, or all that there is, which is then put in order. */
interface Way {
  readonly where: RawBuilder<unknown>
  /** Along the order no more rows than these are looked at. */
  readonly within?: number
  readonly sorting?: boolean
}

/** A word that fewer rows have is looked up; the rows of a more frequent one are met soon along an order. */
const RARE = 0.01
/** Above this, reading rows one after the other meets enough of them before the index has told all of its own. */
const COMMON = 0.2
const FAR = 20_000

/**
 * A search in a large list is told by a sample how frequent its word is. Neither way is right for all: along the order a
 * rare word is met after a million rows, and all rows of a frequent one take long to put in order. Along the order goes
 * no further than it should have to, since the rows of a word may all stand at the other end of it.
 */
async function find(
  db: Database,
  record: RecordDefinition,
  options: PageOptions,
  order: Order,
  from: Cursor | undefined,
): Promise<Found[]> {
  const where = condition(record, options)
  const word = searchedIn(record, options)
  if (!word) return walk(db, record, options, order, from, { where })
  const share = await shareOf(db, record, where)
  const known = indexed(record, word)
  if (share >= RARE && order.indexed) {
    const within = Math.min(FAR, Math.ceil((4 * (options.limit + 1)) / share))
    const found = await walk(db, record, options, order, from, { where, within })
    if (found.length > options.limit) return found
  }
  const looked = known && (share < COMMON || order.indexed) ? sql`${where} and ${known}` : where
  return walk(db, record, options, order, from, { where: looked, sorting: true })
}

/** The word of a search that a sample and an index may serve: in a large record as it is now. */
const searchedIn = ({ searched }: RecordDefinition, { search, knownOn }: Choice): string | undefined =>
  searched && knownOn === undefined ? wordOf(search) : undefined

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
  way: Way,
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
      ...(await run(
        db,
        sql`${stretch(record, options, order, way, { valued, bound, backward })} limit ${wanted}`,
      )),
    )
    // Of a stretch that was not looked at to its end nobody knows whether the next one's turn has come.
    if (way.within !== undefined && found.length <= options.limit) break
  }
  return found
}

interface Stretch {
  readonly valued: boolean
  readonly bound: RawBuilder<unknown>
  readonly backward: boolean
}

function stretch(
  record: RecordDefinition,
  { knownOn }: PageOptions,
  order: Order,
  { where, within, sorting }: Way,
  { valued, bound, backward }: Stretch,
): RawBuilder<unknown> {
  const { by, join = sql``, descending } = order
  const shown = sql`select ${sql.raw(listedColumns(record).map(quote).join(', '))}, ${at(order)}`
  const table = sql`${known(record.id, knownOn)} t ${join}`
  const there = order.optional && by ? sql`${by} is ${sql.raw(valued ? 'not null' : 'null')}` : sql`true`
  const along = orderBy({
    by: valued ? by : undefined,
    descending: descending !== backward,
    optional: false,
    ...(sorting ? { apart: true } : {}),
  })
  if (within === undefined)
    return sql`${shown} from ${table} where ${where} and ${there} and ${bound} order by ${along}`
  const titles = order.join ? sql`, gx_title` : sql``
  return sql`${shown} from (
    select t.*${titles} from ${table} where ${there} and ${bound} order by ${along} limit ${within}
    ) t where ${where} order by ${along}`
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
  /** True when a search in a large list finds more than `total`; nothing is summed then. */
  readonly atLeast?: boolean
  /** Sums of the decimal columns of which a sum says something, exact. */
  readonly sums: Readonly<Record<string, string>>
}

const isSummed = (column: Column | undefined) => column?.kind === 'decimal' && column.total !== false

export async function totalsOf(db: Database, record: RecordDefinition, options: Choice): Promise<Totals> {
  const columns = allColumns(record)
  const decimals = Object.keys(columns).filter((name) => isSummed(columns[name]))
  const wanted = [
    // No column begins with a capital, so this name is nobody's: a record may well have a column `total`.
    'count(*) as "Rows"',
    ...decimals.map((name) => `coalesce(sum(${quote(name)}), 0)::text as ${quote(name)}`),
  ].join(', ')
  const searched = searchedIn(record, options) !== undefined
  const from = searched
    ? await countable(db, record, options)
    : sql`${known(record.id, options.knownOn)} t where ${condition(record, options)}`
  const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(wanted)} from ${from}`.execute(db)
  const { Rows: total, ...sums } = rows[0] ?? {}
  if (searched && Number(total) > COUNTED) return { total: COUNTED, atLeast: true, sums: {} }
  return { total: Number(total), sums: sums as Record<string, string> }
}

/** Rows that a search in a large list counts; one more tells that there are more. */
const COUNTED = 10_000

async function countable(
  db: Database,
  record: RecordDefinition,
  options: Choice,
): Promise<RawBuilder<unknown>> {
  const where = condition(record, options)
  const known = indexed(record, searchedIn(record, options) ?? '')
  const looked = known && (await shareOf(db, record, where)) < COMMON ? sql`${where} and ${known}` : where
  return sql`(select * from ${sql.raw(tableName(record.id))} t where ${looked} limit ${COUNTED + 1}) t`
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
