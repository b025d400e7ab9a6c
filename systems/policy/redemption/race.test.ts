import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Actor } from '../../../kernel/access/actor.ts'
import { testVault } from '../../../test/vault.ts'
import { testZone } from '../../../test/zone.ts'
import { act } from './act.ts'
import { begin } from './begin.ts'
import {
  committedOf,
  enterGranule,
  enterPot,
  firmsOf,
  LEADER,
  on,
  reviewedClaim,
  TODAY,
} from './redemption.fixture.ts'

const opened = testZone()
const as = (actor: Actor, today = TODAY) => on(opened.zone.context(actor), today)
const outcomes = async (work: readonly Promise<unknown>[]) => {
  const all = await Promise.allSettled(work)
  const codes = all.map((one) => (one.status === 'fulfilled' ? 'done' : String(one.reason.code)))
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]),
  )
}

type Other = typeof opened.zone
const withPrograms = <T>(more: number, work: (others: readonly Other[]) => Promise<T>): Promise<T> =>
  more === 0
    ? work([])
    : opened.withVault(testVault, (zone) => withPrograms(more - 1, (others) => work([zone, ...others])))

it('of 200 approvals at once on a pot with room for 73, exactly 73 pass and the pot is empty to the yuan', async () => {
  const context = as(LEADER)
  await enterPot(context, 'race', '73500.00')
  await enterGranule(context, { id: 'race', pot: 'race' })
  const firms = await firmsOf(context, 200)
  const claims = await Promise.all(firms.map((firm) => reviewedClaim(as, firm, 'race', 1000)))
  // Four programs on one database, ten connections each.
  const approved = await withPrograms(3, (others) => {
    const contexts = [context, ...others.map((other) => on(other.context(LEADER), TODAY))]
    return outcomes(
      claims.map(({ id }, i) => contexts[i % 4]!.transaction((inside) => act(inside, id, 'approve'))),
    )
  })
  expect(approved).toEqual({ done: 73, POT_EMPTY: 127 })
  expect(await committedOf(context, 'race')).toBe('73000.00')
  const { rows } = await sql<{
    n: number
    sum: string
  }>`select count(*)::int as n, sum(amount)::numeric(20,2)::text as sum
    from policy.claims where granule = 'race' and state = 'approved'`.execute(context.db)
  expect(rows[0]).toMatchObject({ n: 73, sum: '73000.00' })
})

it('tells what the pot has left', async () => {
  const context = as(LEADER)
  const [firm] = await firmsOf(context, 201).then((firms) => firms.slice(200))
  const { id } = await reviewedClaim(as, firm!, 'race', 1000)
  await expect(context.transaction((inside) => act(inside, id, 'approve'))).rejects.toMatchObject({
    code: 'POT_EMPTY',
    status: 409,
    details: { left: '500.00' },
  })
})

it('the same claim approved by many at once takes its money once', async () => {
  const context = as(LEADER)
  await enterPot(context, 'once', '10000')
  await enterGranule(context, { id: 'once', pot: 'once' })
  const [firm] = await firmsOf(context, 1)
  const { id } = await reviewedClaim(as, firm!, 'once', 1000)
  const many = Array.from({ length: 20 }, () => context.transaction((inside) => act(inside, id, 'approve')))
  expect(await outcomes(many)).toEqual({ done: 1, CLAIM_STEP: 19 })
  expect(await committedOf(context, 'once')).toBe('1000.00')
})

it('the same thing claimed by many at once is claimed once', async () => {
  await enterGranule(as(LEADER), { id: 'twice', pot: 'once' })
  const [firm] = await firmsOf(as(LEADER), 1)
  const own = as(firm!.actor)
  const many = Array.from({ length: 20 }, () =>
    own.transaction((inside) => begin(inside, { granule: 'twice' })),
  )
  expect(await outcomes(many)).toEqual({ done: 1, ALREADY_CLAIMED: 19 })
})

it('granules of one group approved at once give the highest in all, whichever comes first', async () => {
  const context = as(LEADER)
  await enterPot(context, 'group', '1000000')
  const amounts = [200, 500, 100, 400, 300]
  for (const yuan of amounts)
    await enterGranule(context, { id: `group-${yuan}`, pot: 'group', stack: '平台', stacking: 'highest' })
  const [firm] = await firmsOf(context, 1)
  const claims: string[] = []
  for (const yuan of amounts) claims.push((await reviewedClaim(as, firm!, `group-${yuan}`, yuan)).id)
  const result = await outcomes(
    claims.map((id) => context.transaction((inside) => act(inside, id, 'approve'))),
  )
  expect(Object.keys(result).every((code) => ['done', 'CLAIM_NOTHING'].includes(code))).toBe(true)
  expect(await committedOf(context, 'group')).toBe('500.00')
})

it('the table itself refuses an overdrawn pot, a second living claim and a second payment, whoever writes', async () => {
  const { db } = as(LEADER)
  const refused = (query: ReturnType<typeof sql>) =>
    expect(query.execute(db)).rejects.toMatchObject({ code: expect.stringMatching(/23514|23505/) })
  await refused(sql`update policy.pots set committed = amount + 0.01 where id = 'race'`)
  await refused(sql`update policy.pots set amount = committed - 0.01 where id = 'race'`)
  await refused(sql`insert into policy.claims select (jsonb_populate_record(c, '{"id": "copy", "number": "copy"}')).*
    from policy.claims c where granule = 'race' limit 1`)
})
