import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../text.ts'
import { boxOf, defineRecord, problemsOf } from './index.ts'
import { placeIn, placeText, pointIn } from './place.ts'

const degree = (most: number) => fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((n) => n / 1e7)
const place = fc.record({ longitude: degree(180), latitude: degree(90) })

const spots = (more: object = {}) =>
  defineRecord({
    id: 'zoo.spots',
    name: text('点位', 'Spots'),
    about: text('测试用', 'For tests'),
    title: 'name',
    columns: {
      name: { kind: 'text', name: text('名称', 'Name'), optional: true },
      place: { kind: 'place', name: text('位置', 'Place') },
    },
    ...more,
  })

describe('a place', () => {
  it('written out is read back, every decimal, as people and as the database write it', () => {
    fc.assert(
      fc.property(place, (one) => {
        expect(placeIn(placeText(one))).toEqual({ place: one })
        expect(pointIn(`(${one.longitude},${one.latitude})`)).toEqual(one)
        expect(problemsOf(spots(), { place: one })).toEqual([])
      }),
    )
  })

  it('has at least four decimals when written', () => {
    expect(placeText({ longitude: 121.55, latitude: 29.8812345 })).toBe('121.5500, 29.8812345')
  })

  it.each([
    '121.55,29.88',
    '121.55， 29.88',
    '（121.55，29.88）',
    '１２１.55, 29.88',
    '121.55°, 29.88°',
    '121.55 29.88',
  ])('%s is one, whatever is typed between its numbers', (written) => {
    expect(placeIn(written)).toEqual({ place: { longitude: 121.55, latitude: 29.88 } })
  })

  it.each(['', '121.55', '121.55,', '121.55, 29.88, 3', '181, 5', '121.55000001, 29.88', '东经121, 北纬29'])(
    '%j is none, and the reason shows one',
    (written) => {
      expect(placeIn(written)).toMatchObject({ wrong: { zh: expect.stringContaining('121.5500, 29.8800') } })
    },
  )

  it('with the latitude first is told so', () => {
    expect(placeIn('29.88, 121.55')).toMatchObject({
      wrong: { zh: expect.stringContaining('纬度写在了前面') },
    })
  })

  it.each<unknown>([
    { longitude: 121.55 },
    { latitude: 29.88 },
    { longitude: 180.1, latitude: 0 },
    { longitude: 0, latitude: -90.1 },
    { longitude: 121.55000001, latitude: 29.88 },
    { longitude: '121.55', latitude: '29.88' },
    { longitude: 121.55, latitude: 29.88, height: 3 },
    { longitude: Number.NaN, latitude: 0 },
    '121.55, 29.88',
    [121.55, 29.88],
  ])('is not %j', (value) => {
    expect(problemsOf(spots(), { place: value })).toMatchObject([{ column: 'place' }])
  })

  it('names, orders and equals nothing', () => {
    for (const more of [
      { title: 'place' },
      { unique: [['place']] },
      { indexes: [{ on: ['place'] }] },
      { indexes: [{ on: ['name'], include: ['place'] }] },
    ])
      expect(() => spots(more)).toThrow('place')
  })
})

describe('a box', () => {
  it('is four edges in their order', () => {
    expect(boxOf('121.5, 29.8,121.6,29.9')).toEqual([121.5, 29.8, 121.6, 29.9])
    expect(boxOf('-180,-90,180,90')).toEqual([-180, -90, 180, 90])
  })

  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '3,2,1,4',
    '1,4,3,2',
    '1,2,181,4',
    '1,-91,3,4',
    'a,b,c,d',
    '1,,3,4',
    'NaN,0,1,1',
  ])('%j is none', (written) => {
    expect(() => boxOf(written)).toThrow(expect.objectContaining({ code: 'PLACE_BOX', status: 422 }))
  })
})
