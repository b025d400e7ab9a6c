import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { Place } from '../../../kernel/store/index.ts'
import type { Channel } from '../words.ts'
import { replayError } from './errors.ts'

/** What became of a request, by the file. */
export type Fate = 'closed' | 'void' | 'duplicate' | 'open'

/** A request of the file. Its clock is taken as the zone's. */
export interface Told {
  readonly number: string
  readonly type: string
  readonly owner: string
  readonly status: string
  readonly fate: Fate
  readonly channel: Channel
  readonly createdAt: string
  /** Not before it was created; null while it is open. */
  readonly endedAt: string | null
  readonly place: Place | null
  readonly address: string
}

/** Columns as the releases of the file call them, without regard to capitals. */
const COLUMNS = {
  number: 'srnumber',
  type: 'requesttype',
  owner: 'owner',
  status: 'status',
  source: 'requestsource',
  created: 'createddate',
  updated: 'updateddate',
  closed: 'closeddate',
  latitude: 'latitude',
  longitude: 'longitude',
  address: 'address',
} as const
type Line = Readonly<Record<keyof typeof COLUMNS, string>>

const FATES: Readonly<Record<string, Fate>> = {
  closed: 'closed',
  cancelled: 'void',
  'referred out': 'void',
  duplicate: 'duplicate',
  'duplicate (closed)': 'duplicate',
  open: 'open',
  pending: 'open',
  'in progress': 'open',
}

/** Who told of it; others wrote or rang. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  'driver self report': 'collector',
  'mobile app': 'citizen',
  'self service': 'citizen',
  email: 'citizen',
}

/**
 * Requests of a file, line by line.
 * @throws GaoxinError CITY_REPLAY_FILE, CITY_REPLAY_COLUMNS, CITY_REPLAY_ROW
 */
export async function* readRequests(file: string, limit = Number.POSITIVE_INFINITY): AsyncGenerator<Told> {
  const source = createReadStream(file)
  const lines = parse({ bom: true, columns: columnsOf, relax_column_count: true, info: true })
  source.on('error', (cause) => lines.destroy(replayError('CITY_REPLAY_FILE', { place: file, cause })))
  source.pipe(lines)
  try {
    let count = 0
    for await (const { record, info } of lines as AsyncIterable<{ record: Line; info: { lines: number } }>) {
      if (count++ >= limit) return
      yield toldOf(record, info.lines)
    }
  } finally {
    source.destroy()
  }
}

function columnsOf(header: readonly string[]): (string | null)[] {
  const named = header.map((name) => name.trim().toLowerCase())
  const missing = Object.values(COLUMNS).filter((name) => !named.includes(name))
  if (missing.length > 0) throw replayError('CITY_REPLAY_COLUMNS', { place: missing.join(', ') })
  const known = new Map<string, string>(Object.entries(COLUMNS).map(([key, name]) => [name, key]))
  return named.map((name) => known.get(name) ?? null)
}

function toldOf(line: Line, at: number): Told {
  const wrong = (column: keyof Line) =>
    replayError('CITY_REPLAY_ROW', { place: `${at} · ${COLUMNS[column]}`, value: line[column] })
  const moment = (column: 'created' | 'updated' | 'closed') => {
    if (!line[column]) return null
    return momentOf(line[column]) ?? fail(wrong(column))
  }
  const fate = FATES[line.status.trim().toLowerCase()] ?? fail(wrong('status'))
  const createdAt = moment('created') ?? fail(wrong('created'))
  // Some are closed without a time of it: the last change is.
  const ended = fate === 'open' ? null : (moment('closed') ?? moment('updated') ?? fail(wrong('closed')))
  if (!line.type.trim()) throw wrong('type')
  return {
    number: line.number,
    type: line.type.trim(),
    owner: line.owner.trim() || 'NONE',
    status: line.status.trim(),
    fate,
    channel: CHANNELS[line.source.trim().toLowerCase()] ?? 'hotline',
    createdAt,
    endedAt: ended && ended < createdAt ? createdAt : ended,
    place: placeOf(line),
    address: line.address.trim(),
  }
}

const fail = (error: Error): never => {
  throw error
}

function placeOf({ latitude, longitude }: Line): Place | null {
  const place = {
    latitude: Number(Number(latitude).toFixed(7)),
    longitude: Number(Number(longitude).toFixed(7)),
  }
  const isOne = Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 && place.latitude !== 0
  return isOne ? place : null
}

const ZONE_HOURS = 8

/** `12/31/2017 11:59:58 PM` and `1/1/20 0:05`, by the clock of the zone. */
export function momentOf(written: string): string | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([AP])M)?$/i.exec(
    written.trim(),
  )
  if (!found) return undefined
  const [month, day, year, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const half = found[7]?.toUpperCase()
  const hours = half ? (hour % 12) + (half === 'P' ? 12 : 0) : hour
  const ms = Date.UTC(year < 100 ? 2000 + year : year, month - 1, day, hours - ZONE_HOURS, minute, second)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}
