import { beforeAll, expect, it } from 'vitest'
import { createRow, updateRow } from '../../../kernel/store/index.ts'
import type { System } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { createKeepers, keepers, WANG } from '../../../test/keepers.ts'
import { testZone } from '../../../test/zone.ts'
import { recordRoutes } from './records.ts'

const test = testZone({ systems: [] })
const zoo: System = {
  id: 'zoo',
  name: text('动物园', 'Zoo'),
  group: 'people',
  office: 'economy',
  about: text('试', 'Trial'),
  records: [keepers],
  indicators: [],
}
let id = ''
beforeAll(async () => {
  await createKeepers(test.zone.store.db)
  id = String((await createRow(test.zone.context(), keepers, WANG)).id)
  await updateRow(test.zone.context(), keepers, id, { mobile: '13711112222' })
})

const ask = async (path: string, input: Record<string, unknown>) => {
  const route = recordRoutes({ ...test.zone, systems: [zoo] }).find((one) => one.path === path)
  return JSON.stringify(await route?.handle(test.zone.context(), route.input.parse(input)))
}

it('lists, rows and their history show masks of personal data', async () => {
  const list = await ask('/records/zoo/keepers', {})
  const row = await ask('/records/zoo/keepers/:id', { id })
  const history = await ask('/records/zoo/keepers/:id/history', { id })
  for (const answer of [list, row, history]) {
    expect(answer).toContain('110***********002X')
    expect(answer).not.toMatch(/v1\.test\.|_blind|19491231|王小明|13711112222/)
  }
  expect(history).toContain('138****5678')
  expect(history).toContain('137****2222')
})

it('a closed record has no endpoint of the generic kind', () => {
  expect(recordRoutes(test.zone).filter(({ path }) => path.includes('reveals'))).toEqual([])
})
