import { describe, expect, it } from 'vitest'
import { text } from '../text.ts'
import { difference, schemaOf } from './ddl.ts'
import { type Columns, defineRecord } from './record.ts'

const record = (
  columns: Columns,
  more: { unique?: string[][]; indexes?: { on: string[] }[]; large?: boolean } = {},
) =>
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

  it('gives what tells of a person a companion to be found by, which is what an index or a rule is over', () => {
    const keeper = {
      kind: 'text',
      name: text('电话', 'Telephone'),
      personal: 'mobile',
      optional: true,
    } as const
    const { sql } = difference(
      {},
      record(
        { phone: keeper, other: keeper, weight },
        { unique: [['phone']], indexes: [{ on: ['weight', 'other'] }] },
      ),
    )
    expect(sql[0]).toContain('"phone" text,')
    expect(sql[0]).toContain('"phone_blind" text,')
    expect(sql[0]).toContain('unique ("phone_blind")')
    expect(sql.slice(1)).toEqual([
      'create index on "zoo"."animals" ("weight", "other_blind");',
      'create index on "zoo"."animals" ("other_blind");',
      'create index on "zoo"."animals" ("name" collate "zh-x-icu", "id");',
    ])
  })

  it('gives a large list an index for each thing that people sort it by, and tells which one is over', () => {
    const choices = { cat: text('猫', 'Cat'), "o'possum": text('负鼠', "O'possum") }
    const columns = (order: Record<string, (typeof choices)['cat']>): Columns => ({
      kind: { kind: 'choice', name: text('种类', 'Kind'), choices: order },
      keeper: { kind: 'reference', name: text('饲养员', 'Keeper'), record: 'zoo.keepers' },
    })
    const [small, large] = [record(columns(choices)), record(columns(choices), { large: true })]
    const place = `(array_position(array['cat', 'o''possum']::text[], "kind"), "id")`
    expect(difference(small, large).sql).toEqual([
      `create index on "zoo"."animals" ${place};`,
      'create index on "zoo"."animals" ("keeper");',
      `create index on "zoo"."animals" using gin (gaoxin.bigrams(coalesce("name", '')));`,
    ])
    const { sql, byHand } = difference(
      large,
      record(columns({ ...choices, dog: choices.cat }), { large: true }),
    )
    expect(sql).toHaveLength(1)
    expect(byHand).toEqual([expect.stringContaining(`drop the index ${place}`)])
  })

  it('leaves the values of a column that becomes personal, or ceases to be, to a person', () => {
    const phone = { kind: 'text', name: text('电话', 'Telephone'), optional: true } as const
    const [plain, personal] = [record({ phone }), record({ phone: { ...phone, personal: 'mobile' } })]
    expect(difference(plain, personal).byHand).toEqual([expect.stringContaining('plain → mobile')])
    expect(difference(personal, plain).byHand).toContainEqual(expect.stringContaining('mobile → plain'))
  })

  it('refuses personal columns that could not be kept encrypted', () => {
    const personal = { name: text('电话', 'Telephone'), personal: 'mobile' } as const
    expect(() => record({ phone: { kind: 'integer', ...personal } })).toThrow('cannot be personal')
    expect(() => record({ phone: { kind: 'text', ...personal }, phone_blind: weight })).toThrow(
      'cannot be personal',
    )
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
