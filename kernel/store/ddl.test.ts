import { describe, expect, it } from 'vitest'
import { text } from '../text.ts'
import { difference, schemaOf } from './ddl.ts'
import { type Columns, defineRecord } from './record.ts'

const record = (columns: Columns, more: { unique?: string[][]; indexes?: { on: string[] }[] } = {}) =>
  schemaOf([
    defineRecord({
      id: 'zoo.animals',
      name: text('动物', 'Animals'),
      about: text('每行一只', 'One a row'),
      title: 'name',
      columns: { name: { kind: 'text', name: text('名称', 'Name') }, ...columns },
      ...more,
    }),
  ])
const weight = { kind: 'decimal', name: text('体重', 'Weight'), unit: '千克' } as const

describe('the difference of two declarations', () => {
  it('of nothing and a record is its table', () => {
    const { sql, byHand } = difference(
      {},
      record({ weight }, { unique: [['name']], indexes: [{ on: ['weight'] }] }),
    )
    expect(byHand).toEqual([])
    expect(sql[0]).toContain('create table "zoo"."animals"')
    expect(sql[0]).toContain('"weight" numeric not null')
    expect(sql[0]).toContain('unique ("name")')
    expect(sql[1]).toBe('create index on "zoo"."animals" ("weight");')
  })

  it('of a declaration and itself is nothing', () => {
    expect(difference(record({ weight }), record({ weight }))).toEqual({ sql: [], byHand: [] })
  })

  it('adds an optional column by itself', () => {
    const { sql } = difference(record({}), record({ weight: { ...weight, optional: true } }))
    expect(sql).toEqual(['alter table "zoo"."animals" add column "weight" numeric;'])
  })

  it.each([
    ['a required column', record({}), record({ weight })],
    ['another type', record({ weight }), record({ weight: { ...weight, kind: 'text' } })],
    ['a removed column', record({ weight }), record({})],
    ['a column that becomes required', record({ weight: { ...weight, optional: true } }), record({ weight })],
    ['a removed record', record({}), {}],
  ])('leaves %s to a person, since data could be lost', (_name, before, after) => {
    const { sql, byHand } = difference(before, after)
    expect(sql).toEqual([])
    expect(byHand).toHaveLength(1)
  })
})
