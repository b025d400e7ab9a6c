import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.ts'

const GRANULE = {
  status: 'active',
  starts_on: '2024-01-01',
  due_on: '2024-12-31',
  path: null,
  override_light: null,
  override_reason: null,
}
/** Reports that keep pace with the plan, so that only their absence can change the light. */
const reports = (months: readonly number[], returned: readonly number[] = []) =>
  months.map((number) => ({
    month: `2024-${String(number).padStart(2, '0')}`,
    actual_percent: String(Math.min(100, number * 9)),
    verified: returned.includes(number) ? 'returned' : 'verified',
  }))
const stands = (progress: ReturnType<typeof reports>, change: object = {}, startedOn: string | null = null) =>
  standingOf({ ...GRANULE, ...change }, [], progress, '2024-11-15', startedOn)

describe('months that were not reported', () => {
  it.each([
    ['none', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], null, []],
    ['one skipped, later ones in', [2, 4, 5, 6, 7, 8, 9, 10], null, ['2024-03']],
    ['the present month in, the last one not', [8, 9, 11], null, ['2024-10']],
    ['the last two', [6, 7, 8], null, ['2024-09', '2024-10']],
    ['the first, taken in hand before it', [3, 4, 5, 6, 7, 8, 9, 10], '2024-02-20', ['2024-02']],
    ['never', [], '2024-09-02', ['2024-09', '2024-10']],
    ['never, and no line says since when', [], null, ['2024-10']],
  ])('%s', (_, months, startedOn, missing) => {
    const standing = stands(reports(months), {}, startedOn)
    expect(standing.missing).toEqual(missing)
    const late = missing.length > 0
    expect(standing.because.some(({ zh }) => zh.includes('未按时填报'))).toBe(late)
  })

  it('makes a task yellow that is on plan otherwise, and names each', () => {
    const standing = stands(reports([2, 4, 6, 7, 8, 9, 10]))
    expect(standing).toMatchObject({ light: 'yellow', rule: 5 })
    expect(standing.because).toEqual([{ zh: '3月、5月进展未按时填报', en: 'Reports late: 2024-03, 2024-05' }])
  })

  it('asks again for what was sent back, until a later report makes it good', () => {
    expect(stands(reports([8, 9, 10], [10])).missing).toEqual(['2024-10'])
    expect(stands(reports([8, 9, 10], [9])).missing).toEqual([])
  })

  it('asks for gaps only once a closing is applied for', () => {
    expect(stands(reports([6, 8]), { status: 'applied' }).missing).toEqual(['2024-07'])
    expect(stands([], { status: 'signed' }).missing).toEqual([])
  })
})
