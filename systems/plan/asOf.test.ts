import { describe, expect, it } from 'vitest'
import { granuleAsOf, progressAsOf } from './asOf.ts'
import { attemptsWith, letterAsOf } from './letters.ts'
import type { ChangeRow, GranuleRow, LetterRow, ProgressRow } from './tables.ts'
import { kept } from './versions.ts'

const STANDARD = { synthetic: false, recorded_at: '2024-11-15T00:00:00.000Z', recorded_by: 's' }
const PROGRESS: ProgressRow = {
  ...STANDARD,
  id: 'p',
  granule: 'g',
  month: '2024-09',
  planned_percent: '75',
  actual_percent: '60',
  value: null,
  words: '推进',
  evidence_note: null,
  reported_by: '经办',
  reported_on: '2024-10-03',
  verified: 'pending',
  verified_by: null,
  verified_on: null,
  earlier: null,
}
const written = (row: ProgressRow, patch: Partial<ProgressRow>): ProgressRow => ({
  ...row,
  ...patch,
  earlier: kept(row),
})
const returned = written(PROGRESS, { verified: 'returned', verified_by: '张', verified_on: '2024-10-08' })
const again = written(returned, {
  actual_percent: '80',
  reported_on: '2024-11-12',
  verified: 'pending',
  verified_by: null,
  verified_on: null,
})
const verified = written(again, { verified: 'verified', verified_by: '张', verified_on: '2024-11-14' })

describe('a report of a month as of a day', () => {
  it.each([
    ['2024-10-02', null, null],
    ['2024-10-03', '60', 'pending'],
    ['2024-10-10', '60', 'returned'],
    ['2024-11-12', '80', 'pending'],
    ['2024-11-15', '80', 'verified'],
  ])('%s: %s, %s', (day, actual, verdict) => {
    const row = progressAsOf(verified, day)
    expect([row?.actual_percent ?? null, row?.verified ?? null]).toEqual([actual, verdict])
  })

  it('is pending before a verdict whose earlier text nobody kept', () => {
    const bare = { ...PROGRESS, verified: 'verified', verified_on: '2024-11-12' }
    expect(progressAsOf(bare, '2024-11-10')?.verified).toBe('pending')
  })
})

describe('a letter as of a day', () => {
  const letter: LetterRow = {
    ...STANDARD,
    id: 'l',
    number: '高新督〔2024〕1号',
    granule: 'g',
    colour: 'red',
    reason: '逾期',
    issued_on: '2024-11-07',
    issued_by: '张',
    answer_due_on: '2024-11-12',
    answer: '已整改',
    answered_on: '2024-11-11',
    answered_by: '经办',
    state: 'answered',
    signed_on: '2024-11-08',
    signed_by: '经办',
    settled_on: null,
    settled_by: null,
    earlier: null,
  }

  it('awaits its answer until it is given', () => {
    expect(letterAsOf(letter, '2024-11-10')).toMatchObject({ state: 'open', answer: null, answered_on: null })
    expect(letterAsOf(letter, '2024-11-11')).toEqual(letter)
    expect(letterAsOf(letter, '2024-11-07')).toMatchObject({ signed_on: null, signed_by: null })
  })

  it('stood answered until it was sent back, and settled from its day on', () => {
    const back = { on: '2024-11-13', by: '张', reason: '无措施' }
    const again: LetterRow = {
      ...letter,
      ...attemptsWith(letter, back),
      answer_due_on: '2024-11-18',
      answer: '已完成',
      answered_on: '2024-11-15',
      answered_by: '经办',
      state: 'closed',
      settled_on: '2024-11-19',
      settled_by: '张',
    }
    expect(letterAsOf(again, '2024-11-10')).toEqual(letterAsOf(letter, '2024-11-10'))
    expect(letterAsOf(again, '2024-11-12')).toEqual(letter)
    expect(letterAsOf(again, '2024-11-13')).toMatchObject({
      state: 'open',
      answer: null,
      answer_due_on: '2024-11-18',
    })
    expect(letterAsOf(again, '2024-11-18')).toMatchObject({ state: 'answered', settled_on: null })
    expect(letterAsOf(again, '2024-11-19')).toEqual(again)
  })
})

describe('a granule as of a day', () => {
  const line = (
    kind: string,
    field: string,
    before: string | null,
    after: string,
    changed_on: string,
    reason: string | null = null,
  ): ChangeRow => ({
    ...STANDARD,
    id: changed_on,
    granule: 'g',
    kind,
    field,
    before,
    after,
    reason,
    approved_by: null,
    document: null,
    changed_by: '张',
    changed_on,
  })
  const GRANULE = {
    status: 'closed',
    closed_on: '2024-11-14',
    closed_month: '2024-11',
    due_on: '2024-12-31',
    override_light: 'yellow',
    override_reason: '二次督查',
  } as GranuleRow
  const changes = [
    line('override', 'override_light', null, 'red', '2024-10-20', '现场督查'),
    line('change', 'due_on', '2024-10-31', '2024-11-30', '2024-11-11'),
    line('change', 'due_on', '2024-11-30', '2024-12-31', '2024-11-12'),
    line('override', 'override_light', 'red', 'yellow', '2024-11-12', '二次督查'),
    line('status', 'status', 'active', 'applied', '2024-11-12'),
    line('status', 'status', 'applied', 'closed', '2024-11-14'),
  ]

  it('takes back what came later, oldest value first', () => {
    expect(granuleAsOf(GRANULE, changes, '2024-11-10')).toEqual({
      status: 'active',
      closed_on: null,
      closed_month: null,
      due_on: '2024-10-31',
      override_light: 'red',
      override_reason: '现场督查',
    })
    expect(granuleAsOf(GRANULE, changes, '2024-11-13')).toMatchObject({
      status: 'applied',
      due_on: '2024-12-31',
    })
    expect(granuleAsOf(GRANULE, changes, '2024-10-01')).toMatchObject({
      override_light: null,
      override_reason: null,
    })
    expect(granuleAsOf(GRANULE, changes, '2024-11-14')).toEqual(GRANULE)
  })

  it('was in hand before a closing that left no line', () => {
    expect(granuleAsOf(GRANULE, [], '2024-11-10')).toMatchObject({ status: 'active', closed_on: null })
  })
})
