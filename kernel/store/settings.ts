import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Facts about this zone's database as a whole: `demonstration`, `clock`, `zone`. */
export async function readSettings(db: Database): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ key: string; value: string }>`select key, value from gaoxin.settings`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

export async function writeSettings(db: Database, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(settings))
    await sql`insert into gaoxin.settings (key, value) values (${key}, ${value})
      on conflict (key) do update set value = excluded.value`.execute(db)
}

/** Writes a setting that is not there yet. @returns what it is now, whoever wrote it. */
export async function writeMissingSetting(db: Database, key: string, value: string): Promise<string> {
  await sql`insert into gaoxin.settings (key, value) values (${key}, ${value}) on conflict do nothing`.execute(
    db,
  )
  return (await readSettings(db))[key] ?? value
}

/**
 * The zone's clock shows that moment now, and goes on from it.
 * @param now by the clock outside
 */
export const setClock = (db: Database, moment: string, now: string): Promise<void> =>
  writeSettings(db, { clock: String(Date.parse(moment) - Date.parse(now)) })
