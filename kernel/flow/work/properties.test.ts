import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import type { Actor } from '../../access/actor.ts'
import { GaoxinError } from '../../errors.ts'
import type { Context } from '../../system.ts'
import { doTask, leaveTask, takeTask } from '../index.ts'
import {
  askOpinions,
  decideRequest,
  delegateTask,
  endCase,
  giveOpinion,
  opinionsOf,
  reassignTask,
  remind,
  requestsOf,
  requestTime,
  resumeTask,
  returnTask,
  urgeTask,
  withdrawOpinion,
  withdrawStep,
} from './index.ts'
import { actor, enterOffices, helpers, PEOPLE, workSystem } from './work.fixture.ts'

const test = testZone({ systems: [workSystem] })
const { ask, as, begin } = helpers(test)
beforeAll(() => enterOffices(test.zone.context()))

const deputy = actor('代理人', 'science', 'officer', { standsFor: '甲' })
const people: readonly Actor[] = [...Object.values(PEOPLE), deputy]
/** Has nothing to do with the case, unless it is reassigned to their office or they are asked. */
const OUTSIDER = actor('局外人', 'nowhere')

type Task = { token: number; holder: string | null; due: string | null; office: string | null }
interface Dump {
  readonly tasks: readonly Task[]
  readonly steps: readonly { actor: string; number: number }[]
  readonly rest: unknown
}

/** All that is kept of a case, apart from notices. */
async function dump(id: string): Promise<Dump> {
  const [row] = await ask(
    sql<{ tasks: Task[] | null; steps: Dump['steps']; rest: unknown }>`select
      (select jsonb_agg(to_jsonb(t) order by token) from flow.tasks t where case_id = c.id) as tasks,
      (select jsonb_agg(jsonb_build_object('number', number, 'actor', actor) order by number) from flow.steps
        where case_id = c.id) as steps,
      jsonb_build_array(to_jsonb(c),
        (select jsonb_agg(to_jsonb(t) order by id) from flow.tokens t where case_id = c.id),
        (select jsonb_agg(to_jsonb(w) order by key) from flow.waits w where case_id = c.id),
        (select jsonb_agg(to_jsonb(o) order by id) from flow.opinions o where case_id = c.id),
        (select jsonb_agg(to_jsonb(r) order by id) from flow.requests r where case_id = c.id)) as rest
      from flow.cases c where id = ${id}`,
  )
  return { tasks: row?.tasks ?? [], steps: row?.steps ?? [], rest: row?.rest }
}

type Verb = (context: Context, id: string, task: Task | undefined, n: number) => Promise<unknown>
const at = (task: Task | undefined) => task?.token ?? 999
const later = (context: Context, n: number) =>
  new Date(Date.parse(context.now()) + (n + 1) * 3 * 86_400_000).toISOString()
const verbs: Readonly<Record<string, Verb>> = {
  take: (context, id, task) => takeTask(context, id, at(task)),
  leave: (context, id, task) => leaveTask(context, id, at(task)),
  do: (context, id, task) => doTask(context, id, at(task), {}),
  delegate: (context, id, task, n) =>
    delegateTask(context, id, at(task), people[n % people.length] as Actor, '转'),
  reassign: (context, id, task, n) =>
    reassignTask(context, id, at(task), ['science', 'finance', 'tax'][n % 3] as string, '改'),
  return: (context, id, task) => returnTask(context, id, at(task), '退'),
  ask: (context, id, task, n) =>
    askOpinions(context, id, at(task), [{ person: people[n % people.length] as Actor }], '问'),
  answer: async (context, id) =>
    giveOpinion(context, id, (await opinionsOf(context, id)).at(-1)?.id ?? '', '答'),
  unask: async (context, id) =>
    withdrawOpinion(context, id, (await opinionsOf(context, id)).at(-1)?.id ?? ''),
  urge: (context, id, task) => urgeTask(context, id, at(task)),
  withdraw: (context, id) => withdrawStep(context, id, '撤'),
  pause: (context, id, task, n) =>
    requestTime(context, id, at(task), { kind: 'pause', until: later(context, n), why: '挂' }),
  extend: (context, id, task, n) =>
    requestTime(context, id, at(task), { kind: 'extension', until: later(context, n), why: '延' }),
  decide: async (context, id, _, n) =>
    decideRequest(context, id, (await requestsOf(context, id)).at(-1)?.id ?? '', {
      approve: n % 3 > 0,
      why: '批',
    }),
  resume: (context, id, task) => resumeTask(context, id, at(task)),
  end: (context, id, _, n) => (n === 0 ? endCase(context, id, '撤销') : Promise.resolve()),
}

const command = fc.record({
  verb: fc.oneof(
    { weight: 1, arbitrary: fc.constant('take') },
    { weight: 1, arbitrary: fc.constantFrom('pause', 'extend', 'decide', 'resume', 'answer') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(verbs)) },
  ),
  // Mostly those who have something to do with it.
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(PEOPLE.jia, PEOPLE.chief, PEOPLE.ding) },
    { weight: 2, arbitrary: fc.constantFrom(...people, OUTSIDER) },
  ),
  task: fc.nat(2),
  n: fc.nat(11),
  /** Hours that pass before it. */
  hours: fc.nat(30),
})

/** What a verb of that name may be done to by somebody: said anew, apart from the program's own table. */
function hasRight(verb: string, who: Actor, task: Task | undefined): boolean {
  const holds = task !== undefined && (task.holder === who.id || task.holder === who.standsFor)
  if (['ask', 'pause', 'extend', 'resume'].includes(verb)) return holds
  if (['take', 'do'].includes(verb)) return holds || task?.holder === null
  if (verb === 'leave') return holds
  return who !== OUTSIDER
}

it('whatever people do in whatever order: only those with the right change something, all of it stands in the history, and time that is given is never taken', async () => {
  let changes = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 20, maxLength: 40 }),
      fc.constantFrom('', 'both'),
      async (commands, way) => {
        let now = Date.parse('2024-11-14T01:00:00Z')
        const id = await begin(way, PEOPLE.ding, new Date(now).toISOString())
        let before = await dump(id)
        const floor = new Map<number, string>()
        for (const { verb, who, task: which, n, hours } of commands) {
          now += hours * 3_600_000
          const task = before.tasks[which % Math.max(1, before.tasks.length)]
          const context = as(who, new Date(now).toISOString())
          const refused = await (verbs[verb] as Verb)(context, id, task, n).then(
            () => undefined,
            (error: unknown) => error,
          )
          const after = await dump(id)
          if (refused) {
            expect(refused).toBeInstanceOf(GaoxinError)
            expect(after).toEqual(before)
          } else if (JSON.stringify(after) !== JSON.stringify(before)) {
            changes++
            expect([verb, who.id, hasRight(verb, who, task)]).toEqual([verb, who.id, true])
            const entered = after.steps.slice(before.steps.length)
            expect(entered.length).toBeGreaterThan(0)
            expect(new Set(entered.map((step) => step.actor))).toEqual(new Set([who.id]))
          }
          // Steps are numbered without a gap, and none that was entered goes.
          expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps)
          expect(after.steps.map(({ number }) => number)).toEqual(after.steps.map((_, index) => index + 1))
          for (const { token, due } of after.tasks) {
            // Never below what it was first, nor, but for a pause that is ended, below what it was just now.
            const was = before.tasks.find((each) => each.token === token)?.due
            const least = floor.get(token) ?? due ?? ''
            floor.set(token, least)
            expect((due ?? '') >= least).toBe(true)
            if (was && verb !== 'resume') expect((due ?? '') >= was).toBe(true)
          }
          before = after
        }
        await remind(as(PEOPLE.ding, new Date(now).toISOString()))
      },
    ),
    { numRuns: 40 },
  )
  // It is of no use unless much was done.
  expect(changes).toBeGreaterThan(60)
})
