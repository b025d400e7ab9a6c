import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { insertRows } from '../store/index.ts'
import { desk, person } from './access.fixture.ts'
import { ADMINISTRATORS } from './actor.ts'
import { type Appointment, appoint, endPost } from './appoint.ts'
import { lendPost, postsOf } from './delegation.ts'
import { offices } from './offices.ts'
import { createAccount, listAccounts } from './people.ts'

const test = testZone({ systems: [] })
const context = () => test.zone.context()
const door = () => desk(context())
beforeAll(() =>
  test.zone.context().transaction(({ db, actor, now, newId }) =>
    insertRows(
      db,
      offices,
      [
        {
          id: 'committee',
          name: '管委会',
          short: '管委会',
          name_en: 'Committee',
          kind: 'committee',
          leader: '主任',
          sort: 1,
        },
      ],
      { actor, now: now(), newId },
    ),
  ),
)
const give = (account: string, role: Appointment['role'], from: string, to?: string) =>
  appoint(context(), { account, office: 'committee', role, from, to }, door())

describe('a post', () => {
  it('is held from its first day until it ends, today at the earliest', async () => {
    const { id } = await person(context(), 'chen')
    const post = await give(id, 'officer', '2024-11-01')
    await expect(endPost(context(), post.id, '2024-11-14', door())).rejects.toMatchObject({
      code: 'POST_DAYS',
    })
    await endPost(context(), post.id, '2024-11-15', door())
    expect(await postsOf(context().db, id, '2024-11-14')).toHaveLength(1)
    expect(await postsOf(context().db, id, '2024-11-15')).toEqual([])
    const later = await give(id, 'leader', '2024-12-01')
    await endPost(context(), later.id, '2024-11-15', door())
    for (const day of ['2024-11-15', '2024-12-01', '2025-01-01'])
      expect(await postsOf(context().db, id, day)).toEqual([])
    await expect(give(id, 'leader', '2024-12-01', '2024-12-01')).rejects.toMatchObject({ code: 'POST_DAYS' })
  })

  it('is in an office that the register has', async () => {
    const { id } = await person(context(), 'nowhere')
    await expect(
      appoint(context(), { account: id, office: 'nowhere', role: 'officer', from: '2024-11-15' }, door()),
    ).rejects.toMatchObject({ code: 'POST_OFFICE' })
  })

  it('is for officers only', async () => {
    const { id } = await person(context(), 'someone', { kind: 'resident' })
    await expect(give(id, 'officer', '2024-11-01')).rejects.toMatchObject({ code: 'POST_ACCOUNT' })
  })
})

describe('the three administrators', () => {
  it('are never one person at one time, whatever is given and lent', async () => {
    const people = await Promise.all(['ann', 'bo', 'cy'].map((login) => person(context(), login)))
    const day = fc.integer({ min: 15, max: 24 }).map((n) => `2024-11-${n}`)
    const step = fc.record({
      lend: fc.boolean(),
      who: fc.nat({ max: 2 }),
      to: fc.nat({ max: 2 }),
      role: fc.constantFrom(...(ADMINISTRATORS as Appointment['role'][]), 'officer' as const),
      from: day,
      until: day,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        for (const { lend, who, to, role, from, until } of steps) {
          const [one, other] = [people[who]!, people[to]!]
          const [held] = await postsOf(context().db, one.id, from)
          await (lend && held
            ? lendPost(context(), held.post, { to: other.id, from, until }, door())
            : give(one.id, role, from, until)
          ).catch((error: { code?: string }) => expect(error.code).toMatch(/^POST_/))
        }
        for (const { id } of people)
          for (let n = 15; n < 25; n++) {
            const roles = (await postsOf(context().db, id, `2024-11-${n}`)).map(({ post }) => post.role)
            const administrators = ADMINISTRATORS.filter((role) => roles.includes(role))
            expect(administrators.length).toBeLessThanOrEqual(1)
          }
      }),
      { numRuns: 15 },
    )
  })
})

describe('accounts', () => {
  const open = (kind: 'officer' | 'enterprise', login: string, code?: string) =>
    createAccount(context(), { login, display: login, kind, enterprise: code }, door())

  it('of enterprises, and no others, name one by a code whose check digit is right', async () => {
    const refused = { code: 'ACCOUNT_ENTERPRISE', place: 'enterprise' }
    await expect(open('enterprise', 'e1')).rejects.toMatchObject(refused)
    await expect(
      open('enterprise', 'e1', `${VALID.slice(0, 17)}${VALID.endsWith('0') ? 1 : 0}`),
    ).rejects.toMatchObject(refused)
    await expect(open('officer', 'e1', VALID)).rejects.toMatchObject(refused)
    expect(await open('enterprise', 'e1', VALID)).toMatchObject({ enterprise: VALID })
  })

  it('are found by any part of a name or code, signs of patterns included', async () => {
    const found = async (q: string) =>
      (await listAccounts(context(), { q, offset: 0, limit: 50 })).rows.map(({ login }) => login)
    await open('officer', 'per%cent')
    expect(await found('%')).toEqual(['per%cent'])
    expect(await found(VALID.slice(4, 12))).toEqual(['e1'])
    expect(await found('_')).toEqual([])
  })
})

/** An invented code with the check digit of GB 32100. */
const VALID = creditCode('91330201MA2AGXDX0')

function creditCode(head: string): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const sum = [...head].reduce((total, sign, at) => total + signs.indexOf(sign) * (3 ** at % 31), 0)
  return head + signs[(31 - (sum % 31)) % 31]
}
