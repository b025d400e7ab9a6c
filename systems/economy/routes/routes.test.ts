import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parseRef } from '../../../kernel/figures/figure.ts'
import { testZone } from '../../../test/zone.ts'
import economy from '../index.ts'
import { HEADLINES } from './overview.ts'

const opened = testZone()
const STATISTICIAN: Actor = {
  id: 'statistician',
  name: '统计人员',
  role: 'statistician',
  office: 'statistics',
}

/** Calls a route as the server does: input and output pass their schemas. */
async function call(path: string, given: Record<string, unknown> = {}) {
  const route = economy.routes!.find((one) => one.path === path)!
  const answer = await route.handle(opened.zone.context(STATISTICIAN), route.input.parse(given))
  if (!('contentType' in route.output)) route.output.parse(answer)
  return answer as Record<string, unknown>
}
const overviewOf = async (indicator: string, period?: string) => {
  const { items } = (await call('/overview', period ? { period } : {})) as {
    items: { indicator: string; period: string; rank: number; streak: unknown; collecting: string | null }[]
  }
  return items.find((item) => item.indicator === indicator)!
}
const OUTPUT = 'economy.industrial-output'

test('the overview shows the last collected month, or the period asked for', async () => {
  expect(await overviewOf(OUTPUT)).toMatchObject({
    period: '2024-01..10',
    rank: 3,
    streak: null,
    synthetic: true,
  })
  expect(await overviewOf('economy.gdp')).toMatchObject({ period: '2024-01..09', rank: 6 })
  expect(await overviewOf(OUTPUT, '2023')).toMatchObject({ rank: 1, streak: { count: 12, unit: '个月' } })
  expect(await overviewOf('economy.research-intensity')).toMatchObject({
    period: '2023',
    rank: 1,
    growth: null,
  })
})

test('the first screen has every headline, those of other systems too', async () => {
  const { items } = (await call('/overview')) as { items: { indicator: string; status: string }[] }
  expect(items.map(({ indicator }) => indicator)).toEqual(HEADLINES)
  expect(items.filter(({ status }) => status !== 'computed')).toEqual([])
})

test('peers list eleven places, and the rank through the year', async () => {
  const found = await call('/peers/:indicator', { indicator: OUTPUT, period: '2023' })
  expect(found).toMatchObject({ rank: 1, aspect: 'growth', city: '3.4' })
  expect(found.places).toHaveLength(11)
  expect((found.course as { rank: number }[]).map(({ rank }) => rank)).toEqual(Array(12).fill(1))
})

describe('a return', () => {
  const filing = { unit: 'economy-U00001', item: OUTPUT, month: '2024-10' }
  const total = async () => {
    const ref = parseRef(`${OUTPUT}@2024-01..10`)!
    return Number((await opened.zone.context().figures.figure(ref)).value)
  }
  test('that exists is changed only as a correction, and then the total moves by the difference', async () => {
    await expect(call('/returns', { ...filing, value: 2500 })).rejects.toMatchObject({
      code: 'ECONOMY_RETURN_EXISTS',
    })
    const before = await total()
    const answer = (await call('/returns', { ...filing, value: 2500, correct: true })) as {
      before: string
      corrected: boolean
    }
    expect(answer.corrected).toBe(true)
    expect((await total()) - before).toBeCloseTo((2500 - Number(answer.before)) / 10000, 6)
  })
  test('of a month that is coming in is filed, and the month is named as being collected', async () => {
    expect(await call('/returns', { ...filing, month: '2024-11', value: '2400.10' })).toMatchObject({
      corrected: false,
    })
    expect(await overviewOf(OUTPUT)).toMatchObject({ period: '2024-01..10', collecting: '2024-11' })
    expect(await call('/peers/:indicator', { indicator: OUTPUT })).toMatchObject({ period: '2024-01..10' })
  })
  test('refused leaves nothing behind', async () => {
    const wrong = { ...filing, month: '2024-12', value: '1' }
    await expect(call('/returns', wrong)).rejects.toMatchObject({
      code: 'ECONOMY_RETURN_FUTURE',
      status: 422,
    })
    const { figures } = opened.zone.context()
    expect((await figures.lastMonths([OUTPUT])).get(OUTPUT)?.collecting).toBe('2024-11')
  })
})
