import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { animals, CHIEF, CLERK, EAST, farm, OFFICES, species } from '../../test/animals.ts'
import { testZone } from '../../test/zone.ts'
import { createRow, getRow, insertRows, versionOf } from '../store/index.ts'
import type { Actor } from './actor.ts'
import { changePermitted, createPermitted, removePermitted } from './edit.ts'
import { type Permit, permitFor, type Verb } from './grants.ts'
import { offices } from './offices.ts'

const test = testZone({ systems: [farm] })
const by = (actor: Actor) => test.zone.context(actor)
const permit = (actor: Actor, verb: Verb): Permit => permitFor(animals, actor, verb)!
let cow = ''
beforeAll(async () => {
  const context = test.zone.context()
  await context.transaction(({ db, actor, now, newId }) =>
    insertRows(db, offices, OFFICES, { actor, now: now(), newId }),
  )
  cow = String((await createRow(context, species, { name: '牛' })).id)
})

let count = 0
const animal = (office: string) =>
  createRow(test.zone.context(), animals, { name: `动物${count++}`, cage: 'A', office }).then(({ id }) =>
    String(id),
  )
const change = async (actor: Actor, id: string, values: Record<string, unknown>, why?: string) =>
  changePermitted(by(actor), animals, permit(actor, 'change'), id, {
    values,
    why,
    seen: await versionOf(test.zone.store.db, animals, id),
  })

it('names every column that does not fit, references and offices that are not there among them', async () => {
  const values = {
    name: '',
    cage: 'A',
    office: 'nowhere',
    species: 'no-such',
    weight: 'heavy',
    colour: 'red',
  }
  await expect(createPermitted(by(CHIEF), animals, permit(CHIEF, 'create'), values)).rejects.toMatchObject({
    code: 'RECORD_VALUES',
    status: 422,
  })
  const error = await createPermitted(by(CHIEF), animals, permit(CHIEF, 'create'), values).catch((e) => e)
  expect(error.details.problems.map(({ column }: { column: string }) => column).sort()).toEqual([
    'colour',
    'name',
    'office',
    'species',
    'weight',
  ])
})

it('refers only to rows that the writer may read', async () => {
  const values = { name: '甲', cage: 'Z', office: 'east', species: cow }
  const id = await createPermitted(by(EAST), animals, permit(EAST, 'create'), values)
  expect(await getRow(test.zone.store.db, animals, id)).toMatchObject(values)
  const closed = { ...farm, records: [{ ...species, grants: [] }, animals] }
  const context = { ...by(EAST), systems: [closed], transaction: undefined }
  const inside = by(EAST)
  await expect(
    inside.transaction((within) =>
      createPermitted(
        {
          ...within,
          systems: context.systems,
          transaction: (work) => work({ ...within, systems: [closed] }),
        },
        animals,
        permit(EAST, 'create'),
        { ...values, cage: 'Y' },
      ),
    ),
  ).rejects.toMatchObject({ code: 'RECORD_VALUES' })
})

it('a column that no grant names is as if it were not there', async () => {
  const id = await animal('east')
  await expect(change(EAST, id, { weight: '3' })).rejects.toMatchObject({ code: 'RECORD_VALUES' })
  await change(CHIEF, id, { weight: '3' })
  expect(await getRow(test.zone.store.db, animals, id)).toMatchObject({ weight: '3' })
})

it('a row out of reach is refused like one that does not exist', async () => {
  const id = await animal('west')
  const refusal = async (row: string) => change(EAST, row, { cage: 'B' }).catch((error) => ({ ...error }))
  expect(await refusal(id)).toMatchObject({ code: 'FORBIDDEN', status: 403 })
  expect(await refusal(id)).toEqual(await refusal('no-such-row'))
  await expect(removePermitted(by(EAST), animals, permit(EAST, 'remove'), id, {})).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

it('always: a row is written only where it is within reach before and after', async () => {
  const places = fc.constantFrom('east', 'west')
  await fc.assert(
    fc.asyncProperty(places, places, fc.constantFrom(EAST, CHIEF), async (from, to, actor) => {
      const id = await animal(from)
      const reaches = (office: string) => actor === CHIEF || office === 'east'
      const outcome = await change(actor, id, { office: to }).then(
        () => 'written',
        (error) => error.code,
      )
      expect(outcome).toBe(reaches(from) && reaches(to) ? 'written' : 'FORBIDDEN')
      const row = await getRow(test.zone.store.db, animals, id)
      expect(row?.office).toBe(outcome === 'written' ? to : from)
    }),
    { numRuns: 25 },
  )
})

it('that a row has the same key is told of rows that one may read, and of no others', async () => {
  const own: Permit['record'] = {
    ...animals,
    grants: [
      { roles: ['officer'], verbs: ['read', 'create', 'change'], rows: { column: 'office', of: 'office' } },
    ],
  }
  const may = (verb: Verb) => permitFor(own, EAST, verb)!
  const make = (values: object) =>
    createPermitted(by(EAST), own, may('create'), { cage: 'K', office: 'east', ...values })
  const rename = async (id: string, name: string) =>
    changePermitted(by(EAST), own, may('change'), id, {
      values: { name },
      seen: await versionOf(test.zone.store.db, animals, id),
    })
  const toldOf = (work: Promise<unknown>) => work.catch((error) => ({ ...error, cause: undefined }))
  await createRow(test.zone.context(), animals, { name: '西', cage: 'K', office: 'west' })
  const [first] = [await make({ name: '东' }), await make({ name: '南' })]
  const nothing = await toldOf(make({ name: '无', office: 'west' }))
  expect(nothing).toMatchObject({ code: 'FORBIDDEN' })
  expect(await toldOf(make({ name: '西', office: 'west' }))).toEqual(nothing)
  expect(await toldOf(make({ name: '西' }))).toEqual(nothing)
  expect(await toldOf(rename(first, '西'))).toEqual(nothing)
  expect(await toldOf(make({ name: '南' }))).toMatchObject({ code: 'RECORD_EXISTS' })
  expect(await toldOf(rename(first, '南'))).toMatchObject({ code: 'RECORD_EXISTS' })
})

it('a new row out of reach is not left behind', async () => {
  const values = { name: '外', cage: 'A', office: 'west' }
  await expect(createPermitted(by(EAST), animals, permit(EAST, 'create'), values)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(permitFor(animals, CLERK, 'create')).toBeUndefined()
})

it('removes what nothing refers to; the history keeps it', async () => {
  const remove = permitFor(species, CHIEF, 'remove')!
  const horse = await createPermitted(by(CHIEF), species, permitFor(species, CHIEF, 'create')!, {
    name: '马',
  })
  const id = await animal('east')
  await change(CHIEF, id, { species: horse })
  await expect(removePermitted(by(CHIEF), species, remove, horse, {})).rejects.toMatchObject({
    code: 'RECORD_REFERRED',
    value: 'farm.animals',
  })
  await removePermitted(by(CHIEF), animals, permit(CHIEF, 'remove'), id, { why: '出栏' })
  await removePermitted(by(CHIEF), species, remove, horse, {})
  expect(await getRow(test.zone.store.db, animals, id)).toBeUndefined()
  const { rows } = await test.zone.store.pool.query(
    `select actor, why, before ->> 'species' as species from audit.changes where row_id = $1 order by seq desc limit 1`,
    [id],
  )
  expect(rows).toEqual([{ actor: 'supervisor', why: '出栏', species: horse }])
})
