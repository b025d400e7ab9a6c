import { expect, it } from 'vitest'
import { gainOf, isBeyond, provenTo, worthOf } from './worth.ts'

const score = (lead: number, error: number, still = 0.2) => ({ lead, error, still })

it('forecasts are worth something up to the first lead at which they were no better than “unchanged”', () => {
  expect(provenTo([])).toBeUndefined()
  expect(provenTo([score(30, 0.1), score(60, 0.15)])).toBe(60)
  expect(provenTo([score(30, 0.1), score(60, 0.15), score(120, 0.2), score(180, 0.1)])).toBe(60)
  expect(provenTo([score(30, 0.3), score(60, 0.1)])).toBe(0)
  // Where nothing moved there was nothing to foresee.
  expect(gainOf(score(30, 0, 0))).toBe(0)
})

it('says so in both languages, and marks what lies beyond', () => {
  const scores = [score(30, 0.1), score(60, 0.15), score(120, 0.25)]
  expect(worthOf(scores).zh).toContain('提前 60 分钟以内')
  expect(worthOf(scores).en).toContain('up to 60 minutes ahead')
  const at = '2024-11-15T06:00:00.000Z'
  expect(isBeyond('2024-11-15T07:00:00.000Z', at, 60)).toBe(false)
  expect(isBeyond('2024-11-15T07:05:00.000Z', at, 60)).toBe(true)
  expect(isBeyond('2024-11-15T07:05:00.000Z', at, undefined)).toBe(false)
  expect(isBeyond(null, at, 0)).toBe(false)
})
