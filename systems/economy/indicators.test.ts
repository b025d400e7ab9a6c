import { expect, test } from 'vitest'
import { EVERY } from '../../kernel/figures/indicator.ts'
import { indicators } from './indicators.ts'
import { ITEMS, type Item } from './items.ts'
import { KINDS } from './tables.ts'

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
const items = Object.entries(ITEMS) as [string, Item][]

test('every item that units file is summed by the indicator of the same id and name, and no other', () => {
  const summed = indicators.filter(({ measure }) => measure?.by === 'sum')
  expect(summed.map(({ id }) => id).sort()).toEqual(items.map(([id]) => id).sort())
  for (const [id, item] of items) {
    const { name, measure, grain } = byId.get(id)!
    expect(name).toEqual(item.name)
    expect(measure).toMatchObject({ by: 'sum', where: { item: id } })
    expect(EVERY[grain]).toBe(item.every)
    for (const kind of item.kinds) expect(KINDS).toHaveProperty(kind)
  }
})

test('ratios stand on indicators that exist', () => {
  for (const { measure } of indicators)
    if (measure?.by === 'ratio') {
      expect(byId.has(measure.numerator)).toBe(true)
      expect(byId.has(measure.denominator)).toBe(true)
    }
})

test('no name means two indicators', () => {
  const names = indicators.flatMap(({ name, synonyms = [] }) => [name.zh, ...synonyms])
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
