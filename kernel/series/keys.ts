import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'

/** Keys are told from other secrets by how they begin. */
const PREFIX = 'gxd_'
/** Of 256 random bits; what fits no key is looked up nowhere. */
const KEY = /^gxd_[\w-]{43}$/

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/**
 * Makes a key for a device, which may have several while one is changed for another.
 * @param code of the device @param random so many random bytes
 * @returns the key, which nobody can read again: its digest alone is kept
 * @throws GaoxinError SERIES_DEVICE
 */
export async function issueKey(
  { db, now, actor }: Pick<Context, 'db' | 'now' | 'actor'>,
  code: string,
  random: (bytes: number) => Uint8Array,
): Promise<string> {
  const key = PREFIX + Buffer.from(random(32)).toString('base64url')
  const { rows } = await sql`insert into series.keys (digest, device, made_at, made_by)
    select ${digestOf(key)}, id, ${now()}, ${actor.id} from series.devices where code = ${code} returning device`.execute(
    db,
  )
  if (rows.length === 0) throw noDevice(code)
  return key
}

/** Takes all keys of a device away. @returns how many there were */
export async function revokeKeys({ db }: Pick<Context, 'db'>, code: string): Promise<number> {
  const { rows } = await sql`delete from series.keys k using series.devices d
    where d.id = k.device and d.code = ${code} returning k.device`.execute(db)
  return rows.length
}

/** Whose key it is. @returns the id and code of the device; undefined when it is nobody's */
export async function deviceByKey(
  db: Database,
  key: string,
): Promise<{ readonly id: string; readonly code: string } | undefined> {
  if (!KEY.test(key)) return undefined
  const { rows } = await sql<{ id: string; code: string }>`select d.id, d.code from series.keys k
    join series.devices d on d.id = k.device where k.digest = ${digestOf(key)}`.execute(db)
  return rows[0]
}

const noDevice = (code: string) =>
  new GaoxinError(
    'SERIES_DEVICE',
    text('没有这台设备', 'There is no such device'),
    text('请先在“监测设备”中登记', 'Enter it under devices first'),
    { place: 'device', value: code, status: 404 },
  )
