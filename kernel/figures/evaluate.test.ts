import { describe, expect, it } from 'vitest'
import { text } from '../text.ts'
import { evaluate, type Ledger } from './evaluate.ts'
import type { FigureRef } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { peerKey } from './load.ts'
import { cumulative, formatPeriod } from './period.ts'
import { Decimal } from './series.ts'

const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  id,
  name: text(id, id),
  unit: '亿元',
  grain: 'month',
  nature: 'flow',
  direction: 'up',
  office: 'economy',
  definition: text('', ''),
  source: text('', ''),
  decimals: 1,
  measure: {
    by: 'sum',
    record: 'x.returns',
    value: 'value',
    where: { item: id },
    period: 'month',
    scale: '1',
  },
  ...more,
})

const total = (value: number) => ({
  value: new Decimal(value),
  comparable: new Decimal(value),
  rows: 2,
  synthetic: true,
})

/** Twelve equal months a year. */
const flat = (years: Record<number, number>) =>
  new Map(
    Object.entries(years).flatMap(([year, value]) =>
      Array.from(
        { length: 12 },
        (_, index) => [`${year}-${String(index + 1).padStart(2, '0')}`, total(value)] as const,
      ),
    ),
  )

/** The same amount on every day of a month. */
const days = (month: string, count: number, value: number) =>
  Array.from(
    { length: count },
    (_, index) => [`${month}-${String(index + 1).padStart(2, '0')}`, total(value)] as const,
  )

const ledger = (more: Partial<Ledger> = {}): Ledger => ({
  indicators: new Map(
    [
      indicator('x.output'),
      indicator('x.area', { nature: 'stock' }),
      indicator('x.spending', { streak: { growthAtLeast: '20' } }),
      indicator('x.quarterly', { grain: 'quarter' }),
      indicator('x.visits', { grain: 'day' }),
      indicator('x.ratio', {
        unit: '%',
        nature: 'ratio',
        measure: { by: 'ratio', numerator: 'x.output', denominator: 'x.area', scale: '100' },
      }),
      indicator('x.stated', { measure: undefined } as unknown as Partial<Indicator>),
    ].map((one) => [one.id, one]),
  ),
  series: new Map([
    ['x.output', flat({ 2021: 8, 2022: 10, 2023: 11 })],
    ['x.area', flat({ 2023: 44 })],
    ['x.spending', flat({ 2020: 10, 2021: 11, 2022: 14, 2023: 17 })],
    ['x.quarterly', new Map([['2023-03', total(1)]])],
    ['x.visits', new Map([...days('2023-02', 28, 1), ...days('2023-03', 31, 4)])],
  ]),
  peers: new Map(),
  statements: new Map(),
  ownPlace: '本区',
  ...more,
})

const at = (indicatorId: string, aspect: FigureRef['aspect'], period: string, given = ledger()) =>
  evaluate(given, { indicator: indicatorId, aspect, period })

describe('a figure', () => {
  it.each([
    ['x.output', 'level', '2023', '132'],
    ['x.output', 'level', '2023-01..09', '99'],
    ['x.output', 'level', '2023-09', '11'],
    ['x.output', 'growth', '2023', '10'],
    ['x.output', 'growth', '2023Q2', '10'],
    ['x.output', 'change', '2023-01', '10'],
    ['x.output', 'change', '2023-02', '0'],
    ['x.visits', 'level', '2023-03-02', '4'],
    ['x.visits', 'level', '2023-02', '28'],
    ['x.visits', 'change', '2023-03-01', '300'],
    ['x.area', 'level', '2023', '44'],
    ['x.ratio', 'level', '2023', '300'],
    ['x.spending', 'growth.streak', '2023', '2'],
    ['x.quarterly', 'level', '2023Q1', '1'],
  ] as const)('%s %s of %s is computed: %s', (id, aspect, period, value) => {
    const figure = at(id, aspect, period)
    expect(figure.status).toBe('computed')
    expect(new Decimal(figure.value!).toFixed()).toBe(value)
  })

  it.each([
    ['x.output', 'level', '2024', 'no month filed'],
    ['x.quarterly', 'level', '2023-02', 'a month of a quarterly series'],
    ['x.output', 'level', '2023-02-03', 'a day of a monthly series'],
    ['x.output', 'change', '2023-01..05', 'a cumulation has no period before it'],
    ['x.quarterly', 'level', '2023', 'three quarters not filed yet'],
    ['x.output', 'growth.rank', '2023', 'no peers'],
    ['x.unknown', 'level', '2023', 'not in the catalogue'],
    ['x.output', 'level', 'soon', 'not a period'],
  ] as readonly [string, FigureRef['aspect'], string, string][])(
    '%s %s of %s is missing: %s',
    (id, aspect, period) => {
      const figure = at(id, aspect, period)
      expect(figure).toMatchObject({ status: 'missing', value: null })
      expect(figure.lineage.from).toBe('nothing')
    },
  )

  it('leads down to its rows, growth through both years', () => {
    const { lineage } = at('x.output', 'growth', '2023')
    if (lineage.from !== 'figures') throw new Error('growth stands on figures')
    expect(lineage.inputs.map(({ ref, value }) => [ref.period, value])).toEqual([
      ['2023', '132'],
      ['2022', '120'],
    ])
    expect(lineage.inputs.every((input) => input.lineage.from === 'rows' && input.lineage.rows === 24)).toBe(
      true,
    )
  })
})

describe('among peers', () => {
  const peer = (place: string, group: string, value: number) => ({
    place,
    group,
    value: new Decimal(value),
    synthetic: true,
  })
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const withPeers = ledger({
    peers: new Map(
      months.map((month) => [
        peerKey(
          'x.output',
          'growth',
          month === 12 ? '2023' : month === 1 ? '2023-01' : `2023-01..${String(month).padStart(2, '0')}`,
        ),
        [
          peer('全市', 'city', 7.3),
          peer('甲区', 'district', month <= 4 ? 12 : 9),
          peer('乙区', 'district', 3),
        ],
      ]),
    ),
  })

  it('a rank counts the districts, not the city as a whole', () => {
    expect(at('x.output', 'growth.rank', '2023-01..03', withPeers).value).toBe('2')
    expect(at('x.output', 'growth.rank', '2023', withPeers).value).toBe('1')
  })

  it('a rank counts from the smallest where down is better, of the growth too', () => {
    const down = ledger({
      indicators: new Map([['x.output', indicator('x.output', { direction: 'down' })]]),
      peers: new Map([
        [
          peerKey('x.output', 'level', '2023'),
          [peer('甲区', 'district', 100), peer('乙区', 'district', 900)],
        ],
        [peerKey('x.output', 'growth', '2023'), [peer('甲区', 'district', 11), peer('乙区', 'district', 12)]],
      ]),
    })
    const figure = at('x.output', 'rank', '2023', down)
    expect(figure.value).toBe('2')
    expect(figure.lineage).toMatchObject({
      formula: { en: 'place among 3, lowest first' },
      peers: [{ place: '甲区' }, { place: '本区', own: true }, { place: '乙区' }],
    })
    expect(at('x.output', 'growth.rank', '2023', down).value).toBe('1')
  })

  it('a gap is measured to the city, in percentage points', () => {
    expect(at('x.output', 'growth.gap', '2023', withPeers)).toMatchObject({ value: '2.7', unit: '个百分点' })
  })

  it('a streak goes back month by month until the first place was not ours', () => {
    expect(at('x.output', 'growth.rank.streak', '2023', withPeers)).toMatchObject({
      value: '8',
      unit: '个月',
    })
  })
})

describe('a streak', () => {
  const years = Array.from({ length: 10 }, (_, index) => 2014 + index)
  const rising = new Map(years.map((year) => [year, 10 * 1.2 ** (year - 2014)]))

  it('of months goes as far back as rows and peers do', () => {
    const others = years.flatMap((year) =>
      Array.from({ length: 12 }, (_, index) => formatPeriod(cumulative(year, index + 1))),
    )
    const behind = [{ place: '甲区', group: 'district', value: new Decimal(9), synthetic: true }]
    const long = ledger({
      series: new Map([['x.output', flat(Object.fromEntries(rising))]]),
      peers: new Map(others.map((period) => [peerKey('x.output', 'growth', period), behind])),
    })
    // 2014 has no year before it to have grown on.
    expect(at('x.output', 'growth.rank.streak', '2023', long).value).toBe(String(9 * 12))
  })
})

describe('what only a report says', () => {
  const statement = (value: string, unit: string) => ({
    report: 'r',
    start: 1,
    end: 2,
    text: value,
    value,
    unit,
  })
  const read = ledger({
    statements: new Map([
      ['x.stated:level@2023', statement('212', '亿元')],
      ['x.stated:growth@2023', statement('6', '%')],
      ['x.output:level@2023', statement('999', '亿元')],
    ]),
  })

  it('is stated, never computed', () => {
    expect(at('x.stated', 'level', '2023', read)).toMatchObject({ status: 'stated', value: '212' })
  })

  it('implies last year, which is kept as inferred', () => {
    expect(at('x.stated', 'level', '2022', read)).toMatchObject({ status: 'inferred', value: '200.0' })
  })

  it('does not stand in for rows that are there', () => {
    expect(at('x.output', 'level', '2023', read)).toMatchObject({ status: 'computed', value: '132' })
  })
})
