import { expect, it } from 'vitest'
import { amountInEnglish, UNIT_WORDS, unitBehind } from './unitWords.ts'

it.each([
  ['391', '亿元', '391 × RMB 100m'],
  ['82.9', '万元/亩', '82.9 × RMB 10k/mu'],
  ['6.02', '%', '6.02%'],
  ['2.7', '个百分点', '2.7 points'],
  ['21', '家', '21'],
  ['3', '斤', '3 斤'],
])('%s%s is written %s', (value, unit, words) => {
  expect(amountInEnglish(value, unit)).toBe(words)
})

it('multiplies whatever counts by the hundred million or the ten thousand', () => {
  const multiples = Object.keys(UNIT_WORDS).filter((unit) => /^[万亿]/.test(unit))
  expect(multiples.filter((unit) => !unitBehind(unit).startsWith('× '))).toEqual([])
})
