import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRecords, findSystems, schemaSources } from '../app/systems.ts'
import { openZone, type Zone } from '../app/zone.ts'
import { historyOf, migrate, openStore, verifyHistory, written } from '../kernel/store/index.ts'
import { enterprises } from '../systems/enterprises/tables.ts'
import { testVault } from './vault.ts'
import { testDatabase } from './zone.ts'

/** A zone of the release in which a firm said its park in words, its history watched and sealed. */
const database = testDatabase()
const systems = await findSystems()
const folder = await mkdtemp(join(tmpdir(), 'gaoxin-parks-'))
const BEFORE = '0004-parks.sql'

const FIRMS = [
  { id: 'f1', park: '研发园', keeper: 'services' },
  { id: 'f2', park: ' 研发园', keeper: 'services' },
  { id: 'f3', park: '研发园', keeper: 'economy' },
  { id: 'f4', park: '科技企业孵化器', keeper: 'services' },
  { id: 'f5', park: '甬江众创空间', keeper: 'services' },
  { id: 'f6', park: '企业加速器', keeper: 'services' },
  { id: 'f7', park: ' ', keeper: 'services' },
  { id: 'f8', park: null, keeper: 'services' },
]
let zone: Zone
beforeAll(async () => {
  const then = await Promise.all(
    schemaSources(systems).map(async (source) => {
      if (source.schema !== 'enterprises') return source
      for (const file of await readdir(source.folder))
        if (file < BEFORE) await cp(join(source.folder, file), join(folder, file))
      return { ...source, folder }
    }),
  )
  const write = () => ({ tx: randomUUID(), now: '2024-11-15T01:00:00.000Z', actor: 'officer-services' })
  const { db, close } = await openStore({ url: database.url, folder: '' })
  await migrate(db, then, write())
  await sql`insert into gaoxin.settings values ('zone', '宁波高新区'), ('demonstration', 'true')`.execute(db)
  await written(db, write(), async (transaction) => {
    await sql`select audit.watch('enterprises.enterprises')`.execute(transaction)
    for (const { id, park, keeper } of FIRMS)
      await sql`insert into enterprises.enterprises (id, code, name, kind, sector, scale, registered_on, park, keeper,
          synthetic, recorded_at, recorded_by)
        values (${id}, ${id}, ${id}, 'enterprise', 'C', false, '2015-01-01', ${park}, ${keeper}, false,
          '2024-11-15T01:00:00Z', 'officer-services')`.execute(transaction)
  })
  await close()
  zone = await openZone({ url: database.url, folder: '', vault: testVault, systems })
})
afterAll(async () => {
  await zone?.close()
  await rm(folder, { recursive: true, force: true })
})

it('what firms said in words is one row a place, of its kind, and every firm refers to its own', async () => {
  const { rows } = await sql`select e.id, p.name as park, i.name as incubator, i.kind
    from enterprises.enterprises e left join enterprises.parks p on p.id = e.park
      left join enterprises.parks i on i.id = e.incubator order by e.id`.execute(zone.store.db)
  const none = { park: null, incubator: null, kind: null }
  expect(rows).toEqual([
    { ...none, id: 'f1', park: '研发园' },
    { ...none, id: 'f2', park: '研发园' },
    { ...none, id: 'f3', park: '研发园' },
    { ...none, id: 'f4', incubator: '科技企业孵化器', kind: 'incubator' },
    { ...none, id: 'f5', incubator: '甬江众创空间', kind: 'makerSpace' },
    { ...none, id: 'f6', incubator: '企业加速器', kind: 'accelerator' },
    { ...none, id: 'f7' },
    { ...none, id: 'f8' },
  ])
  const kept = await sql`select name, keeper, synthetic from enterprises.parks where kind = 'park'`.execute(
    zone.store.db,
  )
  expect(kept.rows).toEqual([{ name: '研发园', keeper: 'services', synthetic: false }])
})

it('the history tells the words, and its chain holds', async () => {
  expect((await verifyHistory(zone.store.db, [...allRecords(zone.systems).keys()])).findings).toEqual([])
  const [moved, made] = await historyOf(zone.store.db, enterprises, 'f2')
  expect(moved).toMatchObject({ actor: 'gaoxin', why: '升级数据库', before: { park: ' 研发园' } })
  expect(made).toMatchObject({ actor: 'officer-services' })
})
