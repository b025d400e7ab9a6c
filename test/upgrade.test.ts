import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { allRecords, findSystems, type SchemaSource, schemaSources } from '../app/systems.ts'
import { openZone } from '../app/zone.ts'
import { SYSTEM_ACTOR } from '../kernel/access/actor.ts'
import { processesOf } from '../kernel/flow/index.ts'
import { diagrams } from '../kernel/flow/tables.ts'
import { decisionsOf, versions } from '../kernel/rules/index.ts'
import { listRows, migrate, openStore, schemaOf, verifyHistory } from '../kernel/store/index.ts'
import { chanceOf } from './kill/chance.ts'
import { administer, databaseUrl } from './setup.ts'
import { testVault } from './vault.ts'

/** How many migrations of each schema had been released. */
type State = Readonly<Record<string, number>>

const systems = await findSystems()
const sources = schemaSources(systems)
const lengths = Object.fromEntries(
  await Promise.all(
    sources.map(async ({ schema, folder }) => [
      schema,
      (await readdir(folder)).filter((file) => file.endsWith('.sql')).length,
    ]),
  ),
) as State

/**
 * What was never released without: files of evidence went to attachments that were there, indicators that changed their
 * names were in statements, and indexes of searches and of bounds are over functions that were there.
 */
const released = (state: State): State => ({
  ...state,
  ...(state.attachments === 0 ? { plan: Math.min(state.plan ?? 0, 6) } : {}),
  ...(state.figures === 0 ? { plan: Math.min(state.plan ?? 0, 7) } : {}),
  ...((state.gaoxin ?? 0) < 3 ? { city: Math.min(state.city ?? 0, 4) } : {}),
  ...((state.gaoxin ?? 0) < 2 ? { city: Math.min(state.city ?? 0, 3) } : {}),
  ...(state.gaoxin === 0
    ? {
        city: 0,
        economy: Math.min(state.economy ?? 0, 6),
        enterprises: 0,
        points: 0,
        policy: Math.min(state.policy ?? 0, 2),
      }
    : {}),
})

const most = Math.max(...Object.values(lengths))
/** All schemas at their first so many migrations, whatever number that is, and each of them one behind the others. */
const states: readonly State[] = [
  ...Array.from({ length: most }, (_, count) =>
    released(
      Object.fromEntries(
        Object.entries(lengths).map(([schema, length]) => [schema, Math.min(count, length)]),
      ),
    ),
  ),
  ...Object.entries(lengths).map(([schema, length]) => released({ ...lengths, [schema]: length - 1 })),
].filter(({ audit }) => audit === lengths.audit)
const told = (state: State) =>
  Object.entries(state)
    .map(([schema, count]) => `${schema} ${count}/${lengths[schema]}`)
    .join(', ')

const ROWS = 7
const root = await mkdtemp(join(tmpdir(), 'gaoxin-upgrade-'))
afterAll(() => rm(root, { recursive: true }))

/** The migrations as they were released then. */
async function sourcesOf(state: State, at: number): Promise<SchemaSource[]> {
  return Promise.all(
    sources.map(async (source) => {
      const folder = join(root, String(at), source.schema)
      await mkdir(folder, { recursive: true })
      const files = (await readdir(source.folder)).filter((file) => file.endsWith('.sql')).sort()
      for (const file of files.slice(0, state[source.schema]))
        await cp(join(source.folder, file), join(folder, file))
      return { ...source, folder }
    }),
  )
}

/** As a program of that time would. */
async function migrateTo(url: string, released: readonly SchemaSource[]): Promise<void> {
  const store = await openStore({ url, folder: '' })
  const write = { tx: randomUUID(), now: '2024-11-15T00:00:00Z', actor: SYSTEM_ACTOR.id }
  await migrate(store.db, released, write).finally(store.close)
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

const records = allRecords(systems)
const ids = new Set(records.keys())

/** Tables of records as they stand, with their columns. */
async function tables(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } =
    await client.query<Column>(`select table_schema || '.' || table_name as table, column_name as name,
    data_type as type, is_nullable = 'YES' as nullable from information_schema.columns order by 1, ordinal_position`)
  const found = new Map<string, Column[]>()
  for (const column of rows)
    if (ids.has(column.table)) found.set(column.table, [...(found.get(column.table) ?? []), column])
  return found
}

const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

/** Rows of any values that the columns take. @returns what stands in the table then */
async function fill(
  client: pg.Client,
  table: string,
  columns: readonly Column[],
  seed: number,
): Promise<object[]> {
  const chance = chanceOf(seed)
  const value = (column: Column, n: number): unknown => {
    if (column.nullable && chance.below(3) === 0) return null
    const number = chance.below(1_000_000)
    if (column.type === 'boolean') return number % 2 === 0
    if (column.type === 'bigint') return number
    // Tables check that no part is more than the amount that it is of.
    if (column.type === 'numeric')
      return `${column.name === 'amount' ? 1_000_000 + number : number}.${chance.below(100)}`
    if (column.type === 'date') return `20${10 + (number % 15)}-0${1 + (number % 9)}-15`
    if (column.type.startsWith('timestamp')) return `20${10 + (number % 15)}-03-01T00:00:00Z`
    if (column.type === 'point') return `(${(number % 3600) / 10 - 180},${(number % 1800) / 10 - 90})`
    if (column.type === 'jsonb') return JSON.stringify({ 值: number, 空: null })
    return `${column.name} ${n} 高新 ${number}`
  }
  const personal = records.get(table)?.columns ?? {}
  for (let n = 0; n < ROWS; n++) {
    const row: Record<string, unknown> = {}
    for (const column of columns) row[column.name] = value(column, n)
    // What tells of a person stood there encrypted from its first release on, bound to its row.
    for (const [name, { personal: kind }] of Object.entries(personal))
      if (kind && row[name])
        row[name] = testVault.encrypt(String(row[name]), { record: table, column: name, row: String(row.id) })
    await client.query(
      `insert into ${quoted(table)} values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  return (
    await client.query<{ row: object }>(`select to_jsonb(t) as row from ${quoted(table)} t order by id`)
  ).rows.map(({ row }) => row)
}

/** Columns whose content has moved: what became of it is in the test of that move. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  'enterprises.enterprises': ['park', 'incubator', 'recorded_at', 'recorded_by'],
  'plan.evidence': ['sha256', 'size', 'content_type', 'body', 'recorded_at', 'recorded_by'],
}
const kept = (table: string, row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !MOVED[table]?.includes(name)))

/** What a migration makes of rows that were there: a park of every text that a firm had for one. */
const madeOf = (before: ReadonlyMap<string, readonly object[]>): number =>
  before.has('enterprises.parks')
    ? 0
    : new Set(
        before
          .get('enterprises.enterprises')
          ?.flatMap((row) => ('park' in row && row.park ? [row.park] : [])),
      ).size

/** What opening a zone enters by itself: the first version of every decision and of every process. */
const entered: Readonly<Record<string, number>> = {
  [versions.id]: decisionsOf({ systems }).size,
  [diagrams.id]: processesOf({ systems }).size,
}
const isEntered = (table: string, row: object) =>
  table in entered && 'recorded_by' in row && row.recorded_by === SYSTEM_ACTOR.id

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

describe.each(states.map((state, at) => [told(state), state, at] as const))('from %s', (_, state, at) => {
  const name = `gaoxin_upgrade_${process.pid}_${at}`
  const url = databaseUrl(inject('server'), name)
  const client = new pg.Client({ connectionString: url })
  const before = new Map<string, object[]>()
  let zone: Awaited<ReturnType<typeof openZone>>

  beforeAll(async () => {
    await administer(inject('server'), `create database ${name}`)
    await migrateTo(url, await sourcesOf(state, at))
    await client.connect()
    await client.query(`insert into gaoxin.settings values ('zone', '宁波高新区'), ('demonstration', 'true')`)
    for (const [table, columns] of await tables(client))
      before.set(table, await fill(client, table, columns, at))
    zone = await openZone({ url, folder: '', vault: testVault })
  })
  afterAll(async () => {
    await zone?.close()
    await client.end()
    await administer(inject('server'), `drop database if exists ${name} with (force)`)
  })

  it('every row is there as it was, and the tables are as the records declare', async () => {
    expect(before.size).toBeGreaterThan(5)
    for (const [table, rows] of before) {
      const after = await client.query<{ row: object }>(
        `select to_jsonb(t) as row from ${quoted(table)} t order by id`,
      )
      expect([table, after.rows.map(({ row }) => row).filter((row) => !isEntered(table, row))]).toEqual([
        table,
        rows.map((row) => expect.objectContaining(kept(table, row))),
      ])
    }
    const now = await tables(client)
    for (const [table, shape] of Object.entries(schemaOf([...allRecords(systems).values()])))
      expect([
        table,
        Object.fromEntries((now.get(table) ?? []).map(({ name, nullable }) => [name, nullable])),
      ]).toEqual([
        table,
        Object.fromEntries(Object.entries(shape.columns).map(([name, { nullable }]) => [name, nullable])),
      ])
  })

  it('unique keys hold', async () => {
    for (const [table, rows] of before) {
      const values = JSON.stringify(rows[0])
      const again = client.query(
        `insert into ${quoted(table)} select * from jsonb_populate_record(null::${quoted(table)}, $1)`,
        [values],
      )
      await expect(again).rejects.toMatchObject({ code: '23505' })
    }
  })

  it('history watches every row, and holds', async () => {
    const { findings, changes } = await verifyHistory(zone.store.db, [...ids])
    expect(findings).toEqual([])
    expect(changes).toBe(before.size * ROWS + madeOf(before) + sumOf(Object.values(entered)))
  })

  it('lists read them', async () => {
    for (const record of allRecords(systems).values())
      if (!record.closed) {
        const { total } = await listRows(zone.store.db, record, { offset: 0, limit: 50, vault: testVault })
        const more = entered[record.id] ?? (record.id === 'enterprises.parks' ? madeOf(before) : 0)
        expect([record.id, total]).toEqual([record.id, (before.has(record.id) ? ROWS : 0) + more])
      }
  })

  it('an older program refuses what this one has made of it', async () => {
    await expect(migrateTo(url, await sourcesOf(state, at))).rejects.toMatchObject({
      code: 'STORE_FROM_THE_FUTURE',
    })
  })
})
