import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../test/zone.ts'
import { migrate } from './migrate.ts'

const database = testDatabase()
let pool: pg.Pool
let folder: string
beforeAll(() => {
  pool = new pg.Pool({ connectionString: database.url })
})
afterAll(() => pool.end())
beforeEach(async () => {
  await pool.query('drop schema if exists zoo cascade; drop schema if exists gaoxin cascade')
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-migrations-'))
  await writeFile(join(folder, '0001-first.sql'), 'create table zoo.animals (name text);')
  return () => rm(folder, { recursive: true })
})
const run = () =>
  migrate(new Kysely({ dialect: new PostgresDialect({ pool }) }), [{ schema: 'zoo', folder }], {
    tx: 'upgrade',
    now: new Date().toISOString(),
    actor: 'test',
  })
const columns = async () =>
  (
    await pool.query(
      `select column_name from information_schema.columns where table_schema = 'zoo' order by 1`,
    )
  ).rows.map((row) => row.column_name)

it('runs each file once, in order', async () => {
  expect(await run()).toBe(1)
  await writeFile(join(folder, '0002-weight.sql'), 'alter table zoo.animals add column weight numeric;')
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)
  expect(await columns()).toEqual(['name', 'weight'])
})

it('does it once when two programs start together', async () => {
  const [one, two] = await Promise.all([run(), run()])
  expect(one + two).toBe(1)
})

it('leaves everything as it was when a file fails', async () => {
  await run()
  await writeFile(
    join(folder, '0002-weight.sql'),
    'alter table zoo.animals add column weight numeric; select 1/0;',
  )
  await expect(run()).rejects.toThrow('division by zero')
  expect(await columns()).toEqual(['name'])
})

it('refuses a file that was edited after it ran, and data from a newer program', async () => {
  await run()
  await writeFile(join(folder, '0001-first.sql'), 'create table zoo.animals (name text, age int);')
  await expect(run()).rejects.toMatchObject({ code: 'STORE_MIGRATION_CHANGED', place: 'zoo/0001-first.sql' })
  await rm(join(folder, '0001-first.sql'))
  await expect(run()).rejects.toMatchObject({ code: 'STORE_FROM_THE_FUTURE' })
})
