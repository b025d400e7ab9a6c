import { expect, it } from 'vitest'
import { found, initialsOf } from './search.ts'

const all = [
  { name: '井盖', nameEn: 'Manhole cover', code: '0101' },
  { name: '暴露垃圾', nameEn: 'Exposed rubbish', code: '0102' },
  { name: '积存垃圾渣土', nameEn: 'Heaps of rubble', code: '0103' },
  { name: '道路破损', nameEn: 'Broken road', code: '0201' },
]
const names = (typed: string) => found(all, typed).map(({ name }) => name)

it('a class is found by initials of pinyin, characters, English or code', () => {
  expect(initialsOf('暴露垃圾')).toBe('bllj')
  expect(initialsOf('照明灯')).toBe('zmd')
  expect(initialsOf('Wi-Fi 设备')).toBe('wi-fi sb')
  expect(names('bll')).toEqual(['暴露垃圾'])
  expect(names('lj')).toEqual(['暴露垃圾', '积存垃圾渣土'])
  expect(names('垃圾')).toEqual(['暴露垃圾', '积存垃圾渣土'])
  expect(names('road')).toEqual(['道路破损'])
  expect(names('0101')).toEqual(['井盖'])
  expect(names('qqq')).toEqual([])
  expect(names('')).toHaveLength(4)
})
