import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'

const test = testZone()

it('what reports stated of enterprises stays with its indicators when these change their names', async () => {
  const { db } = test.zone.store
  const stated = async () =>
    (
      await sql<{ indicator: string; n: number }>`select indicator, count(*)::int as n from figures.statements
        where indicator is not null group by indicator order by indicator`.execute(db)
    ).rows
  const now = await stated()
  const moved = now.filter(({ indicator }) => indicator.startsWith('enterprises.'))
  expect(moved.length).toBeGreaterThan(15)
  await sql`update figures.statements set indicator = 'plan.' || substr(indicator, 13)
    where indicator like 'enterprises.%'`.execute(db)
  const migration = await readFile(new URL('migrations/0008-enterprise-figures.sql', import.meta.url), 'utf8')
  await sql.raw(migration).execute(db)
  expect(await stated()).toEqual(now)
})
