import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hanNumber, numberForm, writeNumber } from './numberForm.ts'

describe('numberForm', () => {
  it.each([
    ['391亿元', 'digits', '391', 0, 1],
    ['约9800人', 'digits', '9800', 0, 100],
    ['14.73亿元', 'digits', '14.73', 2, 0.01],
    ['约占全市1/3', 'fraction', '1/3', 0, 0.01],
    ['三分之一', 'fraction', '三分之一', 0, 0.01],
    ['位列全市第四位', 'han', '四', 0, 1],
    ['居全市首位', 'first', '首位', 0, 1],
    ['近3成', 'digits', '3', 0, 1],
    ['全覆盖', 'none', '', 0, 1],
  ])('%s', (words, style, number, decimals, step) => {
    const form = numberForm(words)
    expect(form).toMatchObject({ style, number, decimals })
    expect(form.step).toBeCloseTo(step, 9)
  })

  it('loses no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'第四首位1/3.,—-%年分之十') }), (words) => {
        const form = numberForm(words)
        expect(form.before + form.number + form.after).toBe(words)
      }),
    )
  })

  it('writes half away from zero, as the offices do', () => {
    expect(writeNumber(numberForm('2.3%'), '2.25')).toBe('2.3')
    expect(writeNumber(numberForm('2.3%'), 0.15)).toBe('0.2')
  })

  it.each([
    [0, '零'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [1010, '一千零一十'],
    [3900, '三千九百'],
  ])('%d is %s', (value, words) => {
    expect(hanNumber(value)).toBe(words)
  })
})
