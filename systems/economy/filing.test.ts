import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFiling, type Filing, type FilingFacts } from './filing.ts'

const filing: Filing = {
  unit: 'economy-U00001',
  item: 'economy.industrial-output',
  month: '2024-10',
  value: '1250.50',
}
const facts: FilingFacts = {
  today: '2024-11-15',
  unit: { name: '甬新示例电子00001有限公司', kind: 'industrial', since: '2019-01' },
  existing: undefined,
  yearBefore: '1100.00',
}
const quarter = { ...filing, item: 'economy.gdp', comparable: '1240.00' }
const account = { ...facts, unit: { name: '示例核算单元', kind: 'account', since: '2019-01' } }
const added = { ...filing, item: 'economy.industrial-value-added', comparable: '1240.00' }

/** What a person does, and what is said to it. */
const CASES: readonly (readonly [about: string, Filing, FilingFacts, code: string | undefined])[] = [
  ['an ordinary month', filing, facts, undefined],
  ['nobody has registered the unit', filing, { ...facts, unit: undefined }, 'ECONOMY_RETURN_UNIT'],
  ['a factory files the GDP', quarter, facts, 'ECONOMY_RETURN_KIND'],
  ['an item that does not exist', { ...filing, item: 'economy.luck' }, facts, 'ECONOMY_RETURN_KIND'],
  ['an item named like a method', { ...filing, item: 'toString' }, facts, 'ECONOMY_RETURN_KIND'],
  ['a month that is none', { ...filing, month: '2024-13' }, facts, 'ECONOMY_RETURN_MONTH'],
  ['a quarter in October', quarter, account, 'ECONOMY_RETURN_MONTH'],
  ['a quarter in September', { ...quarter, month: '2024-09' }, account, undefined],
  ['next month', { ...filing, month: '2024-12' }, facts, 'ECONOMY_RETURN_FUTURE'],
  ['before it was in scope', { ...filing, month: '2018-12' }, facts, 'ECONOMY_RETURN_SINCE'],
  ['a negative output', { ...filing, value: '-1' }, facts, 'ECONOMY_RETURN_AMOUNT'],
  ['a negative value added', { ...added, value: '-1' }, facts, undefined],
  ['three decimals', { ...filing, value: '1.005' }, facts, 'ECONOMY_RETURN_AMOUNT'],
  ['yuan filed as 万元', { ...filing, value: '12505000' }, facts, 'ECONOMY_RETURN_AMOUNT'],
  ['words', { ...filing, value: '约一千' }, facts, 'ECONOMY_RETURN_AMOUNT'],
  ['comparable prices of output', { ...filing, comparable: '1' }, facts, 'ECONOMY_RETURN_COMPARABLE'],
  ['value added at current prices only', { ...added, comparable: null }, facts, 'ECONOMY_RETURN_COMPARABLE'],
  ['twice', filing, { ...facts, existing: '1250.00' }, 'ECONOMY_RETURN_EXISTS'],
  ['a correction', { ...filing, correct: true }, { ...facts, existing: '1250.00' }, undefined],
  ['six times last year', { ...filing, value: '6600.01' }, facts, 'ECONOMY_RETURN_JUMP'],
  ['six times last year, confirmed', { ...filing, value: '6600.01', confirm: true }, facts, undefined],
  ['a first year', { ...filing, value: '6600.01' }, { ...facts, yearBefore: undefined }, undefined],
]

test.each(CASES)('%s', (_about, given, known, code) => {
  const error = checkFiling(given, known)
  expect(error?.code).toBe(code)
  if (error) expect(error.remedy.zh).not.toBe('')
})

test('whatever is typed, it is accepted or refused with a code, never with a crash', () => {
  const words = fc.oneof(fc.string(), fc.constantFrom(...Object.values(filing)))
  fc.assert(
    fc.property(words, words, words, (item, month, value) => {
      const error = checkFiling({ unit: 'u', item, month, value }, facts)
      if (error) expect(error.code).toMatch(/^ECONOMY_RETURN_/)
      else expect(Number(value)).not.toBeNaN()
    }),
    { numRuns: 1000 },
  )
})
