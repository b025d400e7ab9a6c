import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DUTY } from '../deadline.ts'
import { afterPause, before, countingOf, dutyBetween, warningOf } from './clock.ts'

const same = (got: string | undefined | null, wanted: string) =>
  expect(Date.parse(got as string)).toBe(Date.parse(wanted))
const on = (time: string) => `2024-11-${time}:00+08:00`

/** 15 November 2024 was a Friday; 1 to 7 October were days off, 29 September and 12 October were worked. */
describe('a limit whose clock stood still', () => {
  it.each([
    // Two hours of duty were left on Friday: two are left on Monday.
    ['duty', '15T17:00', '15T15:00', '18T08:30', '18T10:30'],
    ['duty', '18T17:00', '15T09:00', '20T09:00', '21T17:00'],
    ['clock', '15T17:00', '15T15:00', '18T08:30', '18T10:30'],
    ['clock', '16T03:00', '15T15:00', '15T16:00', '16T04:00'],
    // It had passed, or ends outside of duty hours: never sooner than it was.
    ['duty', '15T12:00', '15T15:00', '18T08:30', '15T12:00'],
    ['duty', '15T23:00', '15T18:00', '15T19:00', '15T23:00'],
  ] as const)('%s: to %s, from %s until %s, ends at %s', (counting, due, from, to, ends) => {
    same(afterPause(on(due), { from: on(from), to: on(to) }, counting), on(ends))
  })

  it('never ends sooner, and has as much left as it had', () => {
    const moment = fc
      .integer({ min: Date.parse(on('01T00:00')) / 60_000, max: Date.parse(on('30T00:00')) / 60_000 })
      .map((minutes) => new Date(minutes * 60_000).toISOString())
    fc.assert(
      fc.property(moment, moment, moment, fc.constantFrom('duty', 'clock'), (due, one, two, counting) => {
        const [from, to] = [one, two].toSorted() as [string, string]
        const after = afterPause(due, { from, to }, counting)
        expect(after >= due).toBe(true)
        if (due > from && counting === 'duty')
          expect(dutyBetween(to, after)).toBeGreaterThanOrEqual(dutyBetween(from, due) - 1e-6)
        // Ending a pause sooner leaves no more time than waiting for its end.
        expect(afterPause(due, { from, to: from }, counting)).toBe(due)
      }),
    )
  })
})

it('duty counts on working days only, the lunch hour left out', () => {
  expect(dutyBetween(on('15T11:00'), on('15T14:00'))).toBe(90)
  expect(dutyBetween(on('15T16:00'), on('18T09:30'))).toBe(120)
  expect(dutyBetween('2024-09-30T09:00:00+08:00', '2024-10-08T09:00:00+08:00')).toBe(7 * 60)
  expect(dutyBetween(on('18T09:00'), on('15T09:00'))).toBe(0)
  expect(dutyBetween(on('15T11:00'), on('15T14:00'), [[10 * 60, 13 * 60]])).toBe(120)
})

it('a warning comes so long before, and none where that is before the task', () => {
  same(before(on('18T17:00'), '1WD'), on('15T17:00'))
  same(before(on('18T10:00'), '4WH'), on('15T14:30'))
  same(before(on('18T10:00'), 'PT2H'), on('18T08:00'))
  same(before('2024-10-08T17:00:00+08:00', '1WD'), '2024-09-30T17:00:00+08:00')
  expect(before(on('18T10:00'), 'soon')).toBeUndefined()
  same(warningOf(on('20T17:00'), undefined, on('15T09:00')), on('19T17:00'))
  expect(warningOf(on('15T17:00'), undefined, on('15T09:00'))).toBeNull()
  expect(warningOf(null, '1WD', on('15T09:00'))).toBeNull()
  expect(warningOf(on('15T17:00'), 'soon', on('15T09:00'), DUTY)).toBeUndefined()
})

it('counts by the clock only what its diagram writes so', () => {
  expect(['P3D', 'PT4H', '2024-05-01T09:00:00Z', '5WD', '16WH', '=limit', undefined].map(countingOf)).toEqual(
    ['clock', 'clock', 'clock', 'duty', 'duty', 'duty', 'duty'],
  )
})
