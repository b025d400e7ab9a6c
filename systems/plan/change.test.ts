import { describe, expect, it } from 'vitest'
import { type Changed, differences, type Wanted } from './change.ts'

const GRANULE: Changed = {
  year: '2024',
  starts_on: '2024-03-01',
  due_on: '2024-10-31',
  target: '50',
  lead_office: 'science',
  override_light: null,
}
const known = (office: string) => ['science', 'finance'].includes(office)

describe('a change of a task', () => {
  it.each<[string, Wanted, string]>([
    ['an office that is not there', { lead_office: 'nobody' }, 'PLAN_OFFICE'],
    ['a due date before the start', { due_on: '2024-02-29' }, 'PLAN_DUE_BEFORE_START'],
    ['a due date after the year', { due_on: '2025-01-01' }, 'PLAN_DUE_OUTSIDE_YEAR'],
    ['nothing', {}, 'PLAN_NO_CHANGE'],
    [
      'what it is already',
      { due_on: '2024-10-31', target: '50.00', lead_office: 'science' },
      'PLAN_NO_CHANGE',
    ],
    ['taking back a light that nobody set', { override_light: null }, 'PLAN_NO_CHANGE'],
  ])('refuses %s', (_, wanted, code) => {
    expect(() => differences(GRANULE, wanted, known)).toThrow(code)
  })

  it('tells old and new of what differs only', () => {
    expect(
      differences(GRANULE, { due_on: '2024-12-31', target: '50', lead_office: 'finance' }, known),
    ).toEqual([
      { field: 'due_on', before: '2024-10-31', after: '2024-12-31' },
      { field: 'lead_office', before: 'science', after: 'finance' },
    ])
  })

  it('lets a task of several years move within its last one', () => {
    const long = { ...GRANULE, due_on: '2026-06-30' }
    expect(differences(long, { due_on: '2026-12-31' }, known)).toHaveLength(1)
    expect(() => differences(long, { due_on: '2027-01-01' }, known)).toThrow('PLAN_DUE_OUTSIDE_YEAR')
  })
})
