import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'

const test = testZone()
const ask = (indicator: string, period = '2023') =>
  test.zone.context().figures.figure({ indicator: `talent.${indicator}`, aspect: 'level', period })

/** What the 2023 report states in item 5, at its precision; 约占全市1/3 and 突破70亿元 are said of what is below. */
it.each([
  ['talent-projects', '79'],
  ['national-recruits', '13'],
  ['national-trainees', '5'],
  ['national-trainee-share', '0.3333'],
  ['postdoctoral-stations-new', '4'],
  ['talent-firm-output', '70.3'],
  ['talent-events', '24'],
])('computes %s of 2023 from rows: %s', async (indicator, value) => {
  const figure = await ask(indicator)
  const decimals = value.split('.')[1]?.length ?? 0
  expect([figure.status, Number(figure.value).toFixed(decimals)]).toEqual(['computed', value])
})

describe('a figure', () => {
  it('leads to rows whose number it is', async () => {
    const { figures } = test.zone.context()
    const rows = await figures.rows(
      { indicator: 'talent.national-recruits', aspect: 'level', period: '2023' },
      { offset: 0, limit: 5 },
    )
    expect(rows).toMatchObject({ total: 13, record: 'talent.selections' })
  })

  it('follows a selection that is entered late', async () => {
    const { db } = test.zone.store
    await sql`update talent.selections set selected_on = '2024-01-03'
      where id = 'national-recruitment-2023-1'`.execute(db)
    expect((await ask('national-recruits')).value).toBe('12')
    expect((await ask('talent-projects')).value).toBe('78')
  })
})

it('what reports stated under the old addresses goes with the figures', async () => {
  const { db } = test.zone.store
  const stated = async () =>
    (
      await sql<{ indicator: string }>`select indicator from figures.statements
        where indicator like '%.talent-%' or indicator like '%.national-%' order by id`.execute(db)
    ).rows.map(({ indicator }) => indicator)
  const now = await stated()
  expect(now).toContain('talent.talent-events')
  await sql`update figures.statements set indicator = 'plan.' || substr(indicator, 8)
    where indicator like 'talent.%'`.execute(db)
  expect(await stated()).not.toEqual(now)
  await sql.raw(await readFile(new URL('migrations/0002-from-plan.sql', import.meta.url), 'utf8')).execute(db)
  expect(await stated()).toEqual(now)
})
