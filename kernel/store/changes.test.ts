import { beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { offices } from '../access/offices.ts'
import { createRow, updateRow, versionOf } from './index.ts'

const test = testZone({ systems: [] })
let id = ''
const office = { name: '甲', short: '甲', name_en: 'A', kind: 'department', leader: '一', sort: 1 }
const version = () => versionOf(test.zone.store.db, offices, id)
beforeAll(async () => {
  id = String((await createRow(test.zone.context(), offices, office)).id)
})

it('an edit of the version that was seen goes through, the next of the same version is told what changed', async () => {
  const seen = await version()
  await updateRow(test.zone.context(), offices, id, { leader: '二' }, seen)
  await expect(updateRow(test.zone.context(), offices, id, { short: '乙' }, seen)).rejects.toMatchObject({
    code: 'RECORD_CHANGED',
    status: 409,
    value: { base: { leader: '一' }, now: { leader: '二', short: '甲' }, by: 'gaoxin' },
  })
})

it('of many edits of one version at the same time, exactly one goes through', async () => {
  const seen = await version()
  const edits = await Promise.allSettled(
    ['三', '四', '五', '六'].map((leader) => updateRow(test.zone.context(), offices, id, { leader }, seen)),
  )
  expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
