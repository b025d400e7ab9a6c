import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { FigureRef } from '../../kernel/figures/index.ts'
import { testZone } from '../../test/zone.ts'

const test = testZone()
const ask = async (indicator: string, aspect: FigureRef['aspect'] = 'level', period = '2023') => {
  const { figures } = test.zone.context()
  return figures.figure({ indicator: `enterprises.${indicator}`, aspect, period })
}
const inSql = async (query: ReturnType<typeof sql<{ n: number }>>) =>
  Number((await query.execute(test.zone.store.db)).rows[0]?.n)

/** What the 2023 report states in items 3 and 5, at its precision. */
it.each([
  ['new-entities', 'level', '6469'],
  ['new-entities', 'growth', '12.2'],
  ['new-enterprises', 'level', '3913'],
  ['new-enterprises', 'growth', '19.1'],
  ['little-giants-new', 'level', '3'],
  ['little-giants', 'level', '21'],
  ['quality-mark-firms', 'level', '4'],
  ['leading-tech-firms-new', 'level', '2'],
  ['provincial-little-giants-new', 'level', '1'],
  ['innovation-top-500', 'level', '17'],
  ['innovation-top-500', 'rank', '1'],
  ['software-top-100', 'level', '3'],
  ['supply-chain-leaders', 'level', '11'],
  ['high-tech-firms-new', 'level', '208'],
  ['high-tech-firms', 'level', '729'],
  ['national-tech-smes', 'level', '784'],
  ['provincial-tech-smes', 'level', '536'],
  ['provincial-institutes-new', 'level', '2'],
  ['high-tech-centres-new', 'level', '10'],
  ['key-laboratories-new', 'level', '2'],
  ['key-institutes-new', 'level', '2'],
  ['technology-centres-new', 'level', '18'],
] as const)('computes %s (%s) of 2023 as the report states it: %s', async (indicator, aspect, stated) => {
  const { status, value } = await ask(indicator, aspect)
  const decimals = stated.split('.')[1]?.length ?? 0
  expect([status, Number(value).toFixed(decimals)]).toEqual(['computed', stated])
})

describe('a count', () => {
  it('of registrations is that of the rows of its days, and rows lead back to it', async () => {
    const ref = { indicator: 'enterprises.new-enterprises', aspect: 'level', period: '2023-02' } as const
    const { figures } = test.zone.context()
    const rows = await figures.rows(ref, { offset: 0, limit: 5 })
    const counted = await inSql(sql`select count(*) as n from enterprises.enterprises
      where kind = 'enterprise' and registered_on >= '2023-02-01' and registered_on < '2023-03-01'`)
    expect((await figures.figure(ref)).value).toBe(String(counted))
    expect(rows).toMatchObject({ total: counted, record: 'enterprises.enterprises' })
  })

  it('has what was registered twice once it is merged only once', async () => {
    const { db } = test.zone.store
    const before = Number((await ask('new-enterprises', 'level', '2023-03')).value)
    await sql`update enterprises.enterprises set merged_into = (select min(id) from enterprises.enterprises)
      where id = (select max(id) from enterprises.enterprises where kind = 'enterprise' and merged_into is null
        and registered_on between '2023-03-01' and '2023-03-31')`.execute(db)
    expect(Number((await ask('new-enterprises', 'level', '2023-03')).value)).toBe(before - 1)
    const rows = await test.zone
      .context()
      .figures.rows(
        { indicator: 'enterprises.new-enterprises', aspect: 'level', period: '2023-03' },
        { offset: 0, limit: 1 },
      )
    expect(rows.total).toBe(before - 1)
  })

  it('follows a correction: a certificate withdrawn no longer stands, and was granted all the same', async () => {
    const { db } = test.zone.store
    await sql`update enterprises.honours set state = 'withdrawn', valid_to = '2023-10-01'
      where id = (select min(id) from enterprises.honours
        where scheme = 'high-tech' and granted_on = '2022-12-01')`.execute(db)
    expect((await ask('high-tech-firms')).value).toBe('728')
    expect((await ask('high-tech-firms', 'level', '2023-09')).value).toBe(
      String(
        await inSql(sql`select count(*) as n from enterprises.honours where scheme = 'high-tech'
          and granted_on <= '2023-09-30' and (valid_to is null or valid_to > '2023-09-30')`),
      ),
    )
    expect((await ask('high-tech-firms-new')).value).toBe('208')
  })

  it('of applications is none until they are granted', async () => {
    const asked = await inSql(sql`select count(*) as n from enterprises.honours
      where scheme = 'high-tech' and state = 'applied'`)
    expect(asked).toBeGreaterThan(100)
    expect((await ask('high-tech-firms-new', 'level', '2024-01..10')).value).toBe('0')
  })

  it('is not known for months in which nobody has entered anything yet', async () => {
    expect((await ask('new-entities', 'level', '2024')).status).toBe('missing')
    expect((await ask('entities', 'level', '2024-10')).status).toBe('computed')
    expect((await ask('entities', 'level', '2024-11')).status).toBe('missing')
  })
})
