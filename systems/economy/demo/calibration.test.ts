import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../../kernel/figures/evaluate.ts'
import { evaluate } from '../../../kernel/figures/evaluate.ts'
import { parseRef } from '../../../kernel/figures/figure.ts'
import { Decimal } from '../../../kernel/figures/series.ts'
import { demoRows, ledgerOf } from './ledger.fixture.ts'
import { totals } from './months.ts'
import { landOf, makeReturns } from './returns.ts'
import { makeUnits } from './units.ts'

const SEED = 2023
const ledger = ledgerOf(demoRows(SEED, 1), SEED)
const exact = (ref: string, from: Ledger = ledger) => evaluate(from, parseRef(`economy.${ref}`)!)

/** Items 1, 2 and 6 of the 2023 report: [figure, as published, decimals as published]. */
const PUBLISHED: readonly (readonly [ref: string, value: string, decimals: number])[] = [
  ['gdp@2023', '391', 0],
  ['gdp:growth@2023', '6.0', 1],
  ['gdp:growth.rank@2023', '4', 0],
  ['fiscal-revenue@2023', '85.4', 1],
  ['fiscal-revenue:growth@2023', '2.3', 1],
  ['general-budget-revenue@2023', '46.7', 1],
  ['general-budget-revenue:growth@2023', '0.6', 1],
  ['fixed-asset-investment@2023', '145.7', 1],
  ['fixed-asset-investment:growth@2023', '10.2', 1],
  ['fixed-asset-investment:growth.gap@2023', '2.7', 1],
  ['retail-wholesale-sales@2023', '2675.6', 1],
  ['retail-wholesale-sales:growth@2023', '16.1', 1],
  ['retail-wholesale-sales:growth.gap@2023', '7.1', 1],
  ['exports@2023', '282.8', 1],
  ['exports:growth@2023', '8.4', 1],
  ['exports:growth.gap@2023', '7.7', 1],
  ['industrial-output@2023', '357.8', 1],
  ['industrial-output:growth@2023', '12.7', 1],
  ['industrial-output:growth.rank@2023', '1', 0],
  ['industrial-output:growth.rank.streak@2023', '12', 0],
  ['industrial-value-added@2023', '139.4', 1],
  ['industrial-value-added:growth@2023', '21.2', 1],
  ['digital-revenue@2023', '474.9', 1],
  ['digital-revenue:growth@2023', '7.4', 1],
  ['digital-manufacturing-value-added@2023', '45', 0],
  ['digital-manufacturing-value-added:growth@2023', '19.6', 1],
  ['digital-manufacturing-value-added:growth.rank@2023', '3', 0],
  ['research-spending@2023', '30.34', 2],
  ['research-intensity@2023', '8', 0],
  ['research-intensity:rank@2023', '1', 0],
]

test.each(PUBLISHED)('%s comes out of the rows as the report published it: %s', (ref, value, decimals) => {
  const figure = exact(ref)
  expect(figure.status).toBe('computed')
  expect(new Decimal(figure.value!).toFixed(decimals)).toBe(value)
})

test('growth is so near its published decimal that a gap of rounded numbers is the rounded gap', () => {
  for (const [ref, value] of PUBLISHED.filter(([ref]) => ref.includes(':growth@')))
    expect(Math.abs(Number(exact(ref).value) - Number(value)), ref).toBeLessThan(0.04)
})

describe('the claims of 2023, carried over into a draft for 2024', () => {
  const number = (ref: string) => Number(exact(ref).value)
  test('some hold', () => {
    expect(number('fiscal-revenue:growth@2024-01..10')).toBeGreaterThan(0)
    expect(number('retail-wholesale-sales:growth.gap@2024-01..10')).toBeGreaterThan(0)
    expect(number('industrial-output:growth@2024-01..10')).toBeGreaterThan(0)
  })
  test('some break', () => {
    expect(number('exports:growth@2024-01..10')).toBeLessThan(0)
    expect(number('general-budget-revenue:growth@2024-01..10')).toBeLessThan(0)
    expect(number('fixed-asset-investment:growth.gap@2024-01..10')).toBeLessThan(0)
    expect(number('gdp:growth.rank@2024-01..09')).toBe(6)
    expect(number('industrial-output:growth.rank@2024-01..06')).toBe(1)
    expect(number('industrial-output:growth.rank@2024-01..07')).toBe(2)
    expect(exact('industrial-output:growth.rank.streak@2024-01..10').value).toBe('0')
  })
})

test('the same seed gives the same rows; another seed gives other rows with the same year', () => {
  const first = [...demoRows(SEED, 0.2)]
  expect([...demoRows(SEED, 0.2)]).toEqual(first)
  const other = ledgerOf(demoRows(7, 0.2), 7)
  expect([...demoRows(7, 0.2)].slice(0, 50)).not.toEqual(first.slice(0, 50))
  expect(exact('exports@2023', other).value).toBe(exact('exports@2023').value)
})

test('however many units share them, totals of every item and month stay the same', () => {
  const many = ledgerOf(demoRows(SEED, 3), SEED)
  for (const [item, months] of ledger.series)
    for (const [month, total] of months) {
      const other = many.series.get(item)!.get(month)!
      expect(other.value.equals(total.value), `${item} ${month}`).toBe(true)
      expect(other.rows).toBeGreaterThan(total.rows)
    }
})

describe('single returns are believable', () => {
  const all = totals(SEED)
  const units = makeUnits(SEED, 1)
  const rows = [...makeReturns(units, all, SEED)]
  const value = new Map(rows.map((row) => [`${row.unit} ${row.item} ${row.month}`, Number(row.value)]))
  const pairs = (whole: string, part: string) =>
    rows
      .filter(({ item }) => item === part)
      .map((row) => [value.get(`${row.unit} ${whole} ${row.month}`)!, Number(row.value)] as const)

  test('value added is a part of output, digital value added is value added, kept revenue a part of revenue', () => {
    for (const [whole, part] of pairs('economy.industrial-output', 'economy.industrial-value-added'))
      expect(part).toBeLessThanOrEqual(whole)
    for (const [whole, part] of pairs(
      'economy.industrial-value-added',
      'economy.digital-manufacturing-value-added',
    ))
      expect(part).toBe(whole)
    for (const [whole, part] of pairs('economy.fiscal-revenue', 'economy.general-budget-revenue'))
      expect(part).toBeLessThanOrEqual(whole)
  })
  test('names and rows are unique, nothing is negative, names say that they are samples', () => {
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length)
    expect(units.every(({ name }) => name.includes('示例'))).toBe(true)
    expect(value.size).toBe(rows.length)
    expect(rows.every((row) => Number(row.value) >= 0)).toBe(true)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
  test('land is held by industrial units and adds up', () => {
    const land = landOf(units, all, SEED)
    const sum = [...land.values()].reduce((total, part) => total.plus(part), new Decimal(0))
    expect(sum.toFixed()).toBe('1810.41')
  })
})
