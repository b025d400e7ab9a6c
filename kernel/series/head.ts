import { type RawBuilder, sql } from 'kysely'
import { binaryArray } from '../store/copied.ts'
import type { Database } from '../store/database.ts'
import type { Before, Rules } from './flags.ts'
import { type Bucket, bucketOf, LEVELS } from './levels.ts'
import { type Newest, readNewest, writeNewest } from './newest.ts'

/** A series as the writing of a batch knows it; its head moves on with the batch. */
export interface Loaded {
  readonly id: number
  readonly quantity: number
  /** Whether minutes are rolled up. */
  readonly minutes: boolean
  readonly rules: Rules
  /** Undefined before the first reading. */
  head: Head | undefined
  /** Whether a head of it is kept already. */
  isKept: boolean
  /** How many readings that one is behind. */
  behind: number
  /** Whether the readings after that one no longer say where the series stands. */
  isDue: boolean
}

/** Where a series stands: its newest reading, and the buckets that it falls in, a level each. */
export interface Head extends Before {
  flags: number
  readonly open: Bucket[]
}

/** Levels of `LEVELS` that a series is rolled up to; of others the open bucket is kept and never read. */
export const isRolledUp = ({ minutes }: Pick<Loaded, 'minutes'>, level: number): boolean =>
  level > 0 || minutes

type Row = Record<string, number | null> & {
  readonly id: number
  readonly quantity: number
  readonly minutes: boolean
  readonly at: number | null
}

const BUCKETS = ['minute', 'hour', 'day'] as const

/** What the last batch that this program wrote knew of series, and the token that it left. */
export interface Known {
  readonly token: string
  readonly series: Map<number, Loaded>
  readonly newest: Newest
}
const nothing = (): Known => ({ token: '', series: new Map(), newest: new Map() })
/** Whoever writes takes it, and puts it back when all is written: of what fails half-way nothing is known. */
let known = nothing()
/** So many readings are added up at most to learn where a series stands. */
const MOST_BEHIND = 30
/** So many are kept in memory. */
const MOST_KNOWN = 200_000

/**
 * Series by id, with the rules that hold for each; what nobody else wrote since is known. The caller holds the lock of
 * writing, and ends with `saveHeads`.
 */
export async function loadSeries(db: Database, ids: readonly number[]): Promise<Known> {
  const taken = known
  known = nothing()
  const { rows } = await sql<{ token: string }>`select token from series.writing`.execute(db)
  const isOurs = rows[0]?.token === taken.token && taken.series.size < MOST_KNOWN
  const found = isOurs ? taken : nothing()
  const missing = ids.filter((id) => !found.series.has(id))
  if (missing.length > 0) {
    for (const one of await readSeries(db, missing)) found.series.set(one.id, one)
    await readNewest(db, found.newest, missing)
  }
  return found
}

async function readSeries(db: Database, ids: readonly number[]): Promise<readonly Loaded[]> {
  const { rows } = await sql<Row>`select s.id, s.quantity, s.minutes, coalesce(s.every, q.every) as every,
      coalesce(s.low, q.low) as low, coalesce(s.high, q.high) as high, coalesce(s.rate, q.rate) as rate,
      coalesce(s.stuck, q.stuck) as stuck, ${sql.raw(HEAD)}
    from series.series s join series.quantities q on q.number = s.quantity
      left join series.standing h on h.series = s.id
    where s.id = any(${arrayOf(ids)}::int[])`.execute(db)
  return rows.map(loaded)
}

const MS = (column: string) => `(extract(epoch from h.${column}) * 1000)::float8 as ${column}`
const HEAD = [
  MS('at'),
  MS('since'),
  'h.behind',
  'h.value',
  'h.flags',
  ...BUCKETS.flatMap((name) => ['min', 'max', 'sum', 'count', 'good'].map((part) => `h.${name}_${part}`)),
].join(', ')

function loaded(row: Row): Loaded {
  const { id, quantity, minutes, at } = row
  const rule = (name: 'low' | 'high' | 'rate' | 'stuck') =>
    row[name] === null ? {} : { [name]: row[name] as number }
  const number = (name: string) => row[name] as number
  return {
    id,
    quantity,
    minutes,
    isKept: at !== null,
    behind: row.behind ?? 0,
    isDue: false,
    rules: { every: number('every'), ...rule('low'), ...rule('high'), ...rule('rate'), ...rule('stuck') },
    head:
      at === null
        ? undefined
        : {
            at,
            value: number('value'),
            since: number('since'),
            flags: number('flags'),
            open: BUCKETS.map((name, level) => ({
              at: bucketOf((LEVELS[level] as (typeof LEVELS)[number]).span, at),
              min: number(`${name}_min`),
              max: number(`${name}_max`),
              sum: number(`${name}_sum`),
              count: number(`${name}_count`),
              good: number(`${name}_good`),
              last: number('value'),
            })),
          },
  }
}

/** An array as the database reads it; numbers need no quotes. */
export const arrayOf = (values: readonly number[]): string => `{${values.join(',')}}`

const COLUMNS: readonly (readonly [
  name: string,
  type: 'int2' | 'int4' | 'float8',
  of: (head: Head) => number,
])[] = [
  ['at', 'float8', ({ at }) => at],
  ['value', 'float8', ({ value }) => value],
  ['flags', 'int2', ({ flags }) => flags],
  ['since', 'float8', ({ since }) => since],
  ...BUCKETS.flatMap((name, level) =>
    (['min', 'max', 'sum', 'count', 'good'] as const).map(
      (part) =>
        [
          `${name}_${part}`,
          part === 'count' || part === 'good' ? 'int4' : 'float8',
          ({ open }: Head) => (open[level] as Bucket)[part],
        ] as const,
    ),
  ),
]
const NAMES = COLUMNS.map(([name]) => name)
const FROM = NAMES.map((name) =>
  name === 'at' || name === 'since' ? `to_timestamp(u.${name} / 1000)` : `u.${name}`,
)

/**
 * Keeps where these series stand now. A head is left as it is while the few readings after it say the rest: of a batch with
 * one reading of each series it would cost more than the readings.
 * @param all what was loaded
 */
export async function saveHeads(db: Database, all: Known, moved: readonly Loaded[]): Promise<void> {
  const due = moved.filter(({ isKept, isDue, behind }) => !isKept || isDue || behind >= MOST_BEHIND)
  await write(
    db,
    due.filter(({ isKept }) => !isKept),
    (names, values, from) => sql`
    insert into series.heads (series, ${names}) select u.series, ${values} from ${from}`,
  )
  await write(
    db,
    due.filter(({ isKept }) => isKept),
    (names, values, from) => sql`
    update series.heads h set (${names}) = row(${values}) from ${from} where h.series = u.series`,
  )
  for (const one of due) Object.assign(one, { isKept: true, isDue: false, behind: 0 })
  await writeNewest(db, all.newest, moved)
  const { rows } = await sql<{ token: string }>`update series.writing set token = gen_random_uuid()
    returning token`.execute(db)
  known = { ...all, token: rows[0]?.token ?? '' }
}

async function write(
  db: Database,
  series: readonly Loaded[],
  statement: (
    names: RawBuilder<unknown>,
    values: RawBuilder<unknown>,
    from: RawBuilder<unknown>,
  ) => RawBuilder<unknown>,
): Promise<void> {
  const heads = series.flatMap(({ id, head }) => (head ? [{ id, head }] : []))
  if (heads.length === 0) return
  const arrays = [
    sql`${binaryArray(
      'int4',
      heads.map(({ id }) => id),
    )}::int4[]`,
    ...COLUMNS.map(
      ([, type, of]) =>
        sql`${binaryArray(
          type,
          heads.map(({ head }) => of(head)),
        )}::${sql.raw(type)}[]`,
    ),
  ]
  const names = sql.raw(NAMES.join(', '))
  await statement(
    names,
    sql.raw(FROM.join(', ')),
    sql`unnest(${sql.join(arrays)}) as u(series, ${names})`,
  ).execute(db)
}
