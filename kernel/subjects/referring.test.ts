import { expect, it } from 'vitest'
import { defineRecord } from '../store/record.ts'
import { text } from '../text.ts'
import { referringTo } from './referring.ts'

const name = text('', '')
const common = { name, about: name, title: 'code', grants: [] } as const
const code = { kind: 'text', format: 'creditCode', name } as const
const firms = defineRecord({
  ...common,
  id: 'zoo.firms',
  columns: { code, parent: { kind: 'reference', record: 'zoo.firms', name, optional: true } },
})
const bills = defineRecord({
  ...common,
  id: 'zoo.bills',
  columns: {
    code: { kind: 'text', name },
    payer: code,
    payee: { kind: 'reference', record: 'zoo.firms', name },
    keeper: { kind: 'reference', record: 'zoo.keepers', name },
    grid: { kind: 'text', format: 'grid', name },
  },
})

it('rows of a register are known by id where a column refers to it, by key where a text has the form of its key', () => {
  const found = referringTo({ record: firms, key: 'code' }, [firms, bills])
  expect(found.map(({ record, column, by }) => [record.id, column, by])).toEqual([
    ['zoo.firms', 'parent', 'id'],
    ['zoo.bills', 'payer', 'key'],
    ['zoo.bills', 'payee', 'id'],
  ])
})
