import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { csv } from '../store/exchange/exchange.fixture.ts'
import { imports, runImport, whyOf } from '../store/exchange/index.ts'
import {
  defineRecord,
  getRow,
  historyOf,
  insertRows,
  type RecordDefinition,
  removeRow,
  updateRow,
} from '../store/index.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import { permitFor } from './grants.ts'
import { takeBack, undoneWhy } from './takeBack.ts'

const about = text('测试用', 'For tests')
const all = { roles: ['officer'], verbs: ['read', 'import', 'remove', 'change'] } as const
const things = defineRecord({
  id: 'taken.things',
  name: text('物件', 'Things'),
  about,
  title: 'code',
  grants: [{ ...all, rows: { column: 'keeper', of: 'office' } }],
  columns: {
    code: { kind: 'text', name: text('编码', 'Code') },
    note: { kind: 'text', name: text('说明', 'Note'), optional: true },
    on: { kind: 'reference', record: 'taken.things', name: text('立于', 'Stands on'), optional: true },
    keeper: { kind: 'text', name: text('管理', 'Keeper') },
  },
  unique: [['code']],
})
const visits = defineRecord({
  id: 'taken.visits',
  name: text('巡查', 'Visits'),
  about,
  title: 'id',
  grants: [all],
  columns: { thing: { kind: 'reference', record: 'taken.things', name: text('物件', 'Thing') } },
})
const test = testZone({
  systems: [
    defineSystem({
      id: 'taken',
      name: about,
      group: 'city',
      office: 'committee',
      about,
      records: [things, visits],
      indicators: [],
    }),
  ],
})

const officer = { id: 'p-1', name: '张三', role: 'officer', office: 'committee' } as const
const context = () => test.zone.context(officer)
const db = () => test.zone.store.db
beforeEach(async () => {
  await sql`delete from taken.visits`.execute(db())
  await sql`delete from taken.things`.execute(db())
})

const enter = (record: RecordDefinition, rows: readonly object[]) =>
  context().transaction(({ db, actor, now, newId, vault }) =>
    insertRows(db, record, rows as never, { actor, now: now(), newId, vault }),
  )
const permits = {
  import: permitFor(things, officer, 'import')!,
  remove: permitFor(things, officer, 'remove'),
}
const rowsNow = async () =>
  (
    await sql<{
      code: string
      note: string | null
    }>`select code, note from taken.things order by code`.execute(db())
  ).rows.map(({ code, note }) => `${code} ${note ?? ''}`)
const idOf = async (code: string) =>
  (await sql<{ id: string }>`select id from taken.things where code = ${code}`.execute(db())).rows[0]?.id ??
  ''

/** Reads a file in as the program does: its import is entered, then written and ended in one transaction. */
async function bring(lines: readonly (readonly string[])[], id = context().newId()): Promise<string> {
  await context().transaction(async ({ db, actor, now, newId, vault }) =>
    insertRows(
      db,
      imports,
      [
        {
          id,
          file_name: 'a.csv',
          record_name: '物件',
          record: things.id,
          person: actor.id,
          person_name: actor.name,
          started_at: now(),
          state: 'running',
          why: '整理',
          file_size: 1,
          file_hash: 'x',
        },
      ],
      { actor, now: now(), newId, vault },
    ),
  )
  const why = whyOf('整理', id)
  await context().transaction(async (within) => {
    const file = csv('编码,说明,立于,管理', ...lines.map((line) => line.join(',')))
    const done = await runImport(within, things, file, { permit: permits.import, why, chosen: {} })
    expect(done).toMatchObject({ written: true, badRows: 0 })
    await updateRow(within, imports, id, { state: 'done' })
  }, why)
  return id
}
const back = (id: string, preview = false, given: Parameters<typeof takeBack>[2] = permits) =>
  context().transaction((within) => takeBack(within, things, given, id, preview), undoneWhy('导错了', id))

describe('an import is taken back', () => {
  it('whole: new rows go, changed ones are what they were, and the history says so', async () => {
    await enter(things, [{ code: 'A', note: '旧', keeper: 'committee' }])
    const id = await bring([
      ['A', '新', '', 'committee'],
      ['B', '', '', 'committee'],
      ['C', '', 'B', 'committee'],
    ])
    expect(await rowsNow()).toEqual(['A 新', 'B ', 'C '])
    const gone = await idOf('B')
    const whole = { removed: 2, restored: 1, kept: 0, rows: [] }
    expect(await back(id, true)).toEqual(whole)
    expect(await rowsNow()).toEqual(['A 新', 'B ', 'C '])
    expect(await back(id)).toEqual(whole)
    expect(await rowsNow()).toEqual(['A 旧'])
    for (const row of [gone, await idOf('A')])
      expect((await historyOf(db(), things, row))[0]).toMatchObject({
        actor: officer.id,
        why: undoneWhy('导错了', id),
      })
    // There is nothing left of it.
    expect(await back(id)).toEqual({ removed: 0, restored: 0, kept: 0, rows: [] })
  })

  it('but not what has changed since, nor what others stand on, nor what these stand on; each by its name', async () => {
    const id = await bring([
      ['A', '', '', 'committee'],
      ['B', '', 'A', 'committee'],
      ['C', '', 'B', 'committee'],
      ['D', '', '', 'committee'],
      ['E', '', '', 'committee'],
      ['F', '', '', 'committee'],
    ])
    await updateRow(context(), things, await idOf('C'), { note: '改过' })
    await enter(visits, [{ thing: await idOf('D') }])
    await removeRow(context(), things, await idOf('F'), [])
    const { rows, ...counts } = await back(id)
    expect(counts).toEqual({ removed: 1, restored: 0, kept: 5 })
    expect(rows.map(({ label, reason, record }) => [label, reason, record])).toEqual([
      ['A', 'referred', things.id],
      ['B', 'referred', things.id],
      ['C', 'changed', null],
      ['D', 'referred', visits.id],
      ['F', 'changed', null],
    ])
    expect(rows[2]).toMatchObject({ by: officer.id })
    expect(await rowsNow()).toEqual(['A ', 'B ', 'C 改过', 'D '])
    // Once nothing stands on it any more, the rest goes as well.
    await sql`delete from taken.visits`.execute(db())
    expect(await back(id)).toMatchObject({ removed: 1, kept: 4 })
    expect(await rowsNow()).toEqual(['A ', 'B ', 'C 改过'])
  })

  it('within what the person may change and remove, and no further', async () => {
    await enter(things, [{ code: 'A', note: '旧', keeper: 'committee' }])
    const id = await bring([
      ['A', '新', '', 'committee'],
      ['B', '', '', 'committee'],
    ])
    const other = { ...officer, office: 'elsewhere' }
    const outside = {
      import: permitFor(things, other, 'import')!,
      remove: permitFor(things, other, 'remove'),
    }
    expect(await back(id, true, outside)).toMatchObject({ removed: 0, restored: 0, kept: 2 })
    expect(await back(id, true, { ...permits, remove: undefined })).toMatchObject({
      removed: 0,
      restored: 1,
      kept: 1,
    })
    expect((await back(id, true, outside)).rows.map(({ reason }) => reason)).toEqual(['denied', 'denied'])
  })

  it('and no other: rows of an import of the same rows later are what that one made them', async () => {
    const first = await bring([['A', '一', '', 'committee']])
    const second = await bring([['A', '二', '', 'committee']])
    expect(await back(first)).toMatchObject({ removed: 0, kept: 1 })
    expect(await back(second)).toMatchObject({ restored: 1, kept: 0 })
    expect(await rowsNow()).toEqual(['A 一'])
    expect(await getRow(db(), imports, first)).toMatchObject({ state: 'done' })
  })
})
