import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRecords, findSystems, schemaSources } from '../app/systems.ts'
import { openZone, type Zone } from '../app/zone.ts'
import { migrate, openStore, verifyHistory } from '../kernel/store/index.ts'
import { testVault } from './vault.ts'
import { testDatabase } from './zone.ts'

/** A zone of the release in which budget units filed the spending on science with the economy. */
const database = testDatabase()
const systems = await findSystems()
const root = await mkdtemp(join(tmpdir(), 'gaoxin-spending-'))
const UNTIL: Readonly<Record<string, string>> = { economy: '0008', policy: '0007' }

let zone: Zone
beforeAll(async () => {
  const then = await Promise.all(
    schemaSources(systems).map(async (source) => {
      const until = UNTIL[source.schema]
      if (!until) return source
      const folder = join(root, source.schema)
      for (const file of await readdir(source.folder))
        if (file < until) await cp(join(source.folder, file), join(folder, file))
      return { ...source, folder }
    }),
  )
  const write = { tx: randomUUID(), now: '2024-11-15T01:00:00.000Z', actor: 'statistician' }
  const { db, close } = await openStore({ url: database.url, folder: '' })
  await migrate(db, then, write)
  await sql`insert into gaoxin.settings values ('zone', '宁波高新区'), ('demonstration', 'false')`.execute(db)
  for (const [id, kind] of [
    ['b1', 'budget'],
    ['t1', 'trade'],
  ])
    await sql`insert into economy.units (id, code, name, kind, sector, street, since, synthetic, recorded_at, recorded_by)
      values (${id}, ${id}, ${`单位${id}`}, ${kind}, 'S', 'meixu', '2022-01', false, now(), 'statistician')`.execute(
      db,
    )
  for (const [unit, item, month, value] of [
    ['b1', 'science-spending', '2022-01', '12.5'],
    ['b1', 'science-spending', '2022-03', '-2.5'],
    ['t1', 'exports', '2022-01', '9'],
  ])
    await sql`insert into economy.returns (id, unit, item, form, month, value, filed_by, filed_on, synthetic, recorded_at, recorded_by)
      values (${`${unit}${item}${month}`}, ${unit}, ${`economy.${item}`}, '示例表', ${month}, ${value}, 'x', '2022-04-08', false, now(), 'statistician')`.execute(
      db,
    )
  await close()
  zone = await openZone({ url: database.url, folder: '', vault: testVault, systems })
})
afterAll(async () => {
  await zone?.close()
  await rm(root, { recursive: true, force: true })
})

it('what budget units filed is spending of class 206, once, and other returns stay', async () => {
  const { db } = zone.store
  const moved =
    await sql`select month, subject, amount::text, document, synthetic from policy.spending order by month`
      .execute(db)
      .then(({ rows }) => rows)
  const row = { subject: '206', document: '统计报表转入：b1 单位b1', synthetic: false }
  expect(moved).toEqual([
    { ...row, month: '2022-01', amount: '12.5' },
    { ...row, month: '2022-03', amount: '-2.5' },
  ])
  const left =
    await sql`select u.id, r.item from economy.units u left join economy.returns r on r.unit = u.id`
      .execute(db)
      .then(({ rows }) => rows)
  expect(left).toEqual([{ id: 't1', item: 'economy.exports' }])
  expect((await verifyHistory(db, [...allRecords(zone.systems).keys()])).findings).toEqual([])
})
