import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fenOf, yuanOf } from './money.ts'
import { keyOf } from './period.ts'

it('is exact in both directions', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => fenOf(yuanOf(fen)) === fen),
  )
  expect(['12', '12.5', '12.50', '12.500', '-0.05'].map(fenOf)).toEqual([1200n, 1250n, 1250n, 1250n, -5n])
})

it.each(['', '1.005', '1e3', '.5', '1,000', 'NaN'])('is never guessed: %j', (given) => {
  expect(() => fenOf(given)).toThrow(RangeError)
})

it('the same thing has the same key however it is written; facts are those of the last whole year', () => {
  const key = (subject: string) => keyOf('investment', '2024-11-15', '2024', subject).key
  expect(key('二期 厂房（A）')).toBe(key('二期厂房(a)'))
  expect(keyOf('yearly', '2024-11-15', undefined)).toEqual({ year: '2023', key: '2023' })
  expect(keyOf('threshold', '2024-11-15', '2023').key).toBe(keyOf('threshold', '2024-11-15', '2024').key)
  for (const [event, year] of [
    ['yearly', '2022'],
    ['yearly', '2024'],
    ['recognition', '2022'],
    ['recognition', '2025'],
    ['investment', '2024'],
  ] as const)
    expect(() => keyOf(event, '2024-11-15', year)).toThrow(expect.objectContaining({ code: 'CLAIM_PERIOD' }))
})
