import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { block, drawn, plain } from '../../engines/bpmn/blocks.fixture.ts'
import { diagram } from '../../engines/bpmn/diagram.fixture.ts'
import type { Happening } from '../../engines/bpmn/index.ts'
import { testZone } from '../../test/zone.ts'
import { insertRows } from '../store/index.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import { doTask, moveDue, startCase, verifyCases } from './index.ts'
import { diagrams } from './tables.ts'

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
        { id: 'tests.random', name, about: name, office: 'office', diagram: diagram('start -> a -> end') },
      ],
    }),
  ],
})
const player = () => test.zone.context({ id: 'player', name: 'player', role: 'officer', office: 'office' })
const all = async <R>(query: ReturnType<typeof sql<R>>) => (await query.execute(test.zone.store.db)).rows

let number = 1
async function publish(source: string): Promise<void> {
  const { actor, now, newId } = player()
  const row = {
    process: 'tests.random',
    number: ++number,
    note: '随机',
    state: 'published',
    diagram: diagram(source),
    synthetic: false,
  }
  await insertRows(test.zone.store.db, diagrams, [row as never], { actor, now: now(), newId })
}

class Crash extends Error {}
/** The program dies when all is written and nothing is committed. */
const crashing = (work: (context: ReturnType<typeof player>) => Promise<unknown>) =>
  player()
    .transaction(async (context) => {
      await work(context)
      throw new Crash()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error
    })

const FAR = '2999-01-01T00:00:00.000Z'

/** Thousands of them by GAOXIN_SIMULATIONS. */
it('random diagrams in random orders, with crashes and two at once: nothing lost, nothing twice, a limit comes once', async () => {
  await fc.assert(
    fc.asyncProperty(block, fc.infiniteStream(fc.nat()), async (root, choices) => {
      const { source, expected } = drawn(plain(root))
      await publish(source)
      const id = await startCase(player(), { process: 'tests.random', title: '件' })
      const choose = choices[Symbol.iterator]()
      let acknowledged = 1
      for (;;) {
        const tasks = await all(
          sql<{ token: number }>`select token from flow.tasks where case_id = ${id} order by token`,
        )
        if (tasks.length === 0) break
        const choice = choose.next().value as number
        const { token } = tasks[choice % tasks.length] as { token: number }
        const does = (context: ReturnType<typeof player>) => doTask(context, id, token, {})
        switch (choice % 5) {
          case 0:
            await crashing(does)
            break
          case 1: {
            const outcomes = await Promise.allSettled([does(player()), does(player())])
            expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
            acknowledged++
            break
          }
          case 2: {
            await crashing((context) => moveDue(context, FAR))
            const moved = await Promise.all([moveDue(player(), FAR), moveDue(player(), FAR)])
            acknowledged += moved[0] + moved[1]
            break
          }
          default:
            await does(player())
            acknowledged++
        }
      }
      const [ended] = await all(
        sql<{ state: string; steps: number }>`select state, steps from flow.cases where id = ${id}`,
      )
      expect(ended).toEqual({ state: 'completed', steps: acknowledged })
      const steps = await all(
        sql<{ happened: Happening[] }>`select happened from flow.steps where case_id = ${id}`,
      )
      const done = new Map<string, number>()
      for (const { what, element } of steps.flatMap(({ happened }) => happened))
        if (what === 'done') done.set(element, (done.get(element) ?? 0) + 1)
      for (const [task, times] of expected) {
        expect([task, done.get(task) ?? 0]).toEqual([task, times])
        expect(done.get(`late_${task}`) ?? 0).toBeLessThanOrEqual(times)
      }
      const left = await all(sql`select from flow.tokens where case_id = ${id} union all
        select from flow.waits where case_id = ${id}`)
      expect(left).toHaveLength(0)
    }),
    { numRuns: Number(process.env.GAOXIN_SIMULATIONS ?? 40), endOnFailure: true },
  )
  expect((await verifyCases(test.zone.store.db)).findings).toEqual([])
}, 3_600_000)

it('steps of many cases that are written together are each made once, or refused by themselves', async () => {
  await publish('a: user\n b: user\n start -> a -> b -> end')
  const many = Array.from({ length: 40 }, (_, i) => i)
  const begin = () => startCase(player(), { process: 'tests.random', title: '件' })
  const cases = await Promise.all(many.map(begin))
  const tokens = new Map(
    (
      await all(
        sql<{ case_id: string; token: number }>`select case_id, token from flow.tasks
          where case_id = any(${cases})`,
      )
    ).map(({ case_id, token }) => [case_id, token]),
  )
  // Every third is done by two people at once, every fourth by one more within a transaction.
  const done = await Promise.all(
    cases.map(async (id, i) => {
      const token = tokens.get(id) as number
      const does = () => doTask(player(), id, token, { by: i })
      const within = () => player().transaction((context) => doTask(context, id, token, { by: i }))
      const tries = [does, ...(i % 3 === 0 ? [does] : []), ...(i % 4 === 0 ? [within] : [])]
      const outcomes = await Promise.allSettled(tries.map((each) => each()))
      return outcomes.filter(({ status }) => status === 'fulfilled').length
    }),
  )
  expect(done).toEqual(many.map(() => 1))
  const stand = await all(
    sql`select c.id, c.steps, c.scopes->0->'vars'->'by' as by, array_agg(t.element) as open
      from flow.cases c join flow.tasks t on t.case_id = c.id where c.id = any(${cases})
      group by c.id order by array_position(${cases}, c.id)`,
  )
  expect(stand).toEqual(cases.map((id, by) => ({ id, steps: 2, by, open: ['b'] })))
  expect((await verifyCases(test.zone.store.db)).findings).toEqual([])
})
