import { expect, it } from 'vitest'
import { insertRows } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { drainers } from '../tables/index.ts'
import { concernsOf } from './permits.ts'

const test = testZone({ real: true })

it('names drainers without a permit, with one that runs out, and whose test exceeded', async () => {
  const context = test.zone.context()
  const drainer = (code: string, permit: string | null, to: string | null, more: object = {}) => ({
    id: code,
    code,
    name: code,
    class: 'restaurant',
    important: false,
    permit,
    permit_to: to,
    keeper: 'construction',
    ...more,
  })
  await insertRows(
    context.db,
    drainers,
    [
      drainer('A', 'x', '2025-06-30'),
      drainer('B', 'x', '2025-06-29', { important: true }),
      drainer('C', null, null),
      drainer('D', 'x', '2025-09-28'),
      drainer('E', 'x', '2025-09-29', { test: 'exceeded' }),
      drainer('F', null, null, { test: 'exceeded' }),
      drainer('G', 'x', '2030-01-01', { test: 'met' }),
    ],
    { actor: context.actor, now: context.now(), newId: context.newId },
  )
  const found = await concernsOf({ db: context.db, today: '2025-06-30' })
  // Good to the end of its last day; ninety days are soon, ninety-one are not.
  expect(found.counts).toEqual({ none: 2, expired: 1, soon: 2, exceeded: 2 })
  expect(found.drainers.map(({ id, concern }) => `${id} ${concern}`)).toEqual([
    'B expired',
    'C none',
    'F exceeded',
    'F none',
    'A soon',
    'D soon',
    'E exceeded',
  ])
})
