import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIGHT_TABLE, type LightInput, lightOf } from './light.ts'
import { LIGHTS, STATUSES, type Status } from './words.ts'

const BASE: LightInput = {
  status: 'active',
  today: '2024-11-15',
  startsOn: '2024-01-01',
  dueOn: '2024-12-31',
  planned: 83.3,
  actual: 85,
}
const CASES: readonly (readonly [
  what: string,
  change: Partial<LightInput>,
  rule: number,
  slip: string | null,
])[] = [
  ['closed, even when late', { status: 'closed', dueOn: '2024-06-30' }, 1, null],
  ['past its due date', { dueOn: '2024-11-14' }, 2, 'red'],
  ['on its due date and done', { dueOn: '2024-11-15', actual: 100, planned: 100 }, 7, null],
  ['not started 31 days after its start', { status: 'signed', actual: 0, startsOn: '2024-10-15' }, 3, 'red'],
  [
    'not started 30 days after its start',
    { status: 'signed', actual: 0, planned: 0, startsOn: '2024-10-16' },
    7,
    null,
  ],
  ['10.1 points behind', { actual: 73.2 }, 4, 'red'],
  ['exactly 10 points behind', { planned: 80, actual: 70 }, 5, 'yellow'],
  ['a milestone 31 days late', { nextNodeOn: '2024-10-15' }, 4, 'red'],
  ['a milestone 30 days late', { nextNodeOn: '2024-10-16' }, 5, 'yellow'],
  ['a milestone due today', { nextNodeOn: '2024-11-15' }, 7, null],
  ['a report late by a day', { reportDueOn: '2024-11-14' }, 5, 'yellow'],
  ['due in 15 days', { dueOn: '2024-11-30', planned: 90, actual: 95 }, 6, 'blue'],
  ['due in 16 days', { dueOn: '2024-12-01', planned: 90, actual: 95 }, 7, null],
]

describe('the light table', () => {
  it.each(CASES)('%s', (_, change, rule, slip) => {
    expect(lightOf({ ...BASE, ...change })).toMatchObject({ number: rule, slip })
  })

  it('reads thresholds from the configuration', () => {
    const strict = { gap: 0, late: 0, reminder: 60 }
    expect(lightOf({ ...BASE, planned: 86 }, strict).light).toBe('red')
    expect(lightOf(BASE, strict)).toMatchObject({ number: 6 })
  })

  it('gives exactly one light to any granule', () => {
    const date = fc
      .integer({ min: 0, max: 3000 })
      .map((day) => new Date(1.6e12 + day * 864e5).toISOString().slice(0, 10))
    const percent = fc.double({ min: 0, max: 100, noNaN: true })
    const input = fc.record({
      status: fc.constantFrom(...(Object.keys(STATUSES) as Status[])),
      today: date,
      startsOn: date,
      dueOn: date,
      planned: percent,
      actual: percent,
      nextNodeOn: fc.option(date, { nil: undefined }),
      reportDueOn: fc.option(date, { nil: undefined }),
    })
    fc.assert(
      fc.property(input, (granule) => {
        const rule = lightOf(granule)
        expect(Object.keys(LIGHTS)).toContain(rule.light)
        expect(LIGHT_TABLE.filter(({ number }) => number === rule.number)).toEqual([rule])
        expect(rule.light === 'done').toBe(['closed', 'adjusted'].includes(granule.status))
      }),
    )
  })
})
