import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../engines/report/index.ts'
import { HEADLINES, withHeadlines } from './catalogue.ts'
import { type Claim, claimsOf } from './claims.ts'
import { findContradictions } from './find.ts'
import { impliedBase, intervalOf, showInterval } from './interval.ts'

let place = 0
const claim = (
  report: string,
  aspect: Claim['aspect'],
  year: number,
  value: number,
  decimals: number,
  bound: Parameters<typeof intervalOf>[2] = 'exact',
): Claim => ({
  report,
  indicator: 'headline.gdp',
  aspect,
  year,
  value: intervalOf(new Decimal(value), decimals, bound),
  unit: aspect === 'level' ? '亿元' : '%',
  text: String(value),
  start: place++,
  clause: place++,
})

describe('intervals', () => {
  it('divides a rounded level by a rounded growth', () => {
    const base = impliedBase(
      intervalOf(new Decimal(391), 0, 'exact'),
      intervalOf(new Decimal(6), 0, 'exact'),
    )!
    expect(showInterval(base, 1)).toBe('366.7—371.1')
  })
})

describe('contradictions', () => {
  it('keeps quiet where rounding explains the difference', () => {
    expect(
      findContradictions([
        claim('2022', 'level', 2022, 369, 0),
        claim('2023', 'level', 2023, 391, 0),
        claim('2023', 'growth', 2023, 6, 0),
      ]),
    ).toEqual([])
  })

  it('finds a base that level and growth do not imply', () => {
    const [found] = findContradictions([
      claim('2022', 'level', 2022, 385, 0),
      claim('2023', 'level', 2023, 391, 0),
      claim('2023', 'growth', 2023, 6, 0),
    ])
    expect(found).toMatchObject({ kind: 'base', year: 2022 })
    expect(found?.claims.map(({ report }) => report)).toEqual(['2022', '2023', '2023'])
  })

  it('finds two values for one year', () => {
    expect(
      findContradictions([claim('2022', 'growth', 2022, 3.5, 1), claim('2023', 'growth', 2022, 3.1, 1)]),
    ).toMatchObject([{ kind: 'same', year: 2022 }])
  })

  it('sets an average growth against both ends', () => {
    const claims = [
      claim('2013', 'level', 2007, 266000, -3),
      claim('2013', 'level', 2012, 519000, -3),
      claim('2013', 'average', 2012, 9.3, 1),
    ]
    expect(findContradictions(claims)).toMatchObject([{ kind: 'average', year: 2012 }])
  })

  it('suspects the year between when its neighbours grew otherwise', () => {
    const claims = [
      claim('2011', 'level', 2012, 519000, -3),
      claim('2015', 'level', 2014, 636000, -3),
      claim('2015', 'growth', 2014, 7.4, 1),
    ]
    expect(findContradictions(claims)).toMatchObject([{ kind: 'bridge', year: 2013 }])
  })

  it('cannot be contradicted by a lower bound that holds', () => {
    expect(
      findContradictions([
        claim('2018', 'level', 2017, 820000, -3),
        claim('2019', 'level', 2018, 900000, -4, 'over'),
        claim('2019', 'growth', 2018, 6.6, 1),
      ]),
    ).toMatchObject([{ kind: 'base' }])
    expect(
      findContradictions([
        claim('2018', 'level', 2017, 860000, -3),
        claim('2019', 'level', 2018, 900000, -4, 'over'),
        claim('2019', 'growth', 2018, 6.6, 1),
      ]),
    ).toEqual([])
  })
})

describe('claims of a report', () => {
  const units = new Map(HEADLINES.map(({ id, unit }) => [id, unit]))
  const read = (words: string) =>
    claimsOf('r', readReport(words, { year: 2012, catalogue: HEADLINES }), 2012, units)

  it('reads both ends of 从A增加到B in one unit, and the average apart', () => {
    const claims = read('五年来，国内生产总值从26.6万亿元增加到51.9万亿元。国内生产总值年均增长9.3%。')
    expect(claims.map(({ aspect, year, unit }) => [aspect, year, unit])).toEqual([
      ['level', 2007, '亿元'],
      ['level', 2012, '亿元'],
      ['average', 2012, '%'],
    ])
    expect(claims[0]?.value.low?.toFixed()).toBe('265500')
  })

  it('leaves out intensities', () => {
    expect(read('2012年，单位国内生产总值能耗下降5%。')).toEqual([])
  })

  it('gives a name that the zone has too to the zone', () => {
    const both = withHeadlines([{ id: 'economy.gdp', names: ['地区生产总值', 'GDP'], unit: '亿元' }])
    expect(both.filter(({ names }) => names.includes('GDP')).map(({ id }) => id)).toEqual(['economy.gdp'])
  })
})
