import { expect, it } from 'vitest'
import { updateRow } from '../../kernel/store/index.ts'
import { units } from '../../systems/economy/tables.ts'
import { enterprises } from '../../systems/enterprises/tables.ts'
import { testZone } from '../../test/zone.ts'
import { Kept } from './kept.ts'

const test = testZone()

async function first(table: string): Promise<string> {
  const { db } = test.zone.store
  const row = await db
    .selectFrom(table as never)
    .select('id' as never)
    .limit(1)
    .executeTakeFirstOrThrow()
  return (row as { id: string }).id
}
/** Asks for one thing, and says whether it was made for this. */
function asking(kept: Kept, whole: boolean, scope = 'all') {
  return async (record = 'economy.units') => {
    let made = false
    const keep = await kept.of(test.zone.store.db, [record], whole, scope)
    await keep.of(
      'a',
      async () => {
        made = true
        return 'x'
      },
      () => 100,
    )
    return made
  }
}

it('is kept until its own record changes, whatever else does', async () => {
  const kept = new Kept()
  const [ask, other] = [asking(kept, true), asking(kept, true, 'other')]
  expect(await ask()).toBe(true)
  expect(await ask()).toBe(false)
  expect(await other()).toBe(true)
  await updateRow(test.zone.context(), enterprises, await first('enterprises.enterprises'), {
    registered_on: '2001-01-01',
  })
  expect(await ask()).toBe(false)
  await updateRow(test.zone.context(), units, await first('economy.units'), {
    place: { longitude: 121.5, latitude: 29.8 },
  })
  expect(await ask()).toBe(true)
  expect(await ask()).toBe(false)
})

it('where other records say which rows are seen, any change ends it', async () => {
  const ask = asking(new Kept(), false)
  expect(await ask()).toBe(true)
  expect(await ask()).toBe(false)
  await updateRow(test.zone.context(), enterprises, await first('enterprises.enterprises'), {
    registered_on: '2001-01-02',
  })
  expect(await ask()).toBe(true)
})

it('what fails is not kept, and what was used longest ago gives way', async () => {
  const { db } = test.zone.store
  const kept = new Kept(1000)
  const keep = await kept.of(db, ['economy.units'], true, '')
  const fails = keep.of(
    'bad',
    () => Promise.reject(new Error('no')),
    () => 1,
  )
  await expect(fails).rejects.toThrow('no')
  expect(keep.get('bad')).toBeUndefined()
  for (const name of ['a', 'b', 'c'])
    await keep.of(
      name,
      async () => name,
      () => 350,
    )
  expect(keep.get('a')).toBeUndefined()
  await expect(keep.get('c')).resolves.toBe('c')
})
