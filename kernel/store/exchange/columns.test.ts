import { describe, expect, it } from 'vitest'
import { findHeader, headerNames, matchColumns } from './columns.ts'
import { things } from './exchange.fixture.ts'

describe('columns of a file', () => {
  it('are found by id, by either name, with and without the unit, in full and in half width', () => {
    const headers = ['code', '*名 称', 'Amount', '数量（个）', '日期', 'ｍｏｎｔｈ', '类别', '备注', '']
    const { columns, unmatched, missing } = matchColumns(things, headers)
    expect(columns).toEqual(['code', 'name', 'amount', 'count', 'on', 'month', 'kind', undefined, undefined])
    expect(unmatched).toEqual(['备注'])
    expect(missing).toEqual(['open', 'year', 'at', 'unit', 'office', 'place', 'extra'])
    for (const amount of ['金额', '金额(万元)', '金额（万元）', '金额【亿元】', 'Amount (万元)'])
      expect(matchColumns(things, [amount]).columns).toEqual(['amount'])
  })

  it('are only nearly the same where something else stands in brackets', () => {
    expect(matchColumns(things, ['名称', '金额（合计）', '编号']).sureness).toEqual(['same', 'near', 'same'])
  })

  it('are what the person says they are', () => {
    const chosen = { 备注: 'name', 名称: null }
    const { columns, unmatched, missing } = matchColumns(things, ['编号', '名称', '备注'], chosen)
    expect(columns).toEqual(['code', undefined, 'name'])
    expect(unmatched).toEqual([])
    expect(missing).not.toContain('name')
  })

  it('that the store keeps are read over', () => {
    expect(matchColumns(things, ['编号', '登记人', '示例数据'])).toMatchObject({
      columns: ['code', undefined, undefined],
      kept: ['登记人', '示例数据'],
      unmatched: [],
    })
  })

  it('that bear one name are told apart by the id, there and back', () => {
    const names = ['id', 'code', 'amount']
    const headers = headerNames(things, names, 'zh')
    expect(headers).toEqual({ id: '编号 [id]', code: '编号', amount: '金额（万元）' })
    expect(matchColumns(things, Object.values(headers)).columns).toEqual(names)
  })

  it('are named by the row that names most, below titles and notes', () => {
    const rows = [['物件登记表'], ['日期：2024-11-15'], ['编号', '名称', '金额'], ['1', '甲', '2']]
    const found = findHeader(
      things,
      rows.map((cells, i) => ({ sheet: '', row: i + 1, cells })),
    )
    expect(found?.at).toBe(2)
    expect(findHeader(things, [{ sheet: '', row: 1, cells: ['甲', '乙'] }])).toBeUndefined()
  })
})
