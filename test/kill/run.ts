import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { FAULT_POINTS, type FaultPoint, openStore } from '../../kernel/store/index.ts'
import { findPrograms, serverFolder } from '../../kernel/store/postgres.ts'
import { bundle } from './bundle.ts'
import { type Chance, chanceOf } from './chance.ts'
import { Ledger } from './ledger.ts'
import { killDatabase, startProgram } from './program.ts'
import { write } from './writers.ts'

export interface KillOptions {
  readonly kills: number
  readonly seed: number
  readonly onKill?: (number: number, at: string, tally: Tally) => void
}

export interface Tally {
  /** `victim @ point` → how often it was killed there. */
  readonly kills: Map<string, number>
  readonly violations: string[]
  acknowledged: number
  unanswered: number
}

const FIRST_START: readonly Point[] = [
  'cluster-made',
  'password-kept',
  'server-started',
  'migration-run',
  'migrations-run',
  'demonstration-loaded',
]
/** Steps of cases and batches of readings are killed by tests of their own (`cases/`, `series/`); nothing here passes these. */
const OF_OTHERS: readonly Point[] = [
  'step-made',
  'step-kept',
  'effect-taken',
  'effect-done',
  'readings-written',
  'readings-committed',
]
/** No point at all: many writes are answered, others are under way. */
const ANYWHERE = 'anywhere'
type Point = FaultPoint | typeof ANYWHERE
const WRITES: readonly Point[] = [
  ...(Object.keys(FAULT_POINTS) as FaultPoint[]).filter(
    (point) => !FIRST_START.includes(point) && !OF_OTHERS.includes(point),
  ),
  ANYWHERE,
]
/** Kills on one data folder; each folder begins with a first start. */
const LIFE = 40

/** Kills the program and its database, each in turn, at named points, and judges after each what is there. */
export async function killAndJudge({ kills, seed, onKill }: KillOptions): Promise<Tally> {
  const tally: Tally = { kills: new Map(), violations: [], acknowledged: 0, unanswered: 0 }
  const chance = chanceOf(seed)
  const root = await mkdtemp(join(process.cwd(), '.tmp-test-kill-'))
  const file = join(root, 'program.mjs')
  try {
    await bundle(file)
    for (let done = 0; done < kills; ) {
      const folder = await mkdtemp(join(root, 'zone-'))
      const data = await serverFolder(folder, await findPrograms())
      try {
        const ledger = new Ledger()
        const first = FIRST_START.filter(() => chance.below(2) === 0)
        for (const end = Math.min(kills, done + LIFE); done < end; ) {
          const point = first.shift() ?? chance.pick(WRITES)
          const at = await killOnce({ file, folder, ledger, tally, chance, point, number: done })
          if (!at) continue
          tally.kills.set(at, (tally.kills.get(at) ?? 0) + 1)
          done++
          onKill?.(done, at, tally)
        }
        const last = startProgram(file, folder, undefined)
        await last.ready
        await judge(folder, ledger, tally, 'the last kill')
        await last.kill()
      } finally {
        await killDatabase(folder)
        await rm(data, { recursive: true, force: true, maxRetries: 5 })
      }
    }
    return tally
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

interface Kill {
  readonly file: string
  readonly folder: string
  readonly ledger: Ledger
  readonly tally: Tally
  readonly chance: Chance
  readonly point: Point
  readonly number: number
}

/** Who is killed, each in turn; both, as when the power fails. */
const VICTIMS = ['program', 'database', 'both'] as const

/**
 * Starts the program, judges what the kill before has left, writes until it stands still at the point and kills
 * there. @returns who was killed where; undefined when a point of a first start lay behind already
 */
async function killOnce({ file, folder, ledger, tally, chance, point, number }: Kill) {
  const once = FIRST_START.includes(point) && point !== 'migration-run'
  const program = startProgram(
    file,
    folder,
    `${point}:${once ? 1 : 1 + chance.below(point === 'migration-run' ? 4 : 10)}`,
  )
  let halted = false
  const halt = program.halted.then(() => {
    halted = true
  })
  const address = await Promise.race([program.ready, halt]).catch((error: Error) => {
    tally.violations.push(`start ${number} for ${point}: ${error.message}`)
  })
  if (address) await judge(folder, ledger, tally, `kill ${number}`)
  if (address && FIRST_START.includes(point)) {
    await program.kill()
    return undefined
  }
  const writing = address ? write(address, ledger, chance) : undefined
  // Whoever is refused before anything was killed would wait for ever for the point.
  const refusals = await Promise.race([halt, writing?.late, writing?.count.then((count) => count.refusals)])
  if (refusals) tally.violations.push(`refused before kill ${number} at ${point}: ${refusals.join('; ')}`)
  const where = halted ? point : ANYWHERE
  const victim = VICTIMS[number % 3]!
  const database = victim !== 'program' && (await killDatabase(folder))
  if (database && halted) program.goOn()
  // Without its database the program must say no, not hang; only then it is killed as well.
  if (victim !== 'database') await program.kill()
  const count = await writing?.count
  if (victim === 'database') await program.kill()
  tally.acknowledged += count?.acknowledged ?? 0
  tally.unanswered += count?.unanswered ?? 0
  return `${database ? victim : 'program'} @ ${where}`
}

async function judge(folder: string, ledger: Ledger, tally: Tally, after: string): Promise<void> {
  const store = await openStore({ folder })
  try {
    // Sessions of the killed program end when they find nobody to answer to.
    const busy = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
        and (state <> 'idle' or backend_xid is not null)`
    while (((await busy.execute(store.db)).rows[0]?.n ?? 0) > 0) await delay(5)
    const wrong = await ledger.judge(store.db)
    tally.violations.push(...wrong.map((words) => `after ${after}: ${words}`))
  } finally {
    await store.close()
  }
}
