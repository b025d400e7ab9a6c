import { sql } from 'kysely'
import { describe, expect, it, test } from 'vitest'
import { parseRef } from '../../kernel/figures/index.ts'
import { isCreditCode } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { makeFirms, TOTALS } from './demo/firms.ts'

const opened = testZone()
const figure = (ref: string) => opened.zone.context().figures.figure(parseRef(ref)!)

describe('the zone per mu', () => {
  it.each([
    ['efficiency.tax-per-mu@2023', '82.9'],
    ['efficiency.value-added-per-mu@2023', '770.1'],
  ])('%s is computed from rows as the report published it: %s', async (ref, value) => {
    const found = await figure(ref)
    expect(found.status).toBe('computed')
    expect(Number(found.value).toFixed(1)).toBe(value)
  })

  it('is told down to the firms, whose sum is the numerator', async () => {
    const { figures } = opened.zone.context()
    const ref = parseRef('efficiency.tax@2023')!
    const behind = await figures.rows(ref, { offset: 0, limit: 1 })
    expect(behind).toMatchObject({ total: 126, sum: '15.0091' })
  })

  it('holds the first place in the city', async () => {
    expect((await figure('efficiency.tax-per-mu:rank@2023')).value).toBe('1')
  })

  // Two systems, one zone: what firms file by month is what they are evaluated by.
  it.each(['2019', '2020', '2021', '2022', '2023'])('agrees in %s with the monthly returns', async (year) => {
    for (const [own, theirs] of [
      ['tax', 'industrial-tax'],
      ['value-added', 'industrial-value-added'],
      ['land', 'industrial-land'],
    ])
      expect(Number((await figure(`efficiency.${own}@${year}`)).value)).toBe(
        Number((await figure(`economy.${theirs}@${year}`)).value),
      )
  })
})

it('are firms of the register, under the codes and names that they have there, and tried by the newest schemes', async () => {
  const { rows } = await sql<{ segment: string; firms: number; known: number; tried: number }>`
    select f.segment, count(*)::int as firms, count(e.id)::int as known, count(r.id)::int as tried
    from efficiency.firms f left join efficiency.results r on r.firm = f.id
    left join enterprises.enterprises e on e.code = f.credit_code and e.name = f.name and e.sector = 'C'
    where f.period = '2023-12' group by f.segment order by f.segment`.execute(opened.zone.store.db)
  expect(rows.map(({ segment, firms, tried }) => [segment, firms, tried])).toEqual([
    ['above', 126, 126],
    ['below', 90, 90],
    ['small', 60, 60],
    ['tenant', 44, 44],
  ])
  for (const { firms, known } of rows) expect(known).toBe(firms)
})

describe('sample firms', () => {
  test('however many share them, the sums of 规上 firms stay the same', () => {
    for (const scale of [0.1, 1, 3])
      for (const [year, total] of Object.entries(TOTALS)) {
        const rows = makeFirms(7, scale).filter(
          (row) => row.segment === 'above' && row.period === `${year}-12`,
        )
        const sum = (of: 'tax' | 'value_added' | 'land') =>
          rows.reduce((cents, row) => cents + Math.round(Number(row[of]) * 100), 0) / 100
        expect([sum('tax'), sum('value_added'), sum('land')]).toEqual([
          total.tax,
          total.value_added,
          total.land,
        ])
      }
  })
  test('say that they are samples, have codes that check, and land that fits their group', () => {
    const rows = makeFirms(2023, 1)
    expect(rows).toHaveLength(5 * 320)
    expect(rows.every(({ name, credit_code }) => name.includes('示例') && isCreditCode(credit_code))).toBe(
      true,
    )
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { segment, land } of rows) {
      if (segment === 'below') expect(Number(land)).toBeGreaterThanOrEqual(3)
      if (segment === 'small') expect(Number(land)).toBeLessThan(3)
    }
  })
  test('the same seed gives the same rows, another seed others', () => {
    expect(makeFirms(1, 0.3)).toEqual(makeFirms(1, 0.3))
    expect(makeFirms(1, 0.3)).not.toEqual(makeFirms(2, 0.3))
  })
})
