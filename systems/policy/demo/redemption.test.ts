import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import { testZone } from '../../../test/zone.ts'
import { compareBatch } from '../redemption/batches.ts'
import { potLines, speedLines } from '../redemption/read.ts'
import { HOLDING } from '../redemption/words.ts'

const opened = testZone()
const context = () => opened.zone.context(SYSTEM_ACTOR)
const ask = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(context().db)).rows

it('pots hold what their claims say, and nothing more', async () => {
  const pots = await ask(sql<{
    id: string
    committed: string
    held: string
  }>`select p.id, p.committed::numeric(20,2)::text as committed,
    coalesce((select sum(amount) from policy.claims c where c.pot = p.id and c.state = any(${HOLDING}::text[])), 0)::numeric(20,2)::text as held
    from policy.pots p`)
  for (const { id, committed, held } of pots) expect([id, committed]).toEqual([id, held])
  const [science] = (await potLines(context())).filter(({ id }) => id === 'policy-pot-2024-science')
  expect(Number(science!.reserved) + Number(science!.paid) + Number(science!.left)).toBe(
    Number(science!.budget),
  )
})

it('claims stand in many states, one returned by the bank and one to be recovered', async () => {
  const states = new Map(
    (
      await ask(
        sql<{ state: string; n: number }>`select state, count(*)::int as n from policy.claims group by 1`,
      )
    ).map(({ state, n }) => [state, n]),
  )
  expect([states.get('bounced'), states.get('recovering')]).toEqual([1, 1])
  for (const state of ['proposed', 'submitted', 'notice', 'cleared', 'paid'])
    expect(states.get(state)).toBeGreaterThan(0)
})

it('closed batches are equal to the line', async () => {
  const batches = await ask(
    sql<{ id: string }>`select id from policy.batches where state = 'closed' order by id`,
  )
  expect(batches.length).toBeGreaterThan(10)
  for (const { id } of batches)
    expect(await compareBatch(context(), id)).toMatchObject({ equal: true, totals: { open: '0.00' } })
})

it('money comes in fewer days than two years ago', async () => {
  const speed = await speedLines(context())
  expect(speed.at(-1)!.median).toBeLessThan(speed[0]!.median / 2)
  for (const { median, p90 } of speed) expect(p90).toBeGreaterThanOrEqual(median)
})

it('relief of the year that the report states is what it states', async () => {
  expect(
    await context().figures.figure({ indicator: 'policy.tax-relief', aspect: 'level', period: '2023' }),
  ).toMatchObject({
    value: '48.6',
    status: 'computed',
  })
})

it('money paid in ten months is what its claims say, by the month in which it came', async () => {
  const [{ paid }] = (await ask(sql<{ paid: string }>`
    select (sum(amount) / 100000000)::text as paid from policy.claims where paid_on between '2024-01-01' and '2024-10-31'`)) as [
    { paid: string },
  ]
  const figure = await context().figures.figure({
    indicator: 'policy.money-paid',
    aspect: 'level',
    period: '2024-01..10',
  })
  expect(figure.status).toBe('computed')
  expect(Number(figure.value)).toBeCloseTo(Number(paid), 9)
  expect(Number(paid)).toBeGreaterThan(0)
})

it('a month in which nothing is paid leaves no gap in the money around it', async () => {
  const { db } = context()
  const money = async () => {
    const ref = { indicator: 'policy.money-paid', aspect: 'level', period: '2024-01..10' } as const
    const { value, status } = await context().figures.figure(ref)
    return [status, Number(value)] as const
  }
  const [, before] = await money()
  const [{ sum }] = (await ask(sql<{ sum: string }>`
    select (sum(amount) / 100000000)::text as sum from policy.claims where paid_month = '2024-05'`)) as [
    { sum: string },
  ]
  await sql`delete from policy.claims where paid_month = '2024-05'`.execute(db)
  expect(Number(sum)).toBeGreaterThan(0)
  const [status, after] = await money()
  expect(status).toBe('computed')
  expect(before - after).toBeCloseTo(Number(sum), 9)
})
