import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bound } from '../../../engines/report/types.ts'
import { compare } from './compare.ts'
import { scoreLines, verifyTable } from './table.ts'
import { type StatedFigure, scoreOf, verifyOne } from './verify.ts'

describe('compared at the stated precision', () => {
  const CASES: readonly (readonly [
    words: string,
    value: string,
    unit: string,
    bound: Bound,
    computed: string,
    in_: string,
    equal: boolean,
  ])[] = [
    ['8%', '8', '%', 'exact', '7.76', '%', true],
    ['8%', '8', '%', 'exact', '7.4999', '%', false],
    ['391亿元', '391', '亿元', 'exact', '391.0342', '亿元', true],
    ['39.85亿元', '39.85', '亿元', 'exact', '39.846', '亿元', true],
    ['39.85亿元', '39.85', '亿元', 'exact', '39.84', '亿元', false],
    ['11768万美元', '11768', '万美元', 'exact', '1.1767', '亿美元', false],
    ['11768万美元', '11768', '万美元', 'exact', '1.17682', '亿美元', true],
    ['下降3.2%', '-3.2', '%', 'exact', '-3.24', '%', true],
    ['下降3.2%', '-3.2', '%', 'exact', '3.2', '%', false],
    ['突破70亿元', '70', '亿元', 'over', '70', '亿元', false],
    ['突破70亿元', '70', '亿元', 'over', '700001', '万元', true],
    ['20%以上', '20', '%', 'atLeast', '20', '%', true],
    ['5%以内', '5', '%', 'atMost', '5.01', '%', false],
    ['约9800人', '9800', '人', 'about', '9750', '人', true],
    ['约9800人', '9800', '人', 'about', '9200', '人', false],
    ['近40%', '40', '%', 'near', '37.5', '%', true],
    ['近40%', '40', '%', 'near', '41', '%', false],
    ['约占全市1/3', '0.3333', '', 'about', '31.8', '%', true],
    ['第四位', '4', '位', 'exact', '5', '位', false],
    ['300亩', '300', '亩', 'exact', '300', '家', false],
  ]
  it.each(CASES)('%s (%s%s, %s) against %s%s: %s', (text, value, unit, bound, computed, in_, equal) => {
    expect(compare({ text, value, unit, bound }, computed, in_).equal).toBe(equal)
  })

  it('says by how much, and nothing where the units do not meet', () => {
    expect(compare({ text: '8%', value: '8', unit: '%', bound: 'exact' }, '7.4', '%')).toEqual({
      equal: false,
      by: '-0.6',
    })
    expect(compare({ text: '3亩', value: '3', unit: '亩', bound: 'exact' }, '3', '家')).toEqual({
      equal: false,
      by: undefined,
    })
  })

  it('lets a streak be longer than stated, not shorter', () => {
    const streak = { text: '连续12个月', value: '12', unit: '个月', bound: 'exact', streak: true } as const
    expect(compare(streak, '14', '个月').equal).toBe(true)
    expect(compare(streak, '11', '个月').equal).toBe(false)
  })

  it('bears out every number rounded from itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 3 }),
        (thousandths, decimals) => {
          const exact = thousandths / 1000
          const stated = (Math.sign(exact) * Math.round(Math.abs(exact) * 10 ** decimals)) / 10 ** decimals
          const text = `${Math.abs(stated).toFixed(decimals)}亿元`
          const value = stated.toFixed(decimals)
          const outcome = compare({ text, value, unit: '亿元', bound: 'exact' }, exact.toFixed(3), '亿元')
          // Doubles may round a tie the other way; half a unit of the last place is the most that can part them.
          expect(outcome.equal || Math.abs(Math.abs(stated - exact) - 0.5 / 10 ** decimals) < 1e-6).toBe(true)
        },
      ),
    )
  })
})

const STATED: StatedFigure = {
  id: '1',
  start: 0,
  text: '8%',
  indicator_text: '全社会R&D经费支出占GDP比重',
  indicator: 'economy.research-intensity',
  aspect: 'level',
  period: '2023',
  value: '8',
  unit: '%',
  bound: 'exact',
}
const computed = (value: string) =>
  ({
    ref: { indicator: 'economy.research-intensity', aspect: 'level', period: '2023' },
    value,
    unit: '%',
    status: 'computed',
    lineage: {
      from: 'rows',
      formula: { zh: '', en: '' },
      record: 'economy.returns',
      rows: 12,
      synthetic: true,
    },
  }) as const

describe('verification', () => {
  const rows = [
    verifyOne(STATED, computed('7.76'), true),
    verifyOne(STATED, computed('7.1'), true),
    verifyOne(STATED, undefined, true),
    verifyOne({ ...STATED, indicator: null }, undefined, false),
  ]

  it('tells equal, different, missing and stated apart', () => {
    expect(rows.map(({ verdict, by, rows: behind }) => [verdict, by, behind])).toEqual([
      ['equal', null, 12],
      ['different', '-0.9', 12],
      ['missing', null, null],
      ['stated', null, null],
    ])
  })

  it('scores figures and granules', () => {
    const score = scoreOf(rows, [{ tracking: 'tracked' }, { tracking: 'loose' }])
    expect(score.figures).toEqual({ total: 4, computed: 2, equal: 1, different: 1, stated: 1, missing: 1 })
    expect(scoreLines(score, 'en').join('\n')).toContain('4 figures: 2 computed (1 equal, 1 different)')
  })

  it('prints columns that line up though a Chinese character is two wide', () => {
    const lines = verifyTable(rows, 'zh')
    expect(lines).toHaveLength(6)
    expect(lines[2]).toContain('✓ 一致')
    expect(lines[3]).toContain('✗ 不一致 -0.9')
  })
})
