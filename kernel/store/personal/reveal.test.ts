import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKeepers, keepers, LI, WANG } from '../../../test/keepers.ts'
import { testZone } from '../../../test/zone.ts'
import { reveals } from '../../access/reveals.ts'
import { createRow, getRow, historyOf, insertRows, listRows, verifyHistory } from '../index.ts'
import { createVault, keyOf } from './cipher.ts'
import { reveal, rotate } from './index.ts'

const test = testZone({ systems: [] })
const db = () => test.zone.store.db
const clerk = { id: 'clerk', name: '经办', role: 'officer', office: 'economy' } as const
const notes = async () => (await listRows(db(), reveals, { offset: 0, limit: 20 })).rows
const verdict = () => verifyHistory(db(), [keepers.id, reveals.id])
let wang = ''
beforeAll(async () => {
  await createKeepers(db())
  wang = String((await createRow(test.zone.context(), keepers, WANG)).id)
})

describe('a personal value is seen in full', () => {
  it('with a note of who, when, why and which, never of what', async () => {
    expect(await reveal(test.zone.context(clerk), keepers, wang, 'id_number', ' 核对补贴对象 ')).toBe(
      WANG.id_number,
    )
    const [note, ...more] = await notes()
    expect(more).toEqual([])
    expect(note).toMatchObject({
      recorded_by: 'clerk',
      record: 'zoo.keepers',
      row_id: wang,
      column_name: 'id_number',
      reason: '核对补贴对象',
    })
    expect(Math.abs(Date.now() - Date.parse(String(note?.recorded_at)))).toBeLessThan(60_000)
    expect(JSON.stringify(note)).not.toContain(WANG.id_number)
    expect((await verdict()).findings).toEqual([])
  })

  it('not without a reason, a row or a personal column, and then nothing is noted', async () => {
    const before = (await notes()).length
    const ask = (id: string, column: string, reason: string) =>
      reveal(test.zone.context(clerk), keepers, id, column, reason)
    for (const [id, column, reason, code] of [
      [wang, 'mobile', '', 'REVEAL_REASON'],
      [wang, 'mobile', ' \n　', 'REVEAL_REASON'],
      [wang, 'mobile', '因'.repeat(501), 'REVEAL_REASON'],
      [wang, 'cage', '核对', 'REVEAL_COLUMN'],
      [wang, 'mobile_blind', '核对', 'REVEAL_COLUMN'],
      ['nobody', 'mobile', '核对', 'RECORD_NOT_FOUND'],
    ] as const)
      await expect(ask(id, column, reason)).rejects.toMatchObject({ code })
    expect(await ask(wang, 'second_mobile', '核对')).toBeNull()
    expect(await notes()).toHaveLength(before)
  })

  it('not where the note could still be undone', async () => {
    await expect(
      test.zone.context().transaction(async (inside) => reveal(inside, keepers, wang, 'mobile', '核对')),
    ).rejects.toThrow('outside transactions')
  })

  it('not when the note cannot be kept', async () => {
    await sql`alter table access.reveals rename to reveals_away`.execute(db())
    await expect(reveal(test.zone.context(), keepers, wang, 'mobile', '核对')).rejects.toThrow()
    await sql`alter table access.reveals_away rename to reveals`.execute(db())
  })

  it('and the notes are added to only', async () => {
    for (const statement of [
      sql`update access.reveals set reason = '无'`,
      sql`delete from access.reveals`,
      sql`truncate access.reveals`,
    ])
      await expect(statement.execute(db())).rejects.toThrow('is refused')
  })
})

describe('a new key', () => {
  let count = 0
  const secret = (word: string) => createHash('sha256').update(word).digest()
  const random = (bytes: number) => secret(String(count++)).subarray(0, bytes)
  const test2 = { id: 'test', secret: secret('key') }
  const newer = createVault(
    { keys: [test2, { id: 'newer', secret: secret('2') }], index: secret('index') },
    random,
  )
  const alone = createVault({ keys: [{ id: 'newer', secret: secret('2') }], index: secret('index') }, random)
  const keys = async () => {
    const { rows } = await sql<Record<string, string | null>>`select name, id_number, mobile, second_mobile
      from zoo.keepers`.execute(db())
    return new Set(
      rows.flatMap((row) => Object.values(row)).flatMap((value) => (value ? [keyOf(value)] : [])),
    )
  }

  it('encrypts every row anew, in batches, as changes of the history; search goes on', async () => {
    const more = Array.from({ length: 7 }, (_, index) => ({
      ...LI,
      id_number: withCheck(`3302031990010100${index}`),
      second_mobile: index % 2 ? '13611112222' : null,
    }))
    await test.zone.context().transaction((context) =>
      insertRows(context.db, keepers, more, {
        actor: context.actor,
        now: context.now(),
        newId: context.newId,
        vault: context.vault,
      }),
    )
    await expect(getRow(db(), keepers, wang, { vault: alone })).rejects.toMatchObject({
      code: 'PERSONAL_KEY_MISSING',
      value: 'test',
      status: 503,
    })
    await test.withVault(newer, async (zone) => {
      expect(await keys()).toEqual(new Set(['test']))
      expect(await rotate(zone.context(), keepers, 3)).toBe(8)
      expect(await keys()).toEqual(new Set(['newer']))
      expect(await rotate(zone.context(), keepers)).toBe(0)
    })
    expect(await getRow(db(), keepers, wang, { vault: alone })).toMatchObject({ mobile: '138****5678' })
    const { rows } = await listRows(db(), keepers, {
      filter: { mobile: WANG.mobile },
      offset: 0,
      limit: 9,
      vault: alone,
    })
    expect(rows.map(({ id }) => id)).toEqual([wang])
    const [last] = await historyOf(db(), keepers, wang)
    expect(last).toMatchObject({ why: '更换个人信息密钥', actor: 'gaoxin' })
    expect(keyOf(String(last?.before?.mobile))).toBe('test')
    expect(await verdict()).toMatchObject({ findings: [] })
  })
})

function withCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return `${body}${'10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11]}`
}
