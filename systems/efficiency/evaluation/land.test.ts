import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { insertRows } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { landOf, type Plot } from '../scoring/index.ts'
import { evaluate } from '../steps.ts'
import { plots } from '../tables.ts'
import { gatherLand } from './land.ts'

const opened = testZone()
const FIRM = 'efficiency-2023-0001'
const area = fc.option(fc.integer({ min: 0, max: 900_000 }).map((n) => (n / 100).toFixed(2)))
const plot: fc.Arbitrary<Plot> = fc.record({
  kind: fc.constantFrom('owned', 'rented_in', 'rented_out'),
  certified: area,
  used: area,
  floor: area,
  ratio: fc.constantFrom(null, '0', '0.7', '1.5', '3'),
})

/** What the firm has after its plots are gathered, and how many firms changed; then all is as before. */
async function gathered(given: readonly Plot[]) {
  const undone = new Error('undone')
  let found: unknown
  await opened.zone
    .context()
    .transaction(async (context) => {
      const { actor, newId, vault } = context
      const rows = given.map(({ ratio, ...plot }, at) => ({
        ...plot,
        plot_ratio: ratio,
        firm: FIRM,
        address: `${at} 号`,
        other: '某公司',
      }))
      await insertRows(context.db, plots, rows, { actor, now: context.now(), newId, vault })
      const changed = await gatherLand(context, '2023')
      const again = await gatherLand(context, '2023')
      const { rows: firms } = await sql<{ land: string; tenants: number; confirmed: boolean }>`
        select land::text as land, tenants::int as tenants, confirmed_on is not null as confirmed
        from efficiency.firms where id = ${FIRM}`.execute(context.db)
      found = { changed, again, ...firms[0] }
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return found
}

it('gathers the plots of every firm as one is counted; firms without plots stay as they are', () =>
  fc.assert(
    fc.asyncProperty(fc.array(plot, { minLength: 1, maxLength: 6 }), async (given) => {
      const { land, tenants } = landOf(given)
      expect(await gathered(given)).toEqual({ changed: 1, again: 0, land, tenants, confirmed: false })
    }),
    { numRuns: 40 },
  ))

it('leaves alone what a published evaluation rests on', async () => {
  const { id } = await opened.zone
    .context()
    .transaction((inside) => evaluate(inside, 'efficiency-scheme-2023-above'))
  await opened.zone
    .context()
    .transaction(({ db }) =>
      sql`update efficiency.rounds set state = 'published' where id = ${id}`.execute(db),
    )
  const given: Plot[] = [{ kind: 'owned', certified: '1', used: null, floor: null, ratio: null }]
  expect(await gathered(given)).toMatchObject({ changed: 0, confirmed: true })
})
