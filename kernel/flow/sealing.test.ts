import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { diagram } from '../../engines/bpmn/diagram.fixture.ts'
import { testZone } from '../../test/zone.ts'
import { verifyHistory } from '../store/index.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import { moveCase, sealCases, startCase, verifyCases } from './index.ts'

const name = text('测试', 'Test')
const test = testZone({
  systems: [
    defineSystem({
      id: 'tests',
      name,
      group: 'plan',
      office: 'office',
      about: name,
      records: [],
      indicators: [],
      processes: [
        { id: 'tests.two', name, about: name, office: 'office', diagram: diagram('start -> a -> b -> end') },
      ],
    }),
  ],
})

const run = (query: ReturnType<typeof sql>) => query.execute(test.zone.store.db)
/** A case of two steps whose first names of things are in no order that a database keeps. */
async function twoSteps(): Promise<string> {
  const id = await startCase(test.zone.context(), {
    process: 'tests.two',
    title: '件',
    vars: { z: 1, a: [{ y: 1, b: 2 }] },
  })
  await moveCase(test.zone.context(), id, { type: 'done', token: 2 }, '同意')
  return id
}
const whatOf = async (id: string) =>
  (await verifyCases(test.zone.store.db)).findings
    .filter(({ row }) => row === id)
    .map(({ what, seq }) => `${what} ${seq}`)

it('what happened in a case can be checked, sealed or not, and is sealed once', async () => {
  const id = await twoSteps()
  expect(await whatOf(id)).toEqual([])
  expect(await sealCases(test.zone.context())).toBeGreaterThan(0)
  expect(await sealCases(test.zone.context())).toBe(0)
  expect(await whatOf(id)).toEqual([])
  expect((await verifyHistory(test.zone.store.db, ['flow.diagrams', 'flow.seals'])).findings).toEqual([])
  await moveCase(test.zone.context(), id, { type: 'done', token: 3 })
  expect(await sealCases(test.zone.context())).toBe(1)
  expect(await whatOf(id)).toEqual([])
})

it.each([
  [
    'who did it',
    (id: string) => sql`update flow.steps set actor = 'another' where case_id = ${id} and number = 1`,
    'edited 1',
  ],
  [
    'why',
    (id: string) => sql`update flow.steps set why = '不同意' where case_id = ${id} and number = 2`,
    'edited 2',
  ],
  [
    'a step in the middle',
    (id: string) => sql`delete from flow.steps where case_id = ${id} and number = 1`,
    'removed 1',
  ],
  [
    'the last step, with all that counts it',
    (id: string) => sql`with a as (delete from flow.steps where case_id = ${id} and number = 2)
      update flow.cases set steps = 1 where id = ${id}`,
    'removed 2',
  ],
  ['the whole case', (id: string) => sql`delete from flow.cases where id = ${id}`, 'removed 2'],
])('changed behind the program: %s', async (_, tamper, finding) => {
  const id = await twoSteps()
  await sealCases(test.zone.context())
  await run(tamper(id))
  expect(await whatOf(id)).toContain(finding)
})

it('a case taken out of those that are still to be sealed is found', async () => {
  const id = await twoSteps()
  await run(sql`delete from flow.unsealed where case_id = ${id}`)
  expect(await whatOf(id)).toEqual(['inserted 2'])
})
