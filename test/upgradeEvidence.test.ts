import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRecords, findSystems, schemaSources } from '../app/systems.ts'
import { openZone, type Zone } from '../app/zone.ts'
import { filesOf, openFile } from '../kernel/attachments/index.ts'
import { historyOf, migrate, openStore, verifyHistory, written } from '../kernel/store/index.ts'
import { evidence } from '../systems/plan/tables.ts'
import { testVault } from './vault.ts'
import { testDatabase } from './zone.ts'

/** A zone of the release whose evidence held its files in a column, its history watched and sealed. */
const database = testDatabase()
const systems = await findSystems()
const folder = await mkdtemp(join(tmpdir(), 'gaoxin-evidence-'))
const BEFORE = '0007-evidence-files.sql'

/** A small one; one byte more than two pieces of the store; the same bytes again. */
const large = randomBytes(256 * 1024 * 2 + 1)
const FILES = [
  { id: 'e1', name: '验收.pdf', bytes: Buffer.from('%PDF-1.7 验收') },
  { id: 'e2', name: '现场/照片?.jpg', bytes: large },
  { id: 'e3', name: '再交.jpg', bytes: large },
]
let zone: Zone
beforeAll(async () => {
  const then = await Promise.all(
    schemaSources(systems).map(async (source) => {
      if (source.schema !== 'plan') return source
      await mkdir(folder, { recursive: true })
      for (const file of await readdir(source.folder))
        if (file < BEFORE) await cp(join(source.folder, file), join(folder, file))
      return { ...source, folder }
    }),
  )
  const write = () => ({ tx: randomUUID(), now: '2024-11-15T01:00:00.000Z', actor: 'officer-science' })
  const { db, close } = await openStore({ url: database.url, folder: '' })
  await migrate(db, then, write())
  await sql`insert into gaoxin.settings values ('zone', '宁波高新区'), ('demonstration', 'true')`.execute(db)
  await written(db, write(), async (transaction) => {
    await sql`select audit.watch(id) from unnest(${[...allRecords(systems).keys()]}::text[]) id`.execute(
      transaction,
    )
    for (const { id, name, bytes } of FILES)
      await sql`insert into plan.evidence values (${id}, 'g', ${name}, null, ${sha256(bytes)}, ${bytes.length},
        'image/jpeg', ${JSON.stringify({ base64: bytes.toString('base64') })}, '2024-11-15', '科创局 经办人', false,
        '2024-11-15T01:00:00Z', 'officer-science')`.execute(transaction)
  })
  await close()
  zone = await openZone({ url: database.url, folder: '', vault: testVault, systems })
})
afterAll(async () => {
  await zone?.close()
  await rm(folder, { recursive: true, force: true })
})
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

it('files that stood in a column are files of their rows, byte for byte, with who sent them and when', async () => {
  for (const { id, bytes } of FILES) {
    const [file, ...more] = await filesOf(zone.context(), { record: evidence.id, row: id })
    expect(more).toEqual([])
    expect(file).toMatchObject({
      content: sha256(bytes),
      size: bytes.length,
      content_type: 'image/jpeg',
      recorded_by: 'officer-science',
      recorded_at: '2024-11-15T01:00:00.000Z',
    })
    expect((await buffer(await openFile(zone.context(), file!))).equals(bytes)).toBe(true)
  }
  const names = await sql<{ name: string }>`select name from attachments.files order by id`.execute(
    zone.store.db,
  )
  expect(names.rows.map(({ name }) => name)).toEqual(['验收.pdf', '现场照片.jpg', '再交.jpg'])
})

it('the same bytes are kept once, and no sweep takes them', async () => {
  const { rows } = await sql<{ id: string; unused_since: string | null; stored: boolean }>`
    select id, unused_since, stored from attachments.contents`.execute(zone.store.db)
  expect(rows.map(({ id }) => id).sort()).toEqual(
    [...new Set(FILES.map(({ bytes }) => sha256(bytes)))].sort(),
  )
  expect(rows.every(({ stored, unused_since }) => stored && unused_since === null)).toBe(true)
})

it('the chain of the history holds, and tells the move as a change', async () => {
  expect((await verifyHistory(zone.store.db, [...allRecords(zone.systems).keys()])).findings).toEqual([])
  const [moved, made] = await historyOf(zone.store.db, evidence, 'e1')
  expect(moved).toMatchObject({ actor: 'gaoxin', why: '升级数据库' })
  expect(made).toMatchObject({ actor: 'officer-science', after: { sha256: sha256(FILES[0]!.bytes) } })
})
