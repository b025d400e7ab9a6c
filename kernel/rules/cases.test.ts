import { expect, it } from 'vitest'
import { agrees, readCases, runCases } from './cases.ts'

it('cases are read with their lines; a text without any is no fault', () => {
  const source = `cases:
  - name: 一
    input: { a: 1 }
    expect: 2
  - name: 二
    input: { a: null }
    expect: { 结论: 可享 }
`
  expect(readCases(source)).toEqual({
    cases: [
      { name: '一', line: 2, input: { a: 1 }, expect: 2 },
      { name: '二', line: 5, input: { a: null }, expect: { 结论: '可享' } },
    ],
    problems: [],
  })
  expect(readCases('')).toEqual({ cases: [], problems: [] })
})

it('what is wrong is told by its line, and then no case counts', () => {
  const lines = (source: string) => readCases(source).problems.map(({ line }) => line)
  expect(lines('cases:\n  - name: 一\n    input: { a: 1\n')).toEqual(
    expect.arrayContaining([expect.any(Number)]),
  )
  expect(lines('cases:\n  - name: 一\n    input: {}\n    expect: 1\n  - name: 二\n    expect: 1\n')).toEqual([
    5,
  ])
  expect(lines('cases: 1')).toEqual([1])
  expect(lines('others: []')).toEqual([1])
  expect(readCases(`a: &a [x, x]\ncases: []`).problems).toHaveLength(1)
})

it('an answer is held against the entries that are expected; the others are free', () => {
  expect(agrees({ 结论: '可享' }, { 结论: '可享', 金额: 20 })).toBe(true)
  expect(agrees({ 结论: '可享', 金额: 30 }, { 结论: '可享', 金额: 20 })).toBe(false)
  expect(agrees({ 金额: null }, { 结论: '可享' })).toBe(true)
  expect(agrees([1, 2], [1])).toBe(false)
  expect(agrees(null, null)).toBe(true)
  const results = runCases([{ name: '一', line: 2, input: { a: 1 }, expect: 2 }], ({ a }) => Number(a) + 2)
  expect(results).toEqual([{ name: '一', line: 2, passed: false, expected: 2, actual: 3 }])
})
