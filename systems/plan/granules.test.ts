import { describe, expect, it } from 'vitest'
import type { Task } from '../../engines/report/types.ts'
import { dueOn, granulesFrom, ordinal } from './granules.ts'
import { periodOf } from './statements.ts'

const task = (words: string, change: Partial<Task> = {}): Task => ({
  start: 10,
  end: 10 + words.length,
  text: words,
  verb: words.slice(0, 2),
  object: words.slice(2),
  quantities: [],
  projects: [],
  deadline: '',
  path: ['二', '(一)'],
  ...change,
})

describe('granules from tasks', () => {
  it('numbers them by year, part, section and place', () => {
    const tasks = [task('制定方案'), task('推进建设'), task('设立基金', { path: ['二', '(六)'] })]
    expect(granulesFrom(tasks, 2024).map(({ code, section }) => [code, section])).toEqual([
      ['2024-2-1-01', '二(一)'],
      ['2024-2-1-02', '二(一)'],
      ['2024-2-6-01', '二(六)'],
    ])
  })

  it('takes the office of the words, then of the section, then the fallback', () => {
    const options = { sectionOffices: { '二(一)': 'science' }, fallback: 'office' }
    const [named, bySection, nobody] = granulesFrom(
      [task('推进招商', { office: 'investment' }), task('推进'), task('推进', { path: ['二', '(九)'] })],
      2024,
      options,
    )
    expect([named?.lead_office, bySection?.lead_office, nobody?.lead_office]).toEqual([
      'investment',
      'science',
      'office',
    ])
  })

  it('measures by a number, else by a visible end, else by words', () => {
    const quantity = {
      start: 0,
      end: 4,
      text: '50亿元',
      indicator: '总规模',
      value: 50,
      unit: '亿元',
      kind: 'target',
      period: '2024年',
      bound: 'exact',
      of: 'level',
    } as const
    const drafts = granulesFrom(
      [
        task('设立总规模50亿元的母基金', { quantities: [quantity] }),
        task('完成控规修编'),
        task('推进建设', { projects: ['升谱光电'] }),
        task('深化合作'),
      ],
      2024,
    )
    expect(drafts.map(({ measure }) => measure)).toEqual(['measured', 'milestone', 'milestone', 'loose'])
    expect(drafts[0]).toMatchObject({ comparator: 'atLeast', target: '50', target_unit: '亿元' })
  })
})

describe('deadlines', () => {
  it.each([
    ['', '2024-12-31'],
    ['年底前', '2024-12-31'],
    ['上半年', '2024-06-30'],
    ['6月底前', '2024-06-30'],
    ['三季度末', '2024-09-30'],
    ['2月底前', '2024-02-29'],
    ['10月1日前', '2024-10-01'],
    ['2025年6月底前', '2025-06-30'],
    ['明年3月底前', '2025-03-31'],
    ['三年内', '2026-12-31'],
  ])('%s → %s', (words, date) => {
    expect(dueOn(words, 2024)).toBe(date)
  })
})

describe('numbers and periods in words', () => {
  it.each([
    ['一', 1],
    ['(十二)', 12],
    ['十', 10],
    ['二十一', 21],
    ['3.', 3],
    [undefined, 0],
  ])('%s is %d', (label, number) => {
    expect(ordinal(label)).toBe(number)
  })

  it.each([
    ['2023年', '2023'],
    ['截至2023年', '2023'],
    ['', '2023'],
    ['2023年上半年', '2023-01..06'],
    ['2023年4月', '2023-04'],
    ['2023年1—9月', '2023-01..09'],
    ['前三季度', '2023-01..09'],
    ['2022年二季度', '2022Q2'],
    ['“十四五”时期', '2023'],
  ])('%s is %s', (words, period) => {
    expect(periodOf(words, 2023)).toBe(period)
  })
})
