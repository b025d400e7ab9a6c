import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actingAs } from './acting.ts'
import { actingPosts, type Held } from './delegation.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-11-${String(n).padStart(2, '0')}`)
const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const person = fc.constantFrom('chen', 'li', 'zhao')
const held: fc.Arbitrary<Held> = fc.record({
  id: fc.constantFrom(...ids),
  account: person,
  office: fc.constantFrom('x', 'y', 'z'),
  role: fc.constantFrom('officer', 'leader', 'security'),
  grid: fc.option(fc.constantFrom('330212', '330212004')),
  from: day,
  to: fc.option(day),
  delegated_by: fc.option(fc.constantFrom(...ids), { freq: 2 }),
})
const holds = (post: Held, today: string) => post.from <= today && (post.to === null || today < post.to)

it('role and office are those of one post held on that day, own or lent by who holds it; without any, a visitor', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(held, { selector: ({ id }) => id, maxLength: 6 }),
      fc.subarray(['chen', 'li', 'zhao']),
      day,
      person,
      fc.option(fc.constantFrom(...ids)),
      (among, closed, today, account, chosen) => {
        const posts = actingPosts(account, among, today, new Set(closed.filter((one) => one !== account)))
        const actor = actingAs(
          { id: account, display: account, kind: 'officer', enterprise: null },
          posts,
          chosen,
        )
        // Said again in other words: every row by which this person may act, and what it makes of them.
        const rights = among.flatMap((row) => {
          if (row.account !== account || !holds(row, today)) return []
          if (row.delegated_by === null) return [row]
          const source = among.find(({ id }) => id === row.delegated_by)
          const isGood =
            row.to !== null &&
            source?.delegated_by === null &&
            source.account !== account &&
            !closed.includes(source.account) &&
            holds(source, today)
          return isGood && source
            ? [{ ...row, role: source.role, office: source.office, grid: source.grid }]
            : []
        })
        const wanted = rights.find(({ id }) => id === chosen) ?? rights[0]
        const lender = among.find(({ id }) => id === wanted?.delegated_by)?.account
        expect(actor).toEqual({
          id: account,
          name: account,
          role: wanted?.role ?? 'visitor',
          office: wanted?.office ?? '',
          ...(wanted?.grid ? { grid: wanted.grid } : {}),
          ...(lender ? { standsFor: lender } : {}),
        })
      },
    ),
    { numRuns: 500 },
  )
})

it('accounts of enterprises and residents act as such, whatever posts there are', () => {
  const one = { id: 'e', display: '某公司', enterprise: '9133' }
  const post = {
    post: {
      id: 'p',
      account: 'e',
      office: 'x',
      role: 'leader',
      grid: null,
      from: '',
      to: null,
      delegated_by: null,
    },
  }
  expect(actingAs({ ...one, kind: 'enterprise' }, [post], 'p')).toEqual({
    id: 'e',
    name: '某公司',
    role: 'enterprise',
    office: '',
    enterprise: '9133',
  })
  expect(actingAs({ ...one, kind: 'resident', enterprise: null }, [post], 'p')).toMatchObject({
    role: 'resident',
    office: '',
  })
})
