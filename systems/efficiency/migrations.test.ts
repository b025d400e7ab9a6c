import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'

const opened = testZone()

it('what was published and stated under the figures’ old addresses goes with them, and nothing else', async () => {
  const moved = await readFile(new URL('./migrations/0002-from-economy.sql', import.meta.url), 'utf8')
  const indicators = async () =>
    (
      await sql<{ indicator: string; n: number }>`
        select indicator, count(*) as n from (select indicator from figures.peers union all
          select indicator from figures.statements union all select indicator from plan.granules) t
        where indicator is not null group by indicator order by indicator`.execute(opened.zone.store.db)
    ).rows
  const before = await indicators()
  await opened.zone.context().transaction(async ({ db }) => {
    for (const table of ['figures.peers', 'figures.statements', 'plan.granules'])
      await sql`update ${sql.raw(table)} set indicator = replace(indicator, 'efficiency.', 'economy.')
        where indicator like 'efficiency.%-per-mu'`.execute(db)
  })
  expect((await indicators()).map(({ indicator }) => indicator)).toContain('economy.tax-per-mu')
  await opened.zone.context().transaction(({ db }) => sql.raw(moved).execute(db))
  expect(await indicators()).toEqual(before)
})
