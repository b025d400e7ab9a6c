import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeIn } from '../store/place.ts'
import { DATUMS, datumIn, fromDatum, toDatum } from './datum.ts'
import { distance } from './measure.ts'

const degree = (low: number, high: number) =>
  fc.integer({ min: low * 1e6, max: high * 1e6 }).map((n) => n / 1e6)
/** Well within the box of China, where maps are displaced. */
const china = fc.record({ longitude: degree(75, 135), latitude: degree(19, 52) })

describe('the datums of Chinese maps', () => {
  it('Tiananmen is where the companies have it', () => {
    // Published pairs of Tiananmen Square: WGS-84, as 高德 and as 百度 count.
    const square = { longitude: 116.397451, latitude: 39.909187 }
    const amap = toDatum(square, 'gcj02')
    expect(amap.longitude).toBeCloseTo(116.403694, 4)
    expect(amap.latitude).toBeCloseTo(39.91059, 4)
    const baidu = toDatum(square, 'bd09')
    expect(baidu.longitude).toBeCloseTo(116.410085, 3)
    expect(baidu.latitude).toBeCloseTo(39.916869, 3)
  })

  it('there and back is the same place, to the decimals that are kept', () => {
    fc.assert(
      fc.property(china, fc.constantFrom(...DATUMS), (place, datum) => {
        expect(distance(fromDatum(toDatum(place, datum), datum), place)).toBeLessThan(0.02)
      }),
      { numRuns: 500 },
    )
  })

  it('are some hundred metres off in China, and nowhere else', () => {
    fc.assert(
      fc.property(china, (place) => {
        const off = distance(place, toDatum(place, 'gcj02'))
        expect(off).toBeGreaterThan(20)
        expect(off).toBeLessThan(1500)
      }),
    )
    const london = { longitude: -0.1275, latitude: 51.5072 }
    expect(toDatum(london, 'gcj02')).toEqual(london)
  })

  it.each([
    ['121.5545, 29.8778（GCJ-02）', 'gcj02'],
    ['高德坐标：121.5545, 29.8778', 'gcj02'],
    ['(121.5545, 29.8778) 百度', 'bd09'],
    ['BD09 121.5545 29.8778', 'bd09'],
    ['121.5545, 29.8778 [CGCS2000]', 'wgs84'],
    ['121.5545, 29.8778', undefined],
  ] as const)('%s is in %s, and read as WGS-84', (words, datum) => {
    expect(datumIn(words).datum).toBe(datum)
    const there = { longitude: 121.5545, latitude: 29.8778 }
    expect(placeIn(words)).toEqual({ place: datum ? fromDatum(there, datum) : there })
  })
})
