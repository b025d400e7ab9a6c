/**
 * `npm run bench:flow`: completed cases a second. A case begins, two people do a task each, a condition decides, two parts
 * run side by side, it ends; what it has come to is durable after each of the three steps. Beside it, in the same run, on
 * the same database: a state machine written by hand in SQL, which looks the open task up as a page does, and bpmn-engine
 * with its state saved and restored. All three must come to the same end before anything is timed, and every case must
 * have ended afterwards. Then the first page of an inbox among many open cases.
 * GAOXIN_BENCH_CASES sets how many are completed (2,000), GAOXIN_BENCH_OPEN how many stay open (1,000,000).
 */
import { EventEmitter, once } from 'node:events'
import { rm } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import { isDeepStrictEqual } from 'node:util'
import { Engine } from 'bpmn-engine'
import { sql } from 'kysely'
import { openZone } from '../app/zone.ts'
import { diagram } from '../engines/bpmn/diagram.fixture.ts'
import { doTask, inboxOf, startCase } from '../kernel/flow/index.ts'
import { defineSystem } from '../kernel/system.ts'
import { text } from '../kernel/text.ts'
import { quantile } from './times.ts'

const CASES = Number(process.env.GAOXIN_BENCH_CASES ?? 2000)
const OPEN = Number(process.env.GAOXIN_BENCH_OPEN ?? 1_000_000)
/** How many people work at once. */
const AT_ONCE = [8, 32]
const FOLDER = '.tmp-bench-flow'
const name = text('测速', 'Measuring')

const drawn = (condition: string) =>
  diagram(`
    check: user office=science
    look: user office=finance
    way: exclusive
    fork: parallel
    join: parallel
    start -> check -> look -> way
    way -> fork [${condition}]
    way -> endSmall [else]
    fork -> money -> join
    fork -> law -> join
    money: task
    law: task
    join -> endLarge`)

await rm(FOLDER, { recursive: true, force: true })
const process_ = { id: 'bench.grant', name, about: name, office: 'office', diagram: drawn('amount > 100') }
const zone = await openZone({
  folder: FOLDER,
  systems: [
    defineSystem({
      id: 'bench',
      name,
      group: 'plan',
      office: 'office',
      about: name,
      records: [],
      indicators: [],
      processes: [process_],
    }),
  ],
})
const { db } = zone.store
const as = (office: string) => zone.context({ id: office, name: office, role: 'officer', office })
const only = async <R>(query: ReturnType<typeof sql<R>>): Promise<R> => (await query.execute(db)).rows[0] as R

/** What a case has come to. */
interface Ended {
  readonly end: string
  readonly vars: Readonly<Record<string, unknown>>
}

/** Completes a case. @returns what says what it has come to, which is not part of what is timed */
type Complete = (amount: number) => Promise<() => Promise<Ended>>

const completeHere: Complete = async (amount) => {
  const id = await startCase(as('science'), { process: 'bench.grant', title: '件', vars: { amount } })
  const task = async () =>
    (await only(sql<{ token: number }>`select token from flow.tasks where case_id = ${id}`)).token
  await doTask(as('science'), id, await task(), { checked: true })
  await doTask(as('finance'), id, await task(), { looked: true })
  return async () => {
    const row = await only(
      sql<{ state: string; vars: Ended['vars']; happened: { element: string }[] }>`
        select c.state, c.scopes->0->'vars' as vars, s.happened from flow.cases c
        join flow.steps s on s.case_id = c.id and s.number = c.steps where c.id = ${id}`,
    )
    const end = row.happened.find(({ element }) => element.startsWith('end'))?.element
    return { end: row.state === 'completed' ? String(end) : row.state, vars: row.vars }
  }
}

await sql
  .raw(`create schema hand;
  create table hand.cases (id text primary key, state text not null, vars jsonb not null, ended_at timestamptz);
  create table hand.tasks (id bigint generated always as identity primary key, case_id text not null references hand.cases,
    name text not null, office text not null, since timestamptz not null default now());
  create index on hand.tasks (case_id);
  create index on hand.tasks (office, since);
  create table hand.steps (id bigint generated always as identity primary key, case_id text not null references hand.cases,
    at timestamptz not null default now(), actor text not null, what text not null);
  create index on hand.steps (case_id);
  create table hand.saved (id text primary key, state jsonb not null)`)
  .execute(db)
let count = 0

/** As one would write it for this one process: each state knows what comes next. */
const completeByHand: Complete = async (amount) => {
  const id = `case ${count++}`
  await db.transaction().execute(async (t) => {
    await sql`insert into hand.cases values (${id}, 'check', ${JSON.stringify({ amount })}::jsonb)`.execute(t)
    await sql`insert into hand.tasks (case_id, name, office) values (${id}, 'check', 'science')`.execute(t)
    await sql`insert into hand.steps (case_id, actor, what) values (${id}, 'science', 'start')`.execute(t)
  })
  const does = async (task: string, office: string, said: object) => {
    await only(sql`select id from hand.tasks where case_id = ${id}`)
    await db.transaction().execute(async (t) => {
      const { rows } = await sql<{
        state: string
        amount: number
      }>`select state, (vars->>'amount')::float as amount from hand.cases
        where id = ${id} for update`.execute(t)
      const [at] = rows
      if (at?.state !== task) throw new Error('somebody was quicker')
      const next = task === 'check' ? 'look' : at.amount > 100 ? 'endLarge' : 'endSmall'
      await sql`delete from hand.tasks where case_id = ${id} and name = ${task}`.execute(t)
      await sql`update hand.cases set state = ${next}, vars = vars || ${JSON.stringify(said)}::jsonb,
        ended_at = case when ${next} like 'end%' then now() end where id = ${id}`.execute(t)
      if (next === 'look')
        await sql`insert into hand.tasks (case_id, name, office) values (${id}, 'look', 'finance')`.execute(t)
      await sql`insert into hand.steps (case_id, actor, what) values (${id}, ${office}, ${task})`.execute(t)
    })
  }
  await does('check', 'science', { checked: true })
  await does('look', 'finance', { looked: true })
  return async () => {
    const row = await only(
      sql<{ state: string; vars: Ended['vars'] }>`select state, vars from hand.cases where id = ${id}`,
    )
    return { end: row.state, vars: row.vars }
  }
}

const FOR_ENGINE = drawn('js').replace(
  '<bpmn:conditionExpression><![CDATA[js]]>',
  '<bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression" language="JavaScript"><![CDATA[next(null, this.environment.variables.amount > 100)]]>',
)

/** What people have said is kept with the case, as the engine's manual does it. */
const extensions = {
  keepOutput: (activity: {
    id: string
    type: string
    environment: { output: Record<string, unknown> }
    on: (event: string, call: (api: { content: { output: unknown } }) => void) => void
  }) => {
    if (activity.type === 'bpmn:UserTask')
      activity.on('end', ({ content }) => {
        activity.environment.output[activity.id] = content.output
      })
  },
} as never

/** As a program does that keeps no case in memory between two people: what is saved is restored, signalled, saved. */
const completeByEngine: Complete = async (amount) => {
  const id = `engine ${count++}`
  const save = async (engine: Engine) =>
    sql`insert into hand.saved values (${id}, ${JSON.stringify(await engine.getState())}::jsonb)
      on conflict (id) do update set state = excluded.state`.execute(db)
  const first = new Engine({ name: id, source: FOR_ENGINE, variables: { amount }, extensions })
  await first.execute()
  await save(first)
  first.stop()
  let ends: string[] = []
  let output: Record<string, Ended['vars']> = {}
  for (const said of [{ checked: true }, { looked: true }]) {
    const { state } = await only(sql<{ state: object }>`select state from hand.saved where id = ${id}`)
    const engine = new Engine({ name: id, extensions }).recover(state as never)
    const listener = new EventEmitter()
    ends = []
    listener.on('activity.end', ({ id: element }: { id: string }) => ends.push(element))
    const execution = await engine.resume({ listener: listener as never })
    const waits = Promise.race([once(listener, 'activity.wait'), engine.waitFor('end')])
    const [task] = execution.getPostponed().filter(({ type }) => type === 'bpmn:UserTask')
    task?.signal(said)
    await waits
    output = execution.environment.output as typeof output
    await save(engine)
    engine.stop()
  }
  return async () => ({
    end: ends.find((element) => element.startsWith('end')) ?? 'none',
    vars: Object.assign({ amount }, ...Object.values(output)),
  })
}

const ways = [
  { name: 'hand-written SQL', cases: CASES, complete: completeByHand },
  { name: 'kernel/flow', cases: CASES, complete: completeHere },
  {
    name: 'bpmn-engine, saved and restored',
    cases: Math.max(20, Math.round(CASES / 10)),
    complete: completeByEngine,
  },
]
const AMOUNTS = [500, 50]
function check(way: string, amount: number, came: Ended): void {
  const expected = {
    end: amount > 100 ? 'endLarge' : 'endSmall',
    vars: { amount, checked: true, looked: true },
  }
  if (!isDeepStrictEqual(came, expected)) throw new Error(`${way} comes to ${JSON.stringify(came)}`)
}
for (const { name: way, complete } of ways)
  for (const amount of AMOUNTS) check(way, amount, await (await complete(amount))())

const [cpu] = cpus()
const { version } = await only(sql<{ version: string }>`select version()`)
console.log(
  `\n${cpus().length} × ${cpu?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB; ${version.split(' on ')[0]}; three steps a case, each durable before the next; all ways come to the same end`,
)
for (const atOnce of AT_ONCE) {
  const rates: number[] = []
  for (const { name: way, cases, complete } of ways) {
    const completed: { amount: number; came: () => Promise<Ended> }[] = []
    const begun = performance.now()
    let left = cases
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (left-- > 0) {
          const amount = AMOUNTS[left % 2] as number
          completed.push({ amount, came: await complete(amount) })
        }
      }),
    )
    const rate = cases / ((performance.now() - begun) / 1000)
    for (const { amount, came } of completed) check(way, amount, await came())
    rates.push(rate)
    console.log(`  ${way.padEnd(34)} ${rate.toFixed(1).padStart(8)} completed cases a second (${cases})`)
  }
  const [hand, here, engine] = rates as [number, number, number]
  console.log(
    `  ${atOnce} at once: kernel/flow is ${(here / hand).toFixed(2)} of hand-written, ${(here / engine).toFixed(1)} × bpmn-engine\n`,
  )
}

await fillInboxes()
const latencies = async (ask: (i: number) => Promise<unknown>) => {
  const times: number[] = []
  for (let i = 0; i < 1000; i++) {
    const begun = performance.now()
    await ask(i)
    times.push(performance.now() - begun)
  }
  const at = (share: number) => `${quantile(times, share).toFixed(1)} ms`
  return `median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`
}
const officer = (i: number) =>
  zone.context({ id: `person ${i % 500}`, name: '', role: 'officer', office: `office ${i % 50}` })
console.log(
  `\n${OPEN.toLocaleString('en')} open cases, 50 offices, 500 people; a page of 50 tasks, 1,000 questions`,
)
console.log(
  `  the office's, first page       ${await latencies((i) => inboxOf(officer(i), 'office', { limit: 50 }))}`,
)
console.log(
  `  one's own, first page          ${await latencies((i) => inboxOf(officer(i), 'mine', { limit: 50 }))}`,
)
const deep = await Promise.all(
  Array.from({ length: 50 }, async (_, i) => (await inboxOf(officer(i), 'office', { limit: 5000 })).at(-1)),
)
console.log(
  `  the office's, after 5,000      ${await latencies((i) => inboxOf(officer(i), 'office', { limit: 50, after: deep[i % 50] }))}`,
)
await zone.close()
await rm(FOLDER, { recursive: true, force: true })

/** Open cases at their first task; every other one is taken by somebody. */
async function fillInboxes(): Promise<void> {
  await sql`insert into flow.cases (id, process, version, title, state, synthetic, started_at, started_by, steps, next, scopes)
    select 'open ' || i, 'bench.grant', 1, '件 ' || i, 'running', true, now(), 'science', 1, 3,
      '[{"id":1,"of":"process","done":[],"vars":{"amount":1}}]'
    from generate_series(1, ${OPEN}::integer) i`.execute(db)
  await sql`insert into flow.tasks (case_id, token, element, name, process, office, holder, since, due)
    select 'open ' || i, 2, 'check', 'check', 'bench.grant', 'office ' || i % 50,
      case when i % 2 = 0 then 'person ' || (i / 2) % 500 end, now() - make_interval(mins => i % 5000),
      case when i % 10 > 0 then now() + make_interval(mins => i % 20000 - 5000) end
    from generate_series(1, ${OPEN}::integer) i`.execute(db)
  await sql`vacuum analyze flow.cases, flow.tasks`.execute(db)
}
