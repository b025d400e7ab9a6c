import { sql } from 'kysely'
import { type Actor, VISITOR } from '../../../kernel/access/actor.ts'
import { moveDue } from '../../../kernel/flow/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from '../report/acts.ts'
import { type Entered, enterReport } from '../report/enter.ts'
import { mergeReports } from '../report/merge.ts'
import { CITY_OFFICE } from '../settings.ts'
import { UNSEEN } from '../words.ts'
import { grouped } from './grouped.ts'
import type { Told } from './read.ts'
import { type Setting, STREET } from './setting.ts'

export interface Happening {
  readonly at: string
  readonly what: 'told' | 'ended'
  /** Of the request among the rows. */
  readonly row: number
}

/** What happens to requests, in the order of time; of one moment, first what is told. */
export const happeningsOf = (rows: readonly Told[]): readonly Happening[] =>
  rows
    .flatMap(({ createdAt, endedAt }, row): Happening[] => [
      { at: createdAt, what: 'told', row },
      ...(endedAt ? [{ at: endedAt, what: 'ended' as const, row }] : []),
    ])
    .toSorted((a, b) =>
      a.at !== b.at
        ? a.at < b.at
          ? -1
          : 1
        : a.what !== b.what
          ? a.what === 'told'
            ? -1
            : 1
          : a.row - b.row,
    )

/** Of duplicates: the first earlier request of the same class and address that is still open when they end. */
export function originals(rows: readonly Told[]): ReadonlyMap<number, number> {
  const same = grouped(rows.keys(), (i) => [rows[i]?.owner, rows[i]?.type, rows[i]?.address].join('\n'))
  return new Map(
    [...same.values()].flatMap((alike) =>
      alike.flatMap((i): [number, number][] => {
        const one = rows[i] as Told
        if (one.fate !== 'duplicate') return []
        const kept = alike
          .filter((j) => {
            const { fate, createdAt, endedAt } = rows[j] as Told
            const isOpen = endedAt === null || (one.endedAt !== null && endedAt > one.endedAt)
            return fate !== 'duplicate' && createdAt <= one.createdAt && isOpen
          })
          .toSorted((a, b) => ((rows[a] as Told).createdAt < (rows[b] as Told).createdAt ? -1 : 1))[0]
        return kept === undefined ? [] : [[i, kept]]
      }),
    ),
  )
}

export interface Pace {
  /** Times real time; as fast as it goes without. */
  readonly speed?: number | undefined
  readonly wait: (ms: number) => Promise<void>
  readonly elapsed: () => number
  readonly progress?: (done: number) => void
}

export interface Played {
  /** Steps of people and limits that fired, each a step of its case. */
  readonly steps: number
  readonly fired: number
  /** The moment up to which it was played. */
  readonly until: string
}

/** Happenings that go on beside each other, so many in a transaction; each is still steps of its own case at its time. */
const TOGETHER = 100
const LANES = 4
/** Shorter than any limit that begins within it. */
const SPAN_MS = 86_400_000
/** A case ends so long after its close. */
const AFTER_MS = 7 * 86_400_000

/**
 * Plays requests through the live system: each is reported, filed, sent and closed by the steps of its case, at the
 * time that the file says; limits fire before what happens next.
 */
export async function play(
  context: Context,
  rows: readonly Told[],
  setting: Setting,
  { speed, wait, elapsed, progress }: Pace,
): Promise<Played> {
  const happenings = happeningsOf(rows)
  const into = originals(rows)
  const entered = new Map<number, Entered>()
  const begin = Date.parse(happenings[0]?.at ?? context.moment())
  const span = speed === undefined ? SPAN_MS : Math.min(SPAN_MS, speed * 1000)
  let [steps, fired, done] = [0, 0, 0]

  const idOf = (row: number) => (entered.get(row) as Entered).id

  /** What follows the report of a request at once, or what ends it: steps of its case alone. */
  const go = async (inside: Context, { at, what, row }: Happening) => {
    const told = rows[row] as Told
    const step = async (actor: Actor, ...[name, answer]: StepOf) => {
      await act(standing(inside, at, actor), idOf(row), name, answer as never)
      steps++
    }
    const verify = async () => {
      if (UNSEEN.includes(told.channel)) await step(COLLECTOR, 'verify', { found: true })
    }
    if (what === 'told') {
      if (told.fate !== 'closed' && told.fate !== 'open') return
      await verify()
      await step(SEAT, 'accept', { filing: 'file' })
      await step(SEAT, 'dispatch', { office: setting.officeOf(told) })
    } else if (told.fate === 'closed') {
      await step(handler(setting.officeOf(told)), 'handle', { outcome: 'done' })
      await step(COLLECTOR, 'check', { pass: true })
    } else {
      await verify()
      await step(SEAT, 'accept', { filing: 'refuse', reason: told.status })
    }
  }

  /** Two cases at once: by itself. */
  const merge = async ({ at, row }: Happening, kept: number) => {
    await mergeReports(standing(context, at, SEAT), idOf(row), idOf(kept))
    steps++
  }

  const together = async (batch: readonly Happening[]) => {
    // Reports are numbered one after the other: first they come in.
    await context.transaction(async (inside) => {
      for (const { at, what, row } of batch) {
        if (what !== 'told') continue
        const told = rows[row] as Told
        entered.set(
          row,
          await enterReport(standing(inside, at, WHO[told.channel] ?? SEAT), reportOf(told, setting)),
        )
        steps++
      }
    }, '回放')
    // Then cases go on beside each other, each by itself in its own order.
    await Promise.all(
      Array.from({ length: LANES }, (_, lane) =>
        context.transaction(async (inside) => {
          for (const happening of batch) if (happening.row % LANES === lane) await go(inside, happening)
        }, '回放'),
      ),
    )
  }

  while (done < happenings.length) {
    const first = happenings[done] as Happening
    if (speed !== undefined) await wait((Date.parse(first.at) - begin) / speed - elapsed())
    fired += await fire(context, first.at)
    const mergedInto = ({ what, row }: Happening) => (what === 'ended' ? into.get(row) : undefined)
    const kept = mergedInto(first)
    if (kept !== undefined) {
      await merge(first, kept)
      done++
      continue
    }
    const near = happenings
      .slice(done, done + TOGETHER)
      .filter(({ at }) => Date.parse(at) - Date.parse(first.at) <= span)
    const merging = near.findIndex((one) => mergedInto(one) !== undefined)
    const batch = await beforeAnyLimit(
      context,
      merging > 0 ? near.slice(0, merging) : near,
      (row) => entered.get(row)?.case,
    )
    await together(batch)
    done += batch.length
    progress?.(done)
  }
  const until = new Date(Date.parse(happenings.at(-1)?.at ?? context.moment()) + AFTER_MS + 1).toISOString()
  return { steps, fired: fired + (await fire(context, until)), until }
}

type StepOf =
  | ['verify', { found: true }]
  | ['accept', { filing: 'file' } | { filing: 'refuse'; reason: string }]
  | ['dispatch', { office: string }]
  | ['handle', { outcome: 'done' }]
  | ['check', { pass: true }]

const COLLECTOR: Actor = {
  id: 'replay-collector',
  name: '采集员（回放）',
  role: 'gridWorker',
  office: STREET.id,
  grid: STREET.grid,
}
const SEAT: Actor = { id: 'replay-seat', name: '座席（回放）', role: 'officer', office: CITY_OFFICE }
const handler = (office: string): Actor => ({
  id: `replay-${office}`,
  name: '处置人员（回放）',
  role: 'officer',
  office,
})
const WHO: Readonly<Partial<Record<Told['channel'], Actor>>> = { collector: COLLECTOR, citizen: VISITOR }

/** The context of somebody at a moment of the file. */
const standing = (context: Context, at: string, actor: Actor): Context =>
  context.with({ actor, moment: () => at })

const reportOf = (told: Told, setting: Setting) => ({
  channel: told.channel,
  description: `${told.type}（回放 ${told.number}）`,
  class: setting.classOf(told),
  address: told.address || undefined,
  place: told.place ?? setting.middle,
  synthetic: true,
})

/** Happenings until a limit of one of their cases is over: it fires before what comes after it. */
async function beforeAnyLimit(
  { db }: Context,
  batch: readonly Happening[],
  caseOf: (row: number) => string | undefined,
): Promise<readonly Happening[]> {
  const cases = batch.flatMap(({ what, row }) => (what === 'ended' ? (caseOf(row) ?? []) : []))
  const { rows } = await sql<{
    id: string
    due: string
  }>`select case_id as id, min(due) as due from flow.waits
    where case_id = any(${cases}::text[]) and due < ${batch.at(-1)?.at}::timestamptz group by 1`.execute(db)
  const dues = new Map(rows.map(({ id, due }) => [id, due]))
  const cut = batch.findIndex(({ what, row, at }) => {
    const due = what === 'ended' ? dues.get(caseOf(row) ?? '') : undefined
    return due !== undefined && due < at
  })
  return cut > 0 ? batch.slice(0, cut) : batch
}

const AT_ONCE = 200

/**
 * Fires what was due before a moment, many in a transaction, each a step of its own case. What is due at that very moment
 * is not over yet: it may be done in it.
 */
async function fire(context: Context, until: string): Promise<number> {
  let fired = 0
  const before = new Date(Date.parse(until) - 1).toISOString()
  for (;;) {
    const moved = await context.transaction(
      (inside) =>
        moveDue(standing(inside, until, inside.actor), before, {
          limit: AT_ONCE,
          failed: (error) => {
            throw error
          },
        }),
      '回放：到期',
    )
    fired += moved
    if (moved < AT_ONCE) return fired
  }
}
