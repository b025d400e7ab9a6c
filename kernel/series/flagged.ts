import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { type ExportOptions, exportTable } from '../store/exchange/index.ts'
import type { Columns } from '../store/index.ts'
import { text } from '../text.ts'
import { findSeries, type SeriesName } from './find.ts'
import { FLAGS, type Flag, namesOf } from './flags.ts'

/** A reading that something is doubted of, or before which some are missing. */
export interface FlaggedReading {
  readonly at: string
  readonly value: number
  readonly flags: readonly Flag[]
}

export interface FlaggedReadings {
  /** So far back it was looked. */
  readonly since: string
  /** The newest first. */
  readonly readings: readonly FlaggedReading[]
}

/** So many readings are looked through at most, and so many told. */
const MOST_LOOKED = 200_000
const MOST_TOLD = 2000

/** The flagged readings of a series, of as much of the stretch before `to` as is looked through. @throws GaoxinError SERIES_NONE */
export async function flaggedIn(
  db: Database,
  name: SeriesName,
  from: string,
  to: string,
): Promise<FlaggedReadings> {
  const { id, quantity, every } = await findSeries(db, name)
  const since = Math.max(Date.parse(from), Date.parse(to) - MOST_LOOKED * every * 1000)
  const { rows } = await sql<{ at: string; value: number; flags: number }>`
    select at, value, flags from series.readings where quantity = ${quantity} and series = ${id} and flags <> 0
      and at >= ${new Date(since).toISOString()}::timestamptz and at < ${to}::timestamptz
    order by at desc limit ${MOST_TOLD}`.execute(db)
  return {
    since: new Date(since).toISOString(),
    readings: rows.map(({ at, value, flags }) => ({
      at: new Date(at).toISOString(),
      value,
      flags: namesOf(flags),
    })),
  }
}

/** Since when readings of a series are kept, and the newest; undefined where none is. @throws GaoxinError SERIES_NONE */
export async function spanOf(
  db: Database,
  name: SeriesName,
): Promise<{ readonly id: number; readonly from: string; readonly to: string } | undefined> {
  const { id, quantity } = await findSeries(db, name)
  const { rows } = await sql<{ from: string; to: string }>`select f.at as "from", l.at as "to" from
    (select at from series.readings where quantity = ${quantity} and series = ${id} order by at limit 1) f,
    (select at from series.readings where quantity = ${quantity} and series = ${id} order by at desc limit 1) l`.execute(
    db,
  )
  const [span] = rows
  const iso = (at: string) => new Date(at).toISOString()
  return span && { id, from: iso(span.from), to: iso(span.to) }
}

/** As exports name them. */
export const READINGS_TABLE = { id: 'series.readings', name: text('监测读数', 'Readings') } as const

export const readingColumns: Columns = {
  at: { kind: 'instant', name: text('时间', 'At') },
  value: { kind: 'text', name: text('数值', 'Value') },
  flags: { kind: 'text', name: text('存疑', 'Doubted for') },
}

/**
 * Writes the readings of a series into `out`, each by itself, and ends it. @returns how many
 * @throws GaoxinError SERIES_NONE, EXPORT_TOO_LARGE
 */
export async function exportReadings(
  db: Database,
  name: SeriesName,
  from: string,
  to: string,
  options: Pick<ExportOptions, 'format' | 'language' | 'onRows'>,
  out: Writable,
): Promise<number> {
  const { id, quantity } = await findSeries(db, name)
  const shown = ({ at, value, flags }: Readonly<Record<string, unknown>>) => ({
    at,
    value: String(value),
    flags: namesOf(Number(flags))
      .map((flag) => FLAGS[flag][options.language])
      .join(options.language === 'zh' ? '、' : ', '),
  })
  return exportTable(
    db,
    { ...READINGS_TABLE, columns: readingColumns, shown },
    sql`select at, value, flags from series.readings where quantity = ${quantity} and series = ${id}
      and at >= ${from}::timestamptz and at < ${to}::timestamptz order by at`,
    options,
    out,
  )
}
