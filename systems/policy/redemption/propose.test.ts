import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { insertRows } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { matches } from '../matching/tables.ts'
import { act } from './act.ts'
import { begin } from './begin.ts'
import { proposal, propose } from './propose.ts'
import { enterGranule, enterPot, firmsOf, LEADER, OFFICER, on, TODAY } from './redemption.fixture.ts'

const opened = testZone()
const as = (actor: typeof OFFICER) => on(opened.zone.context(actor), TODAY)

it('everybody who matches is proposed to once, as far as the pot reaches', async () => {
  const context = as(OFFICER)
  const firms = await firmsOf(context, 250)
  await enterPot(context, 'pot-propose', '23950')
  await enterGranule(context, { id: 'propose', pot: 'pot-propose', mode: 'automatic' })
  await enterGranule(context, { id: 'applied', pot: 'pot-propose' })
  await context.transaction(({ db, actor, now, newId }) =>
    insertRows(
      db,
      matches,
      firms.map(({ id }) => ({
        granule: 'propose',
        enterprise: id,
        verdict: 'match',
        amount: '100',
        near: null,
        gap: null,
        as_of: TODAY,
        known_at: '2024-11-15T00:00:00+08:00',
      })),
      { actor, now: now(), newId },
    ),
  )
  // One has begun its own claim; another did not want it.
  await as(firms[0]!.actor).transaction((own) => begin(own, { granule: 'propose' }))
  await as(firms[1]!.actor).transaction(async (own) => {
    const { id } = await begin(own, { granule: 'propose' })
    return act(own, id, 'withdraw')
  })
  expect(await proposal(context, 'propose')).toEqual({
    matching: 250,
    claimed: 2,
    late: 0,
    open: 248,
    amount: '24800',
    left: '23950',
    within: 239,
    withinAmount: '23900',
  })
  expect(await context.transaction((inside) => propose(inside, 'propose'))).toEqual({
    proposed: 200,
    more: 39,
  })
  // The two at once wait for each other at the pot.
  const both = await Promise.all(
    [1, 2].map(() => context.transaction((inside) => propose(inside, 'propose'))),
  )
  expect(both.map(({ proposed }) => proposed).sort()).toEqual([0, 39])
  const { rows } = await sql<{ n: number; firms: number; sum: string }>`
    select count(*)::int as n, count(distinct enterprise)::int as firms, sum(amount)::text as sum
    from policy.claims where granule = 'propose' and state = 'proposed'`.execute(context.db)
  expect(rows[0]).toEqual({ n: 239, firms: 239, sum: '23900' })
  expect(await proposal(context, 'propose')).toMatchObject({ open: 9, left: '50', within: 0 })
})

it('nobody is proposed to whose months after the event have passed, as no claim of theirs would be taken', async () => {
  const context = as(OFFICER)
  const firms = await firmsOf(context, 4)
  const ids = firms.map(({ id }) => id)
  await enterPot(context, 'pot-late', '1000')
  await enterGranule(context, {
    id: 'late',
    pot: 'pot-late',
    mode: 'automatic',
    event: 'recognition',
    window_months: 6,
    known: '市级企业技术研发中心认定日期',
  })
  await context.transaction(async ({ db, actor, now, newId }) => {
    const origin = { actor, now: now(), newId }
    await sql`delete from enterprises.honours where scheme = 'technology-centre' and enterprise = any(${ids}::text[])`.execute(
      db,
    )
    // Six months before the day: the last that is in time, the first that is late, and one whose day is not known.
    const granted = ['2024-05-15', '2024-05-14', '2024-11-01']
    for (const [i, day] of granted.entries())
      await sql`insert into enterprises.honours
        (id, enterprise, scheme, occasion, state, granted_on, keeper, synthetic, recorded_at, recorded_by)
        values (${`late-${i}`}, ${ids[i]}, 'technology-centre', 'first', 'granted', ${day}, 'science', true, now(), 'x')`.execute(
        db,
      )
    await insertRows(
      db,
      matches,
      ids.map((enterprise) => ({
        granule: 'late',
        enterprise,
        verdict: 'match',
        amount: '100',
        near: null,
        gap: null,
        as_of: TODAY,
        known_at: '2024-11-15T00:00:00+08:00',
      })),
      origin,
    )
  })
  expect(await proposal(context, 'late')).toMatchObject({
    matching: 4,
    claimed: 0,
    late: 2,
    open: 2,
    amount: '200',
  })
  expect(await context.transaction((inside) => propose(inside, 'late'))).toEqual({ proposed: 2, more: 0 })
  const { rows } = await sql<{
    enterprise: string
  }>`select enterprise from policy.claims where granule = 'late'
    order by enterprise`.execute(context.db)
  expect(rows.map(({ enterprise }) => enterprise)).toEqual([ids[0], ids[2]].sort())
  // A day later the first is late, too, and the one that has its claim is not counted again.
  expect(await proposal(on(opened.zone.context(OFFICER), '2024-11-16'), 'late')).toMatchObject({
    claimed: 2,
    late: 2,
    open: 0,
  })
})

it('only its own office proposes, and only what needs no application', async () => {
  const code = (work: Promise<unknown>) => work.then(String, (error) => error.code)
  expect(await code(proposal(as(LEADER), 'propose'))).toBe('CLAIM_ROLE')
  expect(await code(proposal(as({ ...OFFICER, office: 'economy' }), 'propose'))).toBe('CLAIM_ROLE')
  expect(await code(proposal(as(OFFICER), 'applied'))).toBe('CLAIM_APPLIED')
})
