import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { createRow } from '../store/changes.ts'
import { desk, person } from './access.fixture.ts'
import { actingPosts, actorBy, checkLending, type Held, lendPost, postsOf } from './delegation.ts'
import { setAccountState } from './people.ts'
import { posts } from './posts.ts'

const own: Held = {
  id: 'p1',
  account: 'chen',
  office: 'economy',
  role: 'leader',
  grid: null,
  from: '2024-01-01',
  to: '2025-01-01',
  delegated_by: null,
}
const second: Held = {
  ...own,
  id: 'p2',
  office: 'statistics',
  role: 'statistician',
  from: '2024-06-01',
  to: null,
}
const lent: Held = {
  ...own,
  id: 'p3',
  account: 'li',
  from: '2024-11-10',
  to: '2024-11-20',
  delegated_by: 'p1',
}
const acting = (
  account: string,
  day: string,
  among: readonly Held[] = [own, second, lent],
  closed?: Set<string>,
) => actingPosts(account, among, day, closed).map(({ post }) => post.id)

describe('the posts of a day', () => {
  it('are all of one’s own that hold, from the first day to before the last', () => {
    expect(acting('chen', '2023-12-31')).toEqual([])
    expect(acting('chen', '2024-01-01')).toEqual(['p1'])
    expect(acting('chen', '2024-11-15')).toEqual(['p1', 'p2'])
    expect(acting('chen', '2025-01-01')).toEqual(['p2'])
  })

  it('are also those that were lent, while they are lent and the lender holds them', () => {
    expect(acting('li', '2024-11-09')).toEqual([])
    expect(acting('li', '2024-11-10')).toEqual(['p3'])
    expect(acting('li', '2024-11-19')).toEqual(['p3'])
    expect(acting('li', '2024-11-20')).toEqual([])
    expect(acting('li', '2024-11-15', [{ ...own, to: '2024-11-12' }, lent])).toEqual([])
    expect(acting('li', '2024-11-15', [own, lent], new Set(['chen']))).toEqual([])
    // The lender goes on holding it.
    expect(acting('chen', '2024-11-15')).toContain('p1')
  })

  it('are never more than the lender has, whatever the row says', () => {
    const [one] = actingPosts('li', [own, { ...lent, office: 'police', role: 'supervisor' }], '2024-11-15')
    expect(one && actorBy({ id: 'li', display: '李伟' }, one)).toEqual({
      id: 'li',
      name: '李伟',
      role: 'leader',
      office: 'economy',
      standsFor: 'chen',
    })
    expect(acting('li', '2024-11-15', [own, { ...lent, to: null }])).toEqual([])
    expect(acting('li', '2024-11-15', [lent])).toEqual([])
    const onward = { ...lent, id: 'p4', account: 'zhao', delegated_by: 'p3' }
    expect(acting('zhao', '2024-11-15', [own, lent, onward])).toEqual([])
    const circle = { ...lent, account: 'chen', delegated_by: 'p1' }
    expect(acting('chen', '2024-11-15', [own, circle])).toEqual(['p1'])
  })

  it('of any rows: every office and role acted by is held by somebody that very day as their own', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-11-${String(n).padStart(2, '0')}`)
    const held = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      account: fc.constantFrom('chen', 'li', 'zhao'),
      office: fc.constantFrom('x', 'y'),
      role: fc.constantFrom('officer', 'leader'),
      grid: fc.constant(null),
      from: day,
      to: fc.option(day),
      delegated_by: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    })
    const rows = fc.uniqueArray(held, { selector: ({ id }) => id, maxLength: 5 })
    fc.assert(
      fc.property(rows, day, fc.constantFrom('chen', 'li', 'zhao'), (among, today, account) => {
        for (const { post } of actingPosts(account, among, today)) {
          expect(post.from <= today && (post.to === null || today < post.to)).toBe(true)
          const source = among.find(
            (one) =>
              one.delegated_by === null &&
              one.office === post.office &&
              one.role === post.role &&
              one.from <= today &&
              (one.to === null || today < one.to),
          )
          expect(source).toBeDefined()
        }
      }),
    )
  })
})

describe('lending', () => {
  const today = '2024-11-15'
  const reasons = (post: Held, change: Partial<Parameters<typeof checkLending>[1]>) =>
    checkLending(post, { to: 'li', from: '2024-11-16', until: '2024-11-20', ...change }, today).map(
      ({ en }) => en,
    )

  it('says every reason against it', () => {
    expect(reasons(own, {})).toEqual([])
    expect(reasons(own, { until: '2025-01-01' })).toEqual([])
    expect(reasons(own, { until: '2025-01-02' })).toEqual([
      'It goes beyond the time for which the post is held',
    ])
    expect(reasons(lent, { to: 'li', from: '2024-11-01', until: '2024-11-01' })).toHaveLength(5)
  })

  const test = testZone({ systems: [] })
  it('lets the other act for the time, and no longer when the lender is gone', async () => {
    const context = test.zone.context()
    const door = desk(context)
    const [chen, li] = [await person(context, 'chen'), await person(context, 'li')]
    const post = await createRow(context, posts, {
      account: chen.id,
      office: 'economy',
      role: 'leader',
      from: '2024-01-01',
    })
    const [held] = await postsOf(context.db, chen.id, context.today)
    expect(held?.post).toMatchObject({ id: post.id, to: null, delegated_by: null })
    if (!held) throw new Error('no post')
    const lending = { to: li.id, from: '2024-11-16', until: '2024-11-20' }
    await expect(lendPost(context, held.post, { ...lending, to: chen.id }, door)).rejects.toMatchObject({
      code: 'POST_LENDING',
    })
    await expect(lendPost(context, held.post, { ...lending, to: 'nobody' }, door)).rejects.toMatchObject({
      status: 404,
    })
    await lendPost(context, held.post, lending, door)
    expect(await postsOf(context.db, li.id, '2024-11-15')).toEqual([])
    expect(await postsOf(context.db, li.id, '2024-11-16')).toMatchObject([
      { post: { office: 'economy', role: 'leader' }, lent: { id: post.id, account: chen.id } },
    ])
    expect(await postsOf(context.db, chen.id, '2024-11-16')).toHaveLength(1)
    await setAccountState(context, chen.id, 'locked', '停职', door)
    expect(await postsOf(context.db, li.id, '2024-11-16')).toEqual([])
    expect(await postsOf(context.db, chen.id, '2024-11-16')).toEqual([])
  })
})
