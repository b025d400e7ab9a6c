import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANK_FORMAT } from '../settings.ts'
import { encodeGb18030 } from './gb18030.ts'
import { readAnswer } from './read.ts'
import { type Answered, reconcile } from './reconcile.ts'
import { bankFile, hashTotal, type PaymentLine } from './write.ts'

const UTF8 = { ...BANK_FORMAT, encoding: 'utf-8' } as const
const LINE: PaymentLine = {
  reference: 'P20241115001-0001',
  account: '331001234567890123',
  holder: '宁波某某科技有限公司',
  bank: '宁波银行高新区支行',
  amount: '200000',
  purpose: '研发投入补助',
}

describe('the file for the bank', () => {
  it('in GB 18030 is what the platform reads back, with count, total and hash total at the foot', () => {
    const lines = [LINE, { ...LINE, reference: 'P20241115001-0002', holder: '𠮷森㼆有限公司', amount: '0.5' }]
    const rows = new TextDecoder('gb18030', { fatal: true })
      .decode(bankFile(lines, BANK_FORMAT))
      .split('\r\n')
    expect(rows[0]).toBe('流水号,收款账号,收款户名,开户行,金额,用途')
    expect(rows[1]).toBe(
      'P20241115001-0001,331001234567890123,宁波某某科技有限公司,宁波银行高新区支行,200000.00,研发投入补助',
    )
    expect(rows[2]).toContain('𠮷森㼆有限公司')
    expect(rows[3]).toBe('合计,2,200000.50,000155780296')
  })

  it('in UTF-8 begins with its mark', () => {
    expect([...bankFile([LINE], UTF8).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it.each(['=1+1', '+86', '-x', '@sum(a)', '＝1', '\t=1'])('lets no cell run as a formula: %j', (holder) => {
    const csv = new TextDecoder().decode(bankFile([{ ...LINE, holder }], UTF8))
    expect(csv).toContain(`'${holder}`)
  })

  it('of any text comes out of GB 18030 as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = encodeGb18030(text)
        // The private use area of the platform's table is one way.
        fc.pre(bytes !== undefined)
        expect(new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes)).toBe(text)
      }),
    )
  })

  it('has a hash total that an exchanged digit or a changed amount changes', () => {
    const changed = [
      { ...LINE, account: '331001234567890132' },
      { ...LINE, amount: '200000.01' },
    ]
    expect(new Set([LINE, ...changed].map((line) => hashTotal([line]))).size).toBe(3)
  })
})

describe('the answer of the bank', () => {
  const file = (...rows: string[]) => encodeGb18030(['流水号,金额,处理结果,失败原因', ...rows].join('\r\n'))!

  it('is read in GB 18030 and UTF-8, without its totals', () => {
    const rows = ['A-1,"200,000.00",成功,', 'A-2,0.5,退票,账号户名不符', '合计,2,,']
    const expected = [
      { line: 2, reference: 'A-1', amount: '200000.00', outcome: 'paid', reason: null },
      { line: 3, reference: 'A-2', amount: '0.50', outcome: 'returned', reason: '账号户名不符' },
    ]
    expect(readAnswer(file(...rows), BANK_FORMAT)).toEqual(expected)
    const utf8 = new TextEncoder().encode(`\ufeff流水号,金额,处理结果,失败原因\n${rows.join('\n')}`)
    expect(readAnswer(utf8, BANK_FORMAT)).toEqual(expected)
  })

  it.each([
    ['A-1,12.345,成功,', 2],
    ['A-1,-5,成功,', 2],
    ['A-1,五元,成功,', 2],
    ['A-1,5,处理中,', 2],
  ])('is refused whole for a line that says nothing clear: %s', (row, line) => {
    expect(() => readAnswer(file(row), BANK_FORMAT)).toThrow(
      expect.objectContaining({ code: 'BANK_FILE', value: line }),
    )
  })

  it('without its columns is refused', () => {
    expect(() => readAnswer(new TextEncoder().encode('a,b\n1,2'), BANK_FORMAT)).toThrow(
      expect.objectContaining({ code: 'BANK_FILE' }),
    )
  })
})

describe('reconciliation', () => {
  const ORDERED = [
    { reference: 'A', amount: '100.00' },
    { reference: 'B', amount: '50.00' },
  ]
  const said = (reference: string, amount: string, outcome: Answered['outcome'] = 'paid') => ({
    reference,
    amount,
    outcome,
  })
  const verdicts = (...answers: Answered[]) =>
    Object.fromEntries(
      reconcile(ORDERED, answers).lines.map(({ reference, verdict }) => [reference, verdict]),
    )

  it('is equal when every order is answered at its amount, however often the same was read', () => {
    const all = reconcile(ORDERED, [said('A', '100'), said('A', '100.00'), said('B', '50.0', 'returned')])
    expect(all).toMatchObject({
      equal: true,
      totals: { ordered: '150.00', paid: '100.00', returned: '50.00', open: '0.00' },
    })
  })

  it('tells every kind of difference line by line', () => {
    expect(verdicts(said('A', '100'))).toEqual({ A: 'paid', B: 'missing' })
    expect(verdicts(said('A', '99.99'), said('B', '50'))).toEqual({ A: 'amount', B: 'paid' })
    expect(verdicts(said('A', '100'), said('A', '100', 'returned'), said('B', '50'))).toEqual({
      A: 'conflict',
      B: 'paid',
    })
    expect(verdicts(said('A', '100'), said('B', '50'), said('C', '7'))).toEqual({
      A: 'paid',
      B: 'paid',
      C: 'unknown',
    })
  })

  it('is never equal while anything is open, and its totals are all that was ordered', () => {
    const answers = fc.array(
      fc.record({
        reference: fc.constantFrom('A', 'B', 'C'),
        amount: fc.constantFrom('100.00', '50.00', '0.01'),
        outcome: fc.constantFrom('paid' as const, 'returned' as const),
        settled: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(answers, (given) => {
        const { equal, lines, totals } = reconcile(ORDERED, given)
        expect(totals.ordered).toBe('150.00')
        if (equal) expect(Number(totals.paid) + Number(totals.returned)).toBe(150)
        expect(equal).toBe(lines.every(({ verdict }) => ['paid', 'returned', 'settled'].includes(verdict)))
        for (const { verdict, reference } of lines)
          if (verdict === 'settled' || verdict === 'unknown') expect(reference).toBe('C')
      }),
    )
  })
})
