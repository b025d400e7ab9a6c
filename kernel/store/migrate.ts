import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import type { Database } from './database.ts'
import { faultPoint } from './fault.ts'
import { sealMigrations, type Write } from './history/seal.ts'
import { LOCKS } from './locks.ts'

/** A folder of numbered `.sql` files, `0001-first.sql`; `schema` is the database schema they build. */
export interface MigrationSource {
  readonly schema: string
  readonly folder: string
}

/**
 * Brings every schema up to its newest migration, all in one transaction under a lock, so that two programs
 * starting together do it once and a failure leaves the database as it was.
 *
 * @param write under which the history keeps what migrations change of rows
 * @throws GaoxinError STORE_MIGRATION_CHANGED when a migration that has run reads differently now,
 *   STORE_FROM_THE_FUTURE when the database has run migrations that this program does not know.
 */
export const migrate = (db: Database, sources: readonly MigrationSource[], write: Write): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const run = (statements: string) => sql.raw(statements).execute(transaction)
    await sql`select pg_advisory_xact_lock(${LOCKS.migrating})`.execute(transaction)
    await run(`create schema if not exists gaoxin;
      create table if not exists gaoxin.migrations (
        schema text not null, file text not null, sha256 text not null,
        applied_at timestamptz not null default now(), primary key (schema, file));
      create table if not exists gaoxin.settings (key text primary key, value text not null)`)
    const { rows } = await sql<{ schema: string; file: string; sha256: string }>`
      select schema, file, sha256 from gaoxin.migrations`.execute(transaction)
    const seal = await sealMigrations(transaction, write)
    let applied = 0
    for (const { schema, folder } of sources) {
      const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sql')).sort()
      const done = new Map(rows.filter((row) => row.schema === schema).map((row) => [row.file, row.sha256]))
      for (const file of done.keys()) if (!files.includes(file)) throw fromTheFuture(`${schema}/${file}`)
      await run(`create schema if not exists "${schema}"`)
      for (const file of files) {
        const statements = await readFile(join(folder, file), 'utf8')
        const sha256 = createHash('sha256').update(statements).digest('hex')
        const before = done.get(file)
        if (before === sha256) continue
        if (before) throw changed(`${schema}/${file}`)
        await run(statements)
        await sql`insert into gaoxin.migrations (schema, file, sha256)
          values (${schema}, ${file}, ${sha256})`.execute(transaction)
        applied++
        faultPoint('migration-run')
      }
    }
    if (applied > 0) await seal()
    if (applied > 0) faultPoint('migrations-run')
    return applied
  })

const changed = (place: string) =>
  new GaoxinError(
    'STORE_MIGRATION_CHANGED',
    text('已执行过的数据库迁移文件被改动', 'A migration that has already run was edited'),
    text('请恢复原文件，另写一个新的迁移', 'Restore the file and write a new migration instead'),
    { place, status: 503 },
  )

const fromTheFuture = (place: string) =>
  new GaoxinError(
    'STORE_FROM_THE_FUTURE',
    text('数据目录来自更新的版本', 'The data come from a newer version of this program'),
    text('请升级程序后再打开', 'Upgrade the program, then open them again'),
    { place, status: 503 },
  )
