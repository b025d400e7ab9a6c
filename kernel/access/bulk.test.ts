import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { animals, CHIEF, EAST, farm, OFFICES } from '../../test/animals.ts'
import { testZone } from '../../test/zone.ts'
import {
  createRow,
  getRow,
  insertRows,
  listRows,
  updateRow,
  verifyHistory,
  versionOf,
} from '../store/index.ts'
import type { Actor } from './actor.ts'
import { type BulkEdit, previewBulk, writeBulk } from './bulk.ts'
import { changePermitted } from './edit.ts'
import { permitFor } from './grants.ts'
import { offices } from './offices.ts'
import { undoChanges } from './undo.ts'

const test = testZone({ systems: [farm] })
const by = (actor: Actor) => test.zone.context(actor)
const permits = (actor: Actor) => ({
  read: permitFor(animals, actor, 'read')!,
  change: permitFor(animals, actor, 'change')!,
})
beforeAll(() =>
  test.zone
    .context()
    .transaction(({ db, actor, now, newId }) =>
      insertRows(db, offices, OFFICES, { actor, now: now(), newId }),
    ),
)

type Given = {
  readonly id: string
  readonly name: string
  readonly cage: string
  readonly office: string
}
const load = (rows: readonly Given[]) =>
  test.zone
    .context()
    .transaction(({ db, actor, now, newId, vault }) =>
      insertRows(db, animals, rows, { actor, now: now(), newId, vault }),
    )
const stored = async (prefix: string) =>
  (
    await listRows(test.zone.store.db, animals, {
      filter: { id: `${prefix}*` },
      sort: 'id',
      offset: 0,
      limit: 100,
      vault: test.zone.context().vault,
    })
  ).rows.map(({ id, name, cage, office }) => `${String(id).slice(prefix.length)} ${name} ${cage} ${office}`)

let count = 0
const bulk = (prefix: string, values: BulkEdit['values']): BulkEdit => ({
  rows: { filter: { id: `${prefix}*` } },
  values,
})

it('always: does the same as changing the rows one by one', async () => {
  const row = fc.record({
    name: fc.constantFrom('甲', '乙', '丙'),
    cage: fc.constantFrom('A', 'B'),
    office: fc.constantFrom('east', 'west'),
  })
  const values = fc.record(
    { cage: fc.constantFrom('A', 'B'), office: fc.constantFrom('east', 'west') },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { maxLength: 5, selector: ({ name, cage }) => name + cage }),
      values,
      fc.constantFrom(EAST, CHIEF),
      async (rows, change, actor) => {
        fc.pre(Object.keys(change).length > 0)
        // Keys are unique over the table, so each twin keeps its names to itself.
        const run = count
        const named = (prefix: string) => rows.map((one) => ({ ...one, name: `${prefix}${run}${one.name}` }))
        const [one, other] = [`x${count}-`, `y${count++}-`]
        await load(named('x').map((given, index) => ({ ...given, id: `${one}${index}` })))
        await load(named('y').map((given, index) => ({ ...given, id: `${other}${index}` })))

        const edit = bulk(one, change)
        const seen = await previewBulk(by(actor), animals, permits(actor), edit)
        const { changed } = await writeBulk(by(actor), animals, permits(actor), {
          ...edit,
          token: seen.token,
          why: '试',
        })
        expect(changed).toBe(seen.changed)

        let refused = 0
        for (const index of rows.keys()) {
          const id = `${other}${index}`
          const before = await getRow(test.zone.store.db, animals, id)
          if (Object.entries(change).every(([name, value]) => before?.[name] === value)) continue
          await changePermitted(by(actor), animals, permits(actor).change, id, {
            values: change,
            seen: await versionOf(test.zone.store.db, animals, id),
          }).catch(() => refused++)
        }
        expect(seen.refused.reduce((sum, { rows: n }) => sum + n, 0)).toBe(refused)
        const plain = (lines: string[]) => lines.map((line) => line.replace(/ [xy]\d+/, ' '))
        expect(plain(await stored(one))).toEqual(plain(await stored(other)))
      },
    ),
    { numRuns: 40 },
  )
  expect((await verifyHistory(test.zone.store.db, ['farm.animals', 'access.offices'])).findings).toEqual([])
})

const three = (suffix: string) =>
  ['甲', '乙', '丙'].map((name) => ({ name: `${name}${suffix}`, cage: 'A', office: 'east' }))

it('shows what it would do, and writes nothing before it is confirmed', async () => {
  const prefix = 'p-'
  await load([
    ...three('p').map((row, index) => ({ ...row, id: `${prefix}${index}` })),
    { id: `${prefix}w`, name: '丁p', cage: 'A', office: 'west' },
    { id: `${prefix}z`, name: '甲p', cage: 'C', office: 'east' },
  ])
  const seen = await previewBulk(by(EAST), animals, permits(EAST), bulk(prefix, { cage: 'C' }))
  expect(seen).toMatchObject({ matching: 5, changed: 2, unchanged: 1 })
  expect(seen.refused).toEqual([
    { reason: 'reach', rows: 1, ids: ['p-w'] },
    { reason: 'exists', rows: 1, ids: ['p-0'] },
  ])
  expect(seen.sample).toEqual([
    { id: 'p-1', before: { cage: 'A' } },
    { id: 'p-2', before: { cage: 'A' } },
  ])
  expect((await stored(prefix)).filter((line) => line.includes(' A '))).toHaveLength(4)
})

it('is refused when a row changed, came or went since the preview', async () => {
  const prefix = 'm-'
  await load(three('m').map((row, index) => ({ ...row, id: `${prefix}${index}` })))
  const edit = bulk(prefix, { cage: 'D' })
  const attempt = async (between: () => Promise<unknown>) => {
    const { token } = await previewBulk(by(CHIEF), animals, permits(CHIEF), edit)
    await between()
    return writeBulk(by(CHIEF), animals, permits(CHIEF), { ...edit, token, why: '试' }).then(
      () => 'written',
      (error) => error.code,
    )
  }
  expect(await attempt(() => updateRow(test.zone.context(), animals, 'm-0', { weight: '1' }))).toBe(
    'BULK_CHANGED',
  )
  expect(await attempt(() => load([{ id: 'm-9', name: '戊m', cage: 'A', office: 'east' }]))).toBe(
    'BULK_CHANGED',
  )
  expect((await stored(prefix)).every((line) => line.includes(' A '))).toBe(true)
  expect(await attempt(async () => undefined)).toBe('written')
  expect((await stored(prefix)).every((line) => line.includes(' D '))).toBe(true)
})

it('another change, or another person, needs a preview of its own', async () => {
  await load(three('o').map((row, index) => ({ ...row, id: `o-${index}` })))
  const { token } = await previewBulk(by(CHIEF), animals, permits(CHIEF), bulk('o-', { cage: 'E' }))
  for (const [actor, cage] of [
    [CHIEF, 'F'],
    [EAST, 'E'],
  ] as const)
    await expect(
      writeBulk(by(actor), animals, permits(actor), { ...bulk('o-', { cage }), token, why: '试' }),
    ).rejects.toMatchObject({ code: 'BULK_CHANGED' })
})

it('what is each row’s own is not changed in bulk', async () => {
  await expect(
    previewBulk(by(CHIEF), animals, permits(CHIEF), bulk('o-', { mobile: '13812345678' })),
  ).rejects.toMatchObject({ code: 'RECORD_VALUES' })
})

it('is undone where nobody changed the rows since, by the person who did it only', async () => {
  const prefix = 'u-'
  await load(three('u').map((row, index) => ({ ...row, id: `${prefix}${index}` })))
  const before = await stored(prefix)
  const edit = bulk(prefix, { cage: 'G' })
  const { token } = await previewBulk(by(CHIEF), animals, permits(CHIEF), edit)
  const { transaction } = await writeBulk(by(CHIEF), animals, permits(CHIEF), { ...edit, token, why: '换笼' })
  await updateRow(by(EAST), animals, 'u-1', { name: '新名' })
  const undo = (actor: Actor) => undoChanges(by(actor), animals, permits(actor).change, transaction, '撤销')
  await expect(undo(EAST)).rejects.toMatchObject({ code: 'UNDO_UNKNOWN' })
  expect(await undo(CHIEF)).toMatchObject({
    restored: 2,
    kept: 1,
    rows: [{ id: 'u-1', by: EAST.id }],
  })
  expect(await stored(prefix)).toEqual([before[0], '1 新名 G east', before[2]])
  expect(await undo(CHIEF)).toMatchObject({ restored: 0, kept: 3 })
})

it('one row that was made is not unmade by an undo of it', async () => {
  const context = by(CHIEF)
  const id = String((await createRow(context, animals, { name: '己', cage: 'H', office: 'east' })).id)
  const { rows } = await test.zone.store.pool.query('select tx from audit.changes where row_id = $1', [id])
  await expect(
    undoChanges(context, animals, permits(CHIEF).change, rows[0].tx, '撤销'),
  ).rejects.toMatchObject({ code: 'UNDO_UNKNOWN' })
})
