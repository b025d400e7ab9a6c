import { type AccessPolicy, sweepSessions, sweepThrottles } from '../../kernel/access/index.ts'
import { sweep } from '../../kernel/attachments/index.ts'
import { deliverPosted, moveDue, remind, sealCases } from '../../kernel/flow/index.ts'
import { sweepReadings } from '../../kernel/series/index.ts'
import type { Context } from '../../kernel/system.ts'
import { deskOf } from '../desk.ts'
import type { Zone } from '../zone.ts'

/** What the program does by itself, over and over. */
export interface Chore {
  readonly name: string
  readonly everyMs: number
  readonly run: () => Promise<unknown>
}

/** Calls back so often until it is told to stop. */
export type Clock = (milliseconds: number, call: () => void) => () => void

/** Keeps no program up that nothing else keeps up. */
const timer: Clock = (milliseconds, call) => {
  const id = setInterval(call, milliseconds).unref()
  return () => clearInterval(id)
}

/**
 * Does each chore now and then as often as it says, never twice at once; one that fails is told, and tried again when
 * it is due.
 * @returns what ends it: nothing begins any more, and what is under way is waited for
 */
export function doChores(
  chores: readonly Chore[],
  failed: (error: unknown, name: string) => void,
  clock: Clock = timer,
): () => Promise<void> {
  const underWay = new Map<string, Promise<void>>()
  const stops = chores.map(({ name, everyMs, run }) => {
    const once = () => {
      if (underWay.has(name)) return
      const work = Promise.resolve()
        .then(run)
        .catch((error: unknown) => failed(error, name))
        .then(() => void underWay.delete(name))
      underWay.set(name, work)
    }
    once()
    return clock(everyMs, once)
  })
  return async () => {
    for (const stop of stops) stop()
    await Promise.all(underWay.values())
  }
}

const HOUR_MS = 3_600_000

/**
 * What no longer says anything goes: sessions and throttles every hour, files that nobody kept once a day; and what the
 * zone's systems do by themselves.
 */
export const choresOf = (zone: Zone, policy: AccessPolicy): readonly Chore[] => [
  {
    name: 'sweep of sessions',
    everyMs: HOUR_MS,
    run: async () => {
      const access = deskOf(zone.context(), policy, '')
      await sweepSessions(access)
      await sweepThrottles(access)
    },
  },
  { name: 'sweep of attachments', everyMs: 24 * HOUR_MS, run: () => sweep(zone.context()) },
  { name: 'cases whose time has come', everyMs: 5000, run: () => moveAllDue(zone.context()) },
  { name: 'what cases have posted', everyMs: 1000, run: () => deliverPosted(zone.context()) },
  { name: 'reminders of time limits', everyMs: 60_000, run: () => remind(zone.context()) },
  { name: 'seals over cases', everyMs: 60_000, run: () => sealCases(zone.context()) },
  { name: 'readings past their keeping', everyMs: 24 * HOUR_MS, run: () => sweepReadings(zone.context()) },
  ...zone.systems
    .flatMap(({ chores = [] }) => chores)
    .map(({ name, everyMs, run }) => ({ name, everyMs, run: () => run(zone.context()) })),
]

/** One that fails holds no other up; the chore tells of it once the others have moved. */
async function moveAllDue(context: Context): Promise<void> {
  const errors: unknown[] = []
  await moveDue(context, context.moment(), { failed: (error) => errors.push(error) })
  if (errors.length > 0) throw errors[0]
}
