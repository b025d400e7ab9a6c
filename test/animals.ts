import type { Actor } from '../kernel/access/actor.ts'
import { defineRecord } from '../kernel/store/index.ts'
import type { System } from '../kernel/system.ts'
import { text } from '../kernel/text.ts'

/** A system whose rows are written by offices, each its own, for tests of who may write what. */
export const species = defineRecord({
  id: 'farm.species',
  name: text('物种', 'Species'),
  about: text('每行一个物种', 'One species a row'),
  title: 'name',
  grants: [
    { roles: ['officer', 'supervisor', 'leader', 'statistician'], verbs: ['read'] },
    { roles: ['supervisor'], verbs: ['create', 'change', 'remove'] },
  ],
  columns: { name: { kind: 'text', name: text('名称', 'Name') } },
})

export const animals = defineRecord({
  id: 'farm.animals',
  name: text('动物', 'Animals'),
  about: text('每行一只动物', 'One animal a row'),
  title: 'name',
  grants: [
    { roles: ['officer', 'supervisor', 'leader'], verbs: ['read'] },
    { roles: ['supervisor'], verbs: ['create', 'change', 'remove'] },
    // An office keeps its own animals, and does not weigh them.
    {
      roles: ['officer'],
      verbs: ['create', 'change', 'remove'],
      rows: { column: 'office', of: 'office' },
      fields: ['name', 'cage', 'species', 'office', 'mobile'],
    },
  ],
  columns: {
    name: { kind: 'text', name: text('名字', 'Name') },
    cage: { kind: 'text', name: text('笼舍', 'Cage') },
    species: { kind: 'reference', name: text('物种', 'Species'), record: 'farm.species', optional: true },
    office: { kind: 'office', name: text('单位', 'Office') },
    weight: { kind: 'decimal', name: text('体重', 'Weight'), unit: '公斤', optional: true },
    mobile: { kind: 'text', name: text('联系手机', 'Mobile'), personal: 'mobile', optional: true },
  },
  unique: [['cage', 'name']],
})

export const farm: System = {
  id: 'farm',
  name: text('农场', 'Farm'),
  group: 'people',
  office: 'economy',
  about: text('试', 'Trial'),
  records: [species, animals],
  indicators: [],
}

const post = (id: string, role: Actor['role'], office: string): Actor => ({ id, name: id, role, office })
export const EAST = post('officer-east', 'officer', 'east')
export const WEST = post('officer-west', 'officer', 'west')
export const CHIEF = post('supervisor', 'supervisor', 'office')
export const CLERK = post('statistician', 'statistician', 'statistics')

/** Offices that the animals are kept by. */
export const OFFICES = ['east', 'west'].map((id) => ({
  id,
  name: id,
  short: id,
  name_en: id,
  kind: 'department',
  leader: '甲',
  sort: 1,
}))
