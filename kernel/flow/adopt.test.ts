import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { diagram } from '../../engines/bpmn/diagram.fixture.ts'
import { testZone } from '../../test/zone.ts'
import { insertRows } from '../store/index.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import { doTask, moveDue, moveVersion, startCase, takeTask, tryVersion, verifyCases } from './index.ts'
import { diagrams } from './tables.ts'

const name = text('测试', 'Test')
const first = `
  start -> a -> b -> end
  a: user office=science due=3WD
  late: boundary on=a timer=P5D beside
  late -> urge -> end2
  b: user office=finance`
const second = `
  start -> look -> law -> b -> end
  look: user office=science due=1WD
  late: boundary on=look timer=P1D beside
  late -> urge -> end2
  law: user office=law
  b: user office=finance`
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
      processes: ['one', 'two'].map((id) => ({
        id: `tests.${id}`,
        name,
        about: name,
        office: 'office',
        diagram: diagram(first),
      })),
    }),
  ],
})
const as = (office: string) => test.zone.context({ id: office, name: office, role: 'officer', office })
const all = async <R>(query: ReturnType<typeof sql<R>>) => (await query.execute(test.zone.store.db)).rows

async function publishSecond(process: string): Promise<void> {
  const { actor, now, newId } = as('office')
  const row = {
    process,
    number: 2,
    note: '加法制审核',
    state: 'published',
    diagram: diagram(second),
    synthetic: false,
  }
  await insertRows(test.zone.store.db, diagrams, [row as never], { actor, now: now(), newId })
}
const stands = async (id: string) =>
  all(
    sql<{
      element: string
      office: string
      holder: string | null
      due: Date | null
    }>`select element, office, holder, due
      from flow.tasks where case_id = ${id} order by token`,
  )

it('cases go on by the new version, from where they stand, with their holders and limits', async () => {
  const [id, ended] = (await Promise.all(
    [1, 2].map((n) => startCase(as('office'), { process: 'tests.one', title: `件${n}` })),
  )) as [string, string]
  for (const element of ['a', 'b']) await done(ended, element)
  await takeTask(as('science'), id, 2)
  const [before] = await stands(id)
  const waited = await all(sql<{ due: Date }>`select due from flow.waits where case_id = ${id}`)
  await publishSecond('tests.one')
  const move = { process: 'tests.one', from: 1, to: 2, mapping: { a: 'look' } }
  expect(await tryVersion(as('office'), move)).toEqual({ cases: 1, unfit: [] })
  expect((await stands(id))[0]?.element).toBe('a')
  expect(await moveVersion(as('office'), move, '新规')).toBe(1)
  expect(await stands(id)).toEqual([{ ...before, element: 'look' }])
  expect(await all(sql<{ due: Date }>`select due from flow.waits where case_id = ${id}`)).toEqual(waited)
  await done(id, 'look')
  expect((await stands(id)).map(({ element }) => element)).toEqual(['law'])
  expect((await verifyCases(test.zone.store.db)).findings).toEqual([])
})

it('where one case does not fit, none is moved, and the element is named', async () => {
  const [here, there] = (await Promise.all(
    [1, 2].map((n) => startCase(as('office'), { process: 'tests.two', title: `件${n}` })),
  )) as [string, string]
  await done(there, 'a')
  await publishSecond('tests.two')
  const move = { process: 'tests.two', from: 1, to: 2, mapping: {} }
  const { cases, unfit } = await tryVersion(as('office'), move)
  expect([
    cases,
    unfit.map((each) => [each.case, each.unfit.map(({ code, place }) => `${code} ${place}`)]),
  ]).toEqual([2, [[here, ['GONE a']]]])
  await expect(moveVersion(as('office'), move, '新规')).rejects.toMatchObject({
    code: 'FLOW_UNFIT',
    place: 'a',
  })
  const versions = await all(
    sql<{ version: number }>`select version from flow.cases where process = 'tests.two'`,
  )
  expect(versions.map(({ version }) => version)).toEqual([1, 1])
  expect((await stands(there)).map(({ element }) => element)).toEqual(['b'])
  // Its clock runs on by the version that it keeps.
  await moveDue(as('office'), '2999-01-01T00:00:00.000Z')
  expect((await stands(here)).map(({ element }) => element)).toEqual(['a', 'urge'])
})

async function done(id: string, element: string): Promise<void> {
  const [task] = await all(
    sql<{
      token: number
      office: string
    }>`select token, office from flow.tasks where case_id = ${id} and element = ${element}`,
  )
  await doTask(as(task?.office ?? ''), id, task?.token ?? -1, {})
}
