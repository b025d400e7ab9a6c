import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, endOfMonth } from '../../kernel/calendar/days.ts'
import { addWorkdays, isWorkday } from '../../kernel/calendar/workdays.ts'
import { addMonths } from '../../kernel/figures/period.ts'
import { checkPath, plannedPercent, timeProgress } from './path.ts'

describe('序时进度', () => {
  it.each([
    ['2024-01-01', '2024-12-31', '2023-12-31', 0],
    ['2024-01-01', '2024-12-31', '2024-05-31', 41.5],
    ['2023-01-01', '2023-12-31', '2023-05-31', 41.4],
    ['2024-01-01', '2024-12-31', '2024-12-31', 100],
    ['2024-01-01', '2024-12-31', '2025-03-01', 100],
  ])('%s to %s on %s is %d%%', (start, due, day, percent) => {
    expect(timeProgress(start, due, day)).toBe(percent)
  })

  it('never falls and ends at 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }), (length, after) => {
        const due = addDays('2024-01-01', length)
        const day = addDays('2024-01-01', after)
        const percent = timeProgress('2024-01-01', due, day)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(timeProgress('2024-01-01', due, addDays(day, 1))).toBeGreaterThanOrEqual(percent)
        expect(timeProgress('2024-01-01', due, due)).toBe(100)
      }),
    )
  })
})

describe('a planned path', () => {
  const path = [
    { month: '2024-06', percent: 20 },
    { month: '2024-09', percent: 60 },
    { month: '2024-12', percent: 100 },
  ]
  const plan = { startsOn: '2024-01-01', dueOn: '2024-12-31', path }

  it('steps at month ends', () => {
    expect(plannedPercent(plan, '2024-06-29')).toBe(0)
    expect(plannedPercent(plan, '2024-06-30')).toBe(20)
    expect(plannedPercent(plan, '2024-11-15')).toBe(60)
    expect(plannedPercent(plan, '2024-12-31')).toBe(100)
  })

  it('must not fall and must end at 100', () => {
    expect(checkPath(path)).toBe(path)
    expect(() => checkPath([path[1]!, path[0]!, path[2]!])).toThrow('PLAN_PATH')
    expect(() => checkPath(path.slice(0, 2))).toThrow('PLAN_PATH')
    expect(() => checkPath([{ month: '2024-01', percent: 120 }])).toThrow('PLAN_PATH')
  })
})

describe('days', () => {
  it('crosses months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(endOfMonth('2024-02')).toBe('2024-02-29')
    expect(addMonths('2024-11', 3)).toBe('2025-02')
    expect(addMonths('2024-01', -1)).toBe('2023-12')
  })
})

describe('working days', () => {
  it.each([
    ['2024-10-01', false, 'National Day'],
    ['2024-10-12', true, 'a Saturday that is worked'],
    ['2024-09-14', true, 'a Saturday before Mid-Autumn'],
    ['2024-09-16', false, 'Mid-Autumn'],
    ['2025-01-26', true, 'a Sunday before Spring Festival'],
    ['2024-11-16', false, 'a plain Saturday'],
    ['2026-10-01', true, 'a year without a notice knows weekends only'],
  ])('%s: %s (%s)', (day, worked) => {
    expect(isWorkday(day)).toBe(worked)
  })

  it('counts from the day after', () => {
    expect(addWorkdays('2024-11-15', 3)).toBe('2024-11-20')
    expect(addWorkdays('2024-09-30', 1)).toBe('2024-10-08')
    expect(addWorkdays('2024-11-15', 0)).toBe('2024-11-15')
  })
})
