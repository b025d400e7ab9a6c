import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { advance, type Happening, start, waitsOf } from '../../../engines/bpmn/index.ts'
import { PATTERNS } from '../../../engines/bpmn/patterns.fixture.ts'
import { evaluate, processOf } from '../../../engines/bpmn/player.fixture.ts'
import { verifyCases } from '../../../kernel/flow/index.ts'
import type { FaultPoint } from '../../../kernel/store/index.ts'
import { testDatabase } from '../../zone.ts'
import { bundle } from '../bundle.ts'
import { openTrial, type PatternNumber } from './open.ts'
import { choose, play, said } from './play.ts'

/** A step by itself, and one that is part of more that happens in its transaction. */
const POINTS: readonly (readonly [FaultPoint, 'alone' | 'among'])[] = [
  ['step-made', 'alone'],
  ['step-kept', 'alone'],
  ['work-done', 'among'],
  ['committed', 'among'],
]
const NUMBERS = Object.keys(PATTERNS).map(Number) as readonly PatternNumber[]

const database = testDatabase()
let root = ''
let file = ''
let trial: Awaited<ReturnType<typeof openTrial>>
beforeAll(async () => {
  root = await mkdtemp(join(process.cwd(), '.tmp-test-cases-'))
  file = join(root, 'program.mjs')
  await bundle(file, fileURLToPath(new URL('serve.ts', import.meta.url)))
  trial = await openTrial(database.url)
})
afterAll(async () => {
  await trial?.zone.close()
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
})

/** Everything that happens in a case that nobody cuts off. */
async function uncut(number: PatternNumber): Promise<readonly Happening[]> {
  const process = await processOf(PATTERNS[number].source)
  const first = start(process, evaluate, PATTERNS[number].vars)
  let { state } = first
  const happened = [...first.happened]
  for (let steps = 1; state.status === 'running'; steps++) {
    const waits = waitsOf(process, state)
    const next = choose(
      waits.map(({ key, event }) => ({ key, kind: event ? 'event' : 'task' })),
      steps,
    )
    const cause =
      next?.kind === 'task'
        ? { type: 'done' as const, token: Number(next.key.slice(1)), vars: said(steps) }
        : { type: 'event' as const, wait: next?.key ?? '', vars: said(steps) }
    const step = advance(process, evaluate, state, cause)
    if (!step) throw new Error(`pattern ${number} stands still`)
    state = step.state
    happened.push(...step.happened)
  }
  return happened
}

/** Lets a program play a case, and kills it where it stands still. */
async function playUntil(number: PatternNumber, title: string, how: string, fault: string) {
  const child = spawn(process.execPath, [file, database.url, String(number), title, how], {
    env: { ...process.env, GAOXIN_FAULT: fault },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  let answered = 0
  child.stdout?.setEncoding('utf8').on('data', (lines: string) => {
    answered = Number(lines.trim().split('\n').at(-1))
  })
  const channel = child.stdio[3] as Duplex
  channel.on('error', () => {})
  const closed = once(child, 'close')
  const halted = await Promise.race([once(channel, 'data').then(() => true), closed.then(() => false)])
  child.kill('SIGKILL')
  await closed
  // How many steps it said were answered.
  return { answered, halted }
}

interface CaseRow {
  readonly id: string
  readonly state: string
  readonly steps: number
}
const all = async <R>(query: ReturnType<typeof sql<R>>) => (await query.execute(trial.zone.store.db)).rows
const caseOf = async (title: string) =>
  (await all(sql<CaseRow>`select id, state, steps from flow.cases where title = ${title}`))[0]
const happenedIn = async (id: string) =>
  (
    await all(
      sql<{ happened: Happening[] }>`select happened from flow.steps where case_id = ${id} order by number`,
    )
  ).flatMap(({ happened }) => happened.map((each) => ({ ...each })))

it.each(NUMBERS)('pattern %i, killed at every named point, goes on to the same end', async (number) => {
  const expected = await uncut(number)
  for (const [turn, [point, how]] of POINTS.entries()) {
    const title = `pattern ${number} ${how} at ${point}`
    const { answered, halted } = await playUntil(number, title, how, `${point}:${1 + ((number + turn) % 2)}`)
    expect(halted).toBe(true)
    const cut = await caseOf(title)
    // What was answered is kept, and at most the one step beyond that nobody was told of.
    expect([0, 1]).toContain((cut?.steps ?? 0) - answered)
    if (!cut) continue
    await play(trial.player, cut.id, false, () => {})
    expect(await happenedIn(cut.id)).toEqual(expected)
    const left = await all(
      sql`select case_id from flow.tokens where case_id = ${cut.id} union all
        select case_id from flow.tasks where case_id = ${cut.id} union all select case_id from flow.waits where case_id = ${cut.id}`,
    )
    expect(left).toEqual([])
  }
  expect((await verifyCases(trial.zone.store.db)).findings).toEqual([])
})
