import { describe, expect, it } from 'vitest'
import { converter, type Finders } from './cells.ts'
import { things } from './exchange.fixture.ts'
import { officeFinder } from './lookups.ts'
import type { Cell } from './read.ts'

const finders: Finders = {
  office: officeFinder([
    { id: 'economy', name: '经济发展局', short: '经发局' },
    { id: 'one', name: '第一局', short: '局' },
    { id: 'two', name: '第二局', short: '局' },
  ]),
  reference: { unit: (named) => (named === '913302' || named === 'u1' ? 'u1' : undefined) },
}
const convert = converter(things)
const value = (name: keyof typeof things.columns, cell: Cell) => {
  const answer = convert(name, cell, finders)
  return answer.ok ? answer.value : answer.reason.zh
}

describe('a cell becomes the value of its column', () => {
  it.each<[Cell, unknown]>([
    ['2024-11-15', '2024-11-15'],
    ['2024/11/15', '2024-11-15'],
    ['2024/1/5', '2024-01-05'],
    ['2024年11月15日', '2024-11-15'],
    ['20241115', '2024-11-15'],
    ['2024-11-15', '2024-11-15'],
    [{ date: '2024-11-15T00:00:00' }, '2024-11-15'],
    [{ number: '45611' }, '2024-11-15'],
    ['2024-02-30', '没有这一天'],
    ['明天', '应填日期，如 2024-11-15'],
    [null, null],
  ])('day %j', (cell, expected) => expect(value('on', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['2024-11', '2024-11'],
    ['2024/1', '2024-01'],
    ['2024年11月', '2024-11'],
    ['2024年1月份', '2024-01'],
    ['202411', '2024-11'],
    [{ number: '202411' }, '2024-11'],
    [{ date: '2024-11-30T00:00:00' }, '2024-11'],
    ['Nov-24', '2024-11'],
    ['2024-13', '没有这个月份'],
    ['十一月', '应填月份，如 2024-11'],
  ])('month %j', (cell, expected) => expect(value('month', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['121.5500, 29.8800', { longitude: 121.55, latitude: 29.88 }],
    ['（121.55，29.88）', { longitude: 121.55, latitude: 29.88 }],
    ['29.88, 121.55', '像是纬度写在了前面：请先写经度、后写纬度，如 121.5500, 29.8800'],
    ['121.5500', '应填“经度, 纬度”，十进制度，如 121.5500, 29.8800，最多 7 位小数'],
    [{ number: '121.55' }, '应填“经度, 纬度”，十进制度，如 121.5500, 29.8800，最多 7 位小数'],
    [null, null],
  ])('place %j', (cell, expected) => expect(value('place', cell)).toEqual(expected))

  it.each<[Cell, unknown]>([
    ['2024', '2024'],
    ['2024年', '2024'],
    ['2024 年度', '2024'],
    [{ number: '2024' }, '2024'],
    ['24', '应填年份，如 2024'],
  ])('year %j', (cell, expected) => expect(value('year', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['1,234,567.89', '1234567.89'],
    ['１，２３４．５', '1234.5'],
    ['12345678901234567890.12345678', '12345678901234567890.12345678'],
    ['0012.50', '12.50'],
    ['-0.00', '0.00'],
    ['12.5 万元', '12.5'],
    [{ number: '0.1' }, '0.1'],
    ['1,23', '不是数字'],
    ['12.5%', '此栏单位是“万元”，不填百分数'],
    ['1.23E+05', '科学计数法丢失了位数，请填完整数字'],
    ['0.123456789', '最多 8 位小数，请先四舍五入'],
    [{ error: '#N/A' }, '公式出错（#N/A）'],
    ['', '“金额”必填'],
    [null, '“金额”必填'],
  ])('decimal %j', (cell, expected) => expect(value('amount', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['1,234', 1234],
    [{ number: '12' }, 12],
    ['１２', 12],
    ['12.0', 12],
    ['1.5', '应填整数'],
    ['9007199254740993', '数字过大'],
  ])('integer %j', (cell, expected) => expect(value('count', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['是', true],
    ['否', false],
    [true, true],
    ['TRUE', true],
    [{ number: '0' }, false],
    ['也许', '应填“是”或“否”'],
  ])('truth %j', (cell, expected) => expect(value('open', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['红', 'red'],
    ['red', 'red'],
    [' Dark Blue ', 'dark'],
    ['绿', '不在选项之内：红、蓝、深蓝'],
  ])('choice %j', (cell, expected) => expect(value('kind', cell)).toBe(expected))

  it.each<[Cell, unknown]>([
    ['economy', 'economy'],
    ['经济发展局', 'economy'],
    ['经发局', 'economy'],
    ['局', '“局”对应多个机构，请填编号'],
    ['气象局', '找不到“气象局”这个机构'],
  ])('office %j', (cell, expected) => expect(value('office', cell)).toBe(expected))

  it('reference, by id or by the column that is unique', () => {
    expect(value('unit', 'u1')).toBe('u1')
    expect(value('unit', { number: '913302' })).toBe('u1')
    expect(value('unit', '无此')).toBe('找不到“无此”这个单位')
  })

  it('moment, in the zone where nothing else is said', () => {
    expect(value('at', '2024-11-15 09:00')).toBe('2024-11-15T01:00:00.000Z')
    expect(value('at', '2024-11-15T09:00:00Z')).toBe('2024-11-15T09:00:00.000Z')
    expect(value('at', '2024/11/5 9:05:01')).toBe('2024-11-05T01:05:01.000Z')
    expect(value('at', { date: '2024-11-15T09:30:00' })).toBe('2024-11-15T01:30:00.000Z')
    expect(value('at', '九点')).toBe('应填时间，如 2024-11-15 09:00')
  })

  it('text, trimmed; digits that Excel has lost are refused', () => {
    expect(value('code', '  甲 ')).toBe('甲')
    expect(value('code', { number: '12' })).toBe('12')
    expect(value('code', { number: '913302001234567000' })).toContain('超过 15 位')
    expect(value('code', '字'.repeat(501))).toBe('应填不超过 500 字的文字')
    expect(value('name', 'a\r\nb')).toBe('a\nb')
  })
})

it('a place is turned by the datum that its cell or its header names, the cell before the header', () => {
  const read = (cell: string, header: string) => convert('place', cell, finders, header)
  const turned = read('121.554532, 29.877756 GCJ-02', '位置')
  expect(turned).toEqual(read('121.554532, 29.877756', '位置（GCJ-02）'))
  expect(turned).toEqual(read('121.554532, 29.877756 高德', '位置（百度坐标）'))
  expect(turned).toMatchObject({ ok: true, value: { longitude: expect.any(Number) } })
  const { longitude, latitude } = (turned as unknown as { value: { longitude: number; latitude: number } })
    .value
  // Some hundred metres off, to the north-west.
  expect(longitude).toBeLessThan(121.552)
  expect(latitude).not.toBe(29.877756)
})
