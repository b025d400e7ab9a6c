import { type RawBuilder, sql } from 'kysely'
import { binaryArray } from '../store/copied.ts'
import { type CopiedRows, copyOut } from '../store/copiedOut.ts'
import type { Database } from '../store/database.ts'
import { type Before, isGood, type Rules } from './flags.ts'
import { addLater, type Bucket, bucketOf, emptyBucket, LEVELS } from './levels.ts'
import { forgetStrange, type Newest, readNewest, writeNewest } from './newest.ts'

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

const BUCKETS = ['minute', 'hour', 'day'] as const

/** What the last batch that this program wrote knew of series. */
export interface Known {
  /** Names the rules by which they are judged, as they were. */
  readonly token: string
  readonly series: Map<number, Loaded>
  readonly newest: Newest
}
const nothing = (token = ''): Known => ({ token, series: new Map(), newest: new Map() })
/** Whoever writes takes it, and puts it back when all is written: of what fails half-way nothing is known. */
let known = nothing()
/** So many readings are added up at most to learn where a series stands. */
const MOST_BEHIND = 30
/** So many are kept in memory. */
const MOST_KNOWN = 200_000

/**
 * Series by id, with the rules that hold for each; those that nobody else wrote since are known. The caller holds the lock of
 * writing, and ends with `saveHeads`.
 */
export async function loadSeries(db: Database, ids: readonly number[]): Promise<Known> {
  const found = await stillKnown(db, ids)
  const missing = ids.filter((id) => !found.series.has(id))
  if (missing.length > 0) {
    for (const one of await readSeries(db, missing)) found.series.set(one.id, one)
    await readNewest(db, found.newest, missing)
  }
  return found
}

/** The series that this program knows and nobody else wrote since, as `loadSeries` has them. */
export const knownSeries = (db: Database): Promise<Known> => stillKnown(db, [...known.series.keys()])

/** Takes what is known, without those of these series that another program wrote since. */
async function stillKnown(db: Database, ids: readonly number[]): Promise<Known> {
  const taken = known
  known = nothing()
  const { rows } = await sql<{ token: string }>`select token from series.writing`.execute(db)
  const token = rows[0]?.token ?? ''
  const found = token === taken.token && taken.series.size < MOST_KNOWN ? taken : nothing(token)
  for (const id of await forgetStrange(db, found.newest, ids)) found.series.delete(id)
  return found
}

/**
 * Where series stand: their heads, and the readings after them, which are added here as they were when they came. Their
 * aggregates in `series.standing` say the same, and take several times as long.
 */
async function readSeries(db: Database, ids: readonly number[]): Promise<readonly Loaded[]> {
  const rows = await copyOut(
    db,
    `select s.id, s.quantity, s.minutes, coalesce(s.every, q.every), coalesce(s.low, q.low), coalesce(s.high, q.high),
      coalesce(s.rate, q.rate), coalesce(s.stuck, q.stuck), h.at, h.value, h.flags, h.since, ${PARTS}, t.at, t.value, t.flags
    from series.series s join series.quantities q on q.number = s.quantity left join series.heads h on h.series = s.id
      left join lateral (select array_agg(at) as at, array_agg(value) as value, array_agg(flags) as flags
        from (select at, value, flags from series.readings where quantity = s.quantity and series = h.series and at > h.at
          order by at) after) t on true
    where s.id = any('${arrayOf(ids)}'::int[])`,
  )
  const found: Loaded[] = []
  while (rows.next()) found.push(loaded(rows))
  return found
}

const PARTS = BUCKETS.flatMap((name) =>
  ['min', 'max', 'sum', 'count', 'good'].map((part) => `h.${name}_${part}`),
).join(', ')

/** The columns in their order. */
function loaded(row: CopiedRows): Loaded {
  const id = row.int4() as number
  const quantity = row.int2() as number
  const minutes = row.bool() as boolean
  const every = row.float8() as number
  const limits: Partial<Record<(typeof LIMITS)[number], number>> = {}
  for (const name of LIMITS) {
    const limit = row.float8()
    if (limit !== null) limits[name] = limit
  }
  const head = headIn(row)
  const [at, value, flags] = [row.timestamptzs(), row.float8s(), row.int2s()]
  if (head)
    for (let index = 0; index < at.length; index++)
      moveOn(head, at[index] as number, value[index] as number, flags[index] as number)
  return {
    id,
    quantity,
    minutes,
    isKept: head !== undefined,
    behind: at.length,
    isDue: false,
    rules: { every, ...limits },
    head,
  }
}
const LIMITS = ['low', 'high', 'rate', 'stuck'] as const

function headIn(row: CopiedRows): Head | undefined {
  const [at, value, flags, since] = [row.timestamptz(), row.float8(), row.int2(), row.timestamptz()]
  const open = LEVELS.map(({ span }) => ({
    at: bucketOf(span, at ?? 0),
    min: row.float8() as number,
    max: row.float8() as number,
    sum: row.float8() as number,
    count: row.int4() as number,
    good: row.int4() as number,
    last: value as number,
  }))
  return at === null
    ? undefined
    : { at, value: value as number, flags: flags as number, since: since as number, open }
}

/** A reading after the head, as it was judged. */
function moveOn(head: Head, at: number, value: number, flags: number): void {
  if (value !== head.value) head.since = at
  head.at = at
  head.value = value
  head.flags = flags
  for (const [level, { span }] of LEVELS.entries()) {
    let open = head.open[level] as Bucket
    if (at >= open.at + span) open = head.open[level] = emptyBucket(bucketOf(span, at))
    addLater(open, value, isGood(flags))
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
  known = all
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
