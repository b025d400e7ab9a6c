import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKeepers, keepers, LI, WANG } from '../../../test/keepers.ts'
import { testVault } from '../../../test/vault.ts'
import { testZone } from '../../../test/zone.ts'
import { createRow } from '../changes.ts'
import { historyOf } from '../history/index.ts'
import { getRow, insertRows, type ListOptions, listRows, updateRow, versionOf } from '../index.ts'

const test = testZone({ systems: [] })
const db = () => test.zone.store.db
const list = (options: Partial<ListOptions>) =>
  listRows(db(), keepers, { offset: 0, limit: 20, vault: testVault, ...options })
const found = async (options: Partial<ListOptions>) => (await list(options)).rows.map(({ id }) => id)
let wang = ''
let li = ''
beforeAll(async () => {
  await createKeepers(db())
  wang = String((await createRow(test.zone.context(), keepers, WANG)).id)
  li = String((await createRow(test.zone.context(), keepers, { ...LI, mobile: null })).id)
})

/** Everything that the database holds about keepers, rows and history. */
async function kept(): Promise<string> {
  const { rows } = await sql<{ all: string }>`select (select jsonb_agg(to_jsonb(k)) from zoo.keepers k)::text
    || (select jsonb_agg(to_jsonb(c)) from audit.changes c)::text as all`.execute(db())
  return rows[0]!.all
}

describe('what is kept', () => {
  it('is ciphertext and a blind index, in rows and in history', async () => {
    await updateRow(test.zone.context(), keepers, wang, { mobile: '13711112222' })
    await updateRow(test.zone.context(), keepers, wang, { mobile: WANG.mobile })
    const all = await kept()
    for (const value of [...Object.values(WANG), ...Object.values(LI), '13711112222'])
      if (value.length > 1) expect(all).not.toContain(value)
    const { rows } = await sql<Record<string, string>>`select * from zoo.keepers where id = ${wang}`.execute(
      db(),
    )
    expect(rows[0]?.id_number).toMatch(/^v1\.test\./)
    expect(rows[0]?.id_number_blind).toMatch(/^[\w-]{43}$/)
    expect(rows[0]?.cage).toBe('甲')
  })

  it('is one way of writing, checked even when many rows come in at once', async () => {
    const origin = {
      actor: test.zone.context().actor,
      now: '2024-11-15T09:00:00Z',
      newId: () => 'x',
      vault: testVault,
    }
    const row = { name: '赵六', id_number: '330203199001010009', cage: '丙' }
    await expect(insertRows(db(), keepers, [row], origin)).rejects.toMatchObject({
      code: 'RECORD_VALUE',
      place: 'zoo.keepers.id_number',
      value: undefined,
    })
    await expect(
      createRow(test.zone.context(), keepers, { ...LI, id_number: ' 440524188001010014' }),
    ).rejects.toMatchObject({ code: 'RECORD_EXISTS' })
  })
})

describe('what is shown', () => {
  const MASKED = {
    name: '王**',
    id_number: '110***********002X',
    mobile: '138****5678',
    second_mobile: null,
    cage: '甲',
  }

  it('is the mask, from a list, a row, a change and the past alike', async () => {
    const row = await getRow(db(), keepers, wang, { vault: testVault })
    const { rows } = await list({ filter: { cage: '甲' } })
    const past = await getRow(db(), keepers, wang, { knownOn: new Date().toISOString(), vault: testVault })
    const changed = await updateRow(test.zone.context(), keepers, wang, { cage: '甲' })
    for (const one of [row, rows[0], past, changed]) {
      expect(one).toMatchObject(MASKED)
      expect(Object.keys(one ?? {}).join()).not.toContain('blind')
    }
  })

  it('needs the vault', async () => {
    await expect(getRow(db(), keepers, wang)).rejects.toMatchObject({ code: 'PERSONAL_NO_KEYS' })
  })

  it('is the mask to somebody whose change came too late', async () => {
    const seen = await versionOf(db(), keepers, wang)
    await updateRow(test.zone.context(), keepers, wang, { mobile: '13711112222' }, seen)
    await expect(
      updateRow(test.zone.context(), keepers, wang, { mobile: LI.mobile }, seen),
    ).rejects.toMatchObject({
      code: 'RECORD_CHANGED',
      value: { base: { mobile: '138****5678' }, now: { mobile: '137****2222' } },
    })
    await updateRow(test.zone.context(), keepers, wang, { mobile: WANG.mobile })
  })

  it('cannot be saved back over what it hides', async () => {
    const before = (await historyOf(db(), keepers, wang)).length
    for (const [column, mask] of Object.entries(MASKED))
      if (mask?.includes('*'))
        await expect(updateRow(test.zone.context(), keepers, wang, { [column]: mask })).rejects.toMatchObject(
          {
            code: 'RECORD_VALUE',
            value: undefined,
          },
        )
    expect(await historyOf(db(), keepers, wang)).toHaveLength(before)
  })
})

describe('a personal value is found', () => {
  it('by the whole of it, however it is typed, and by either of two', async () => {
    expect(await found({ filter: { id_number: '１１０１０５ 19491231 002x' } })).toEqual([wang])
    expect(await found({ filter: { mobile: '+86 138-1234-5678' } })).toEqual([wang])
    expect(await found({ filter: { name: '李娜', cage: '乙' } })).toEqual([li])
    expect(await found({ filter: { mobile: '13800000000' } })).toEqual([])
    // Not by what stands in another column.
    expect(await found({ filter: { second_mobile: WANG.mobile } })).toEqual([])
  })

  it('and was there, in the past', async () => {
    // A change is known in the millisecond of its own.
    const at = new Date(Date.now() - 1).toISOString()
    await updateRow(test.zone.context(), keepers, li, { mobile: LI.mobile })
    expect(await found({ filter: { mobile: LI.mobile } })).toEqual([li])
    expect(await found({ filter: { mobile: LI.mobile }, knownOn: at })).toEqual([])
    await updateRow(test.zone.context(), keepers, li, { mobile: null })
    expect(await found({ filter: { mobile: LI.mobile } })).toEqual([])
  })

  it('never by a part, a range, free text, its ciphertext or its index', async () => {
    for (const filter of [
      `${WANG.mobile}|${LI.mobile}`,
      '138*',
      '1381234',
      '13000000000..13999999999',
      '138****5678',
    ])
      await expect(list({ filter: { mobile: filter } })).rejects.toMatchObject({
        code: 'PERSONAL_SEARCH',
        value: undefined,
      })
    for (const search of ['王', '小明', '138', '19491231', 'v1.test', WANG.id_number])
      expect(await found({ search })).toEqual([])
    const { rows } = await sql<{ blind: string }>`select mobile_blind as blind from zoo.keepers
      where id = ${wang}`.execute(db())
    expect(await found({ search: rows[0]!.blind })).toEqual([])
    expect(await found({ sort: '-name' })).toEqual([wang, li].sort())
  })
})

describe('a value that was moved behind the program’s back is refused', () => {
  it.each([
    [
      'to another row',
      () =>
        sql`update zoo.keepers set name = (select name from zoo.keepers where id = ${wang}) where id = ${li}`,
    ],
    ['to another column', () => sql`update zoo.keepers set second_mobile = mobile where id = ${wang}`],
    ['from plain text', () => sql`update zoo.keepers set mobile = '13800000000' where id = ${wang}`],
  ])('%s', async (_how, act) => {
    const undone = db()
      .transaction()
      .execute(async (transaction) => {
        await act().execute(transaction)
        return listRows(transaction, keepers, { offset: 0, limit: 20, vault: testVault })
      })
    await expect(undone).rejects.toMatchObject({ code: 'PERSONAL_TAMPERED' })
    expect((await list({})).total).toBe(2)
  })
})
