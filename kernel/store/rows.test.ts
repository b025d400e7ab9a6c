import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { peers } from '../figures/tables.ts'
import { createRow, getRow, listRows, updateRow } from './index.ts'

const test = testZone()
const list = (options: Partial<Parameters<typeof listRows>[2]>) =>
  listRows(test.zone.store.db, peers, { offset: 0, limit: 20, ...options })
const row = {
  place: '甲区',
  peer_group: 'district',
  indicator: 'zoo.visitors',
  aspect: 'level',
  period: '2023',
  value: '12.50',
  source: '示例',
}

describe('a list', () => {
  it('filters by value, by either of two, by prefix and by range', async () => {
    const all = await list({ filter: { indicator: 'economy.gdp', aspect: 'growth' } })
    const years = await list({ filter: { indicator: 'economy.gdp', aspect: 'growth', period: '2022|2023' } })
    const prefix = await list({ filter: { indicator: 'economy.gdp', aspect: 'growth', period: '2023*' } })
    const range = await list({ filter: { indicator: 'economy.gdp', aspect: 'growth', period: '2022..2023' } })
    expect(years.total).toBe(22)
    expect(new Set(years.rows.map((one) => one.period))).toEqual(new Set(['2022', '2023']))
    expect(prefix.total).toBeGreaterThan(11)
    expect(range.total).toBeGreaterThan(years.total)
    expect(all.total).toBeGreaterThan(range.total)
  })

  it('sorts numbers as numbers and sums them exactly', async () => {
    const filter = { indicator: 'economy.gdp', aspect: 'growth', period: '2023' }
    const { value } = peers.columns
    const summed = { ...peers, columns: { ...peers.columns, value: { kind: value.kind, name: value.name } } }
    const { rows, sums } = await listRows(test.zone.store.db, summed, {
      offset: 0,
      limit: 20,
      filter,
      sort: '-value',
    })
    const values = rows.map((one) => Number(one.value))
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(Number(sums.value)).toBeCloseTo(
      values.reduce((a, b) => a + b),
      6,
    )
    // Rates and levels of many indicators in one column: the record says that their sum says nothing.
    expect((await list({ filter })).sums).toEqual({})
  })

  it('takes any search and any text filter for what it is: text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (words) => {
        // PostgreSQL text holds every character but NUL.
        fc.pre(!words.includes('\0'))
        const { total } = await list({
          search: words,
          filter: { place: words, "x'; drop table figures.peers; --": '1' },
        })
        expect(total).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
    expect((await list({})).total).toBeGreaterThan(0)
  })
})

it('reads a filter in one pass, however it is written', async () => {
  // Tried at every pair of dots anew, this one would take hours.
  expect((await list({ filter: { place: `${'.'.repeat(4_000_000)}\n` } })).total).toBe(0)
})

describe('a row', () => {
  it('is checked before it is written', async () => {
    const context = test.zone.context()
    await expect(createRow(context, peers, { ...row, value: 'twelve' })).rejects.toMatchObject({
      code: 'RECORD_VALUE',
      place: 'figures.peers.value',
      value: 'twelve',
      status: 422,
    })
    await expect(createRow(context, peers, { ...row, colour: 'red' })).rejects.toMatchObject({
      code: 'RECORD_VALUE',
    })
    expect((await list({ filter: { indicator: 'zoo.visitors' } })).total).toBe(0)
  })

  it('is created, changed and found again, exact to the digit', async () => {
    const context = test.zone.context()
    const created = await createRow(context, peers, row)
    expect(created).toMatchObject({ value: '12.50', synthetic: false, recorded_by: 'gaoxin' })
    await expect(createRow(context, peers, row)).rejects.toMatchObject({ code: 'RECORD_EXISTS', status: 409 })
    const id = String(created.id)
    expect(await updateRow(context, peers, id, { value: '13.75' })).toMatchObject({
      value: '13.75',
      place: '甲区',
    })
    expect(await getRow(test.zone.store.db, peers, id)).toMatchObject({ value: '13.75' })
    await expect(updateRow(context, peers, 'nobody', { value: '1' })).rejects.toMatchObject({ status: 404 })
  })
})
