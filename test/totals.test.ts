import { expect, it } from 'vitest'
import { allRecords, findSystems } from '../app/systems.ts'
import { totalsOf } from '../kernel/store/index.ts'
import { links } from '../systems/drainage/tables/index.ts'
import { testZone } from './zone.ts'

const records = [...allRecords(await findSystems()).values()]
const decimals = records.flatMap(({ id, columns }) =>
  Object.entries(columns).flatMap(([name, { kind, unit, total }]) =>
    kind === 'decimal' ? [{ column: `${id}.${name}`, unit, isSummed: total !== false }] : [],
  ),
)
/** Of so much a day or a second: what many give together is their sum. */
const FLOWS = ['立方米/日', '升/秒', '立方米/秒']
/** A share, a score, an angle, a multiple, a rate, or what has no unit of its own: numbers that are not added up. */
const isRate = (unit = '') =>
  !FLOWS.includes(unit) && (['', '%', '分', '度', '倍'].includes(unit) || unit.includes('/'))

it('no list adds up a column of rates, scores, degrees or mixed units', () => {
  const rates = decimals.filter(({ unit }) => isRate(unit))
  expect(rates.length).toBeGreaterThan(30)
  expect(rates.filter(({ isSummed }) => isSummed)).toEqual([])
  expect(decimals.filter(({ isSummed }) => isSummed).length).toBeGreaterThan(10)
})

const test = testZone()

it('pipes are added up by their length, not by their diameters and levels', async () => {
  const { sums } = await totalsOf(test.zone.store.db, links, {})
  expect(Object.keys(sums)).toContain('length')
  expect(Object.keys(sums)).not.toContain('size')
  expect(Object.keys(sums)).not.toContain('in_offset')
})
