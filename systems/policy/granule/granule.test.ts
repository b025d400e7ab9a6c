import { describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { SHIPPED, type ShippedGranule } from '../demo/content.ts'
import { granuleRow } from '../demo/index.ts'
import type { GranuleRow } from '../tables.ts'
import { amountSteps, assessRow, checkWording, type Granule, granuleFrom, type Paid } from './index.ts'

const test = testZone()
const AS_OF = '2024-11-15'

const all = SHIPPED.flatMap((document) =>
  document.clauses.flatMap(({ number, granules }) =>
    granules.map((granule) => ({ document, number, granule })),
  ),
)
const shipped = (code: string, change: Partial<ShippedGranule> = {}): Granule => {
  const found = all.find(({ granule }) => granule.code === code)
  if (!found) throw new Error(code)
  const granule = { ...found.granule, ...change }
  const row = granuleRow(found.document, 'clause', found.number, granule) as unknown as GranuleRow
  return granuleFrom(row, granule.criteria)
}
const judge = (
  code: string,
  row: Record<string, unknown>,
  given?: Record<string, unknown>,
  paid?: Paid,
  budgetLeft?: string,
) =>
  assessRow(test.zone, shipped(code), { 列入名录: false, ...row }, { asOf: AS_OF, given, paid, budgetLeft })

const FIRM = { 研发费用: '900', 上年研发费用: '700', 营业收入: '20000' }

describe('the worked example', () => {
  it('of research grown by 200, equipment of 5,900 and a centre promoted from 20 to 50 is 522 万元', () => {
    const research = judge('GX-KC-18', FIRM)
    const equipment = judge('GX-CY-01', {}, { 设备实付款: 6000, 办公设备款: '100' })
    const centre = judge(
      'GX-KC-10',
      { 省级高新技术企业研究开发中心有效: true, 省级高新技术企业研究开发中心认定日期: '2024-03-01' },
      undefined,
      { group: '200000' },
    )
    expect([research, equipment, centre].map(({ verdict, amountYuan }) => [verdict, amountYuan])).toEqual([
      ['match', '200000'],
      ['match', '4720000'],
      ['match', '300000'],
    ])
  })

  it('is left at what the budget still has', () => {
    expect(judge('GX-KC-18', FIRM, undefined, {}, '150000.50').amountYuan).toBe('150000')
  })
})

describe('a verdict', () => {
  it('is near with exactly one condition missed, and says by how much', () => {
    const { verdict, amountYuan, criteria, trace } = judge('GX-KC-18', { ...FIRM, 营业收入: '40000' })
    expect(verdict).toBe('near')
    expect(amountYuan).toBeNull()
    expect(trace.at(-1)).toMatchObject({ yuan: '200000' })
    expect(criteria.filter(({ holds }) => holds === false)).toMatchObject([
      { says: '研发投入占营业收入 3% 以上', value: 2.25, gap: '0.75', unit: '%' },
    ])
  })

  it('is unknown where what is missing could still decide it, and names what is missing', () => {
    const { verdict, criteria } = judge('GX-KC-18', { ...FIRM, 营业收入: null })
    expect(verdict).toBe('unknown')
    expect(criteria[3]).toMatchObject({ holds: null, missing: ['营业收入'] })
    expect(judge('GX-KC-18', { 研发费用: null, 上年研发费用: '700', 营业收入: '1' }).verdict).toBe('unknown')
  })

  it('is no with two missed, whatever else is missing', () => {
    expect(judge('GX-KC-18', { 研发费用: '100', 上年研发费用: '200', 营业收入: null }).verdict).toBe('no')
  })

  it('waits for what a claim brings: open before it, unknown when the claim leaves it out', () => {
    const before = judge('GX-CY-01', {})
    expect(before).toMatchObject({ verdict: 'match', amountYuan: null, trace: [] })
    expect(before.criteria[1]).toMatchObject({ open: true, holds: null, missing: [] })
    expect(judge('GX-CY-01', {}, { 设备实付款: 6000 })).toMatchObject({
      verdict: 'unknown',
      amountYuan: null,
    })
    expect(judge('GX-CY-01', {}, { 设备实付款: 120, 办公设备款: 30 })).toMatchObject({
      verdict: 'near',
      criteria: [{}, { gap: '10' }],
    })
  })

  it('of one test against what is not known is not known either', () => {
    const granule = {
      ...shipped('GX-KC-18'),
      criteria: [{ says: '增长', operand: '研发费用', test: '> 上年研发费用', unit: '万元' }],
    }
    const verdictOf = (last: string | null) =>
      assessRow(test.zone, granule, { 研发费用: '9', 上年研发费用: last }, { asOf: AS_OF }).verdict
    expect([verdictOf(null), verdictOf('8'), verdictOf('10')]).toEqual(['unknown', 'match', 'near'])
  })
})

describe('the steps to a sum', () => {
  const RULE = {
    unit: 'wan',
    cap_item: '300',
    cap_year: '500',
    stacking: 'difference',
    rounding: 'hundred',
  } as const

  it('come in their order, each with what it went by', () => {
    expect(amountSteps('412.34567', RULE, { group: '200000.55', year: '4000000' }, '999999.99')).toEqual([
      { step: 'raw', yuan: '4123456.7' },
      { step: 'item', yuan: '3000000', by: '3000000' },
      { step: 'group', yuan: '2799999.45', by: '200000.55' },
      { step: 'year', yuan: '1000000', by: '1000000' },
      { step: 'budget', yuan: '999999.99', by: '999999.99' },
      { step: 'rounding', yuan: '999900', by: '100' },
    ])
  })

  it.each([
    ['difference', '500000'],
    ['highest', '500000'],
    ['exclusive', '0'],
    ['stackable', '700000'],
  ] as const)('with 20 万元 paid in its group, %s gives %s', (stacking, yuan) => {
    const steps = amountSteps('70', { ...RULE, stacking }, { group: '200000' })
    expect(steps.at(-1)?.yuan).toBe(yuan)
  })

  it('never go below nothing', () => {
    expect(amountSteps('-5', RULE).at(-1)?.yuan).toBe('0')
    expect(amountSteps('10', RULE, { group: '900000', year: '9000000' }, '-1').at(-1)?.yuan).toBe('0')
  })
})

describe('what is shipped', () => {
  it('is at least 20 granules, each sound, with a source, and none of them official', () => {
    expect(all.length).toBeGreaterThanOrEqual(20)
    expect(new Set(all.map(({ granule }) => granule.code)).size).toBe(all.length)
    for (const { document, granule } of all) {
      expect(document.source).not.toBe('')
      expect(document.standing).not.toBe('official')
      expect([granule.code, checkWording(test.zone, shipped(granule.code), AS_OF).problems]).toEqual([
        granule.code,
        [],
      ])
    }
  })

  it('is asked of the database as a whole', () => {
    for (const { granule } of all)
      expect([granule.code, checkWording(test.zone, shipped(granule.code), AS_OF).oneByOne]).toEqual([
        granule.code,
        null,
      ])
  })
})

describe('checking a wording', () => {
  const check = (change: Partial<Granule>) =>
    checkWording(test.zone, { ...shipped('GX-KC-18'), ...change }, AS_OF).problems
  const criterion = (operand: string, test: string) => ({
    criteria: [{ says: '', operand, test, unit: null }],
  })

  it('names an unknown trait and where it stands', () => {
    expect(check(criterion('研发费用 + 天气', '> 1'))).toMatchObject([
      { part: 'operand', criterion: 1, code: 'FEEL_UNKNOWN_NAME', start: 7, end: 9 },
    ])
    expect(check({ amount: '天气 * 2' })).toMatchObject([{ part: 'amount', code: 'FEEL_UNKNOWN_NAME' }])
    expect(check(criterion('研发费用', '> 天气'))).toMatchObject([{ part: 'test', criterion: 1 }])
  })

  it('refuses what can never be said, and a sum that is no number', () => {
    expect(check(criterion('规上', '>= 3'))).toMatchObject([{ part: 'test', code: 'TEST_TYPE' }])
    expect(check(criterion('行业大类', '"26"'))).toEqual([])
    expect(check(criterion('成立日期', '>= date("2020-01-01")'))).toEqual([])
    expect(check({ amount: '"很多"' })).toMatchObject([{ part: 'amount', code: 'AMOUNT_TYPE' }])
    expect(check({ amount: '研发费用 *' })).toMatchObject([{ part: 'amount', code: 'FEEL_EXPECTED' }])
  })

  it('refuses a given fact that systems know already', () => {
    expect(check({ given: [{ name: '研发费用', kind: 'number' }] })).toMatchObject([{ part: 'given' }])
  })
})
