import type { Actor } from '../../../kernel/access/actor.ts'
import { addDays } from '../../../kernel/calendar/days.ts'
import { random } from '../../../kernel/sample/random.ts'
import type { Context } from '../../../kernel/system.ts'
import { act } from '../report/acts.ts'
import { enterReport } from '../report/enter.ts'
import type { Channel, ReportState } from '../words.ts'
import { collectorOf, drawAddress, drawClass, drawGrid, drawPlace, officeOf } from './reports.ts'

/** How many stand where: as few as show every state, since each step of each is really done. */
const STAND: readonly (readonly [ReportState, number])[] = [
  ['verifying', 3],
  ['accepting', 5],
  ['dispatching', 5],
  ['handling', 5],
  ['checking', 3],
  ['closed', 2],
]
/** One of those to be filed is seen by a camera as well, this far north of it in degrees: some nine metres. */
const SEEN_TWICE = 4
const BESIDE = 0.00008
const ORDER = STAND.map(([state]) => state)

/** Cases under way, each really taken through its steps by those whose steps they are. */
export async function runLive(context: Context, seed: string): Promise<void> {
  const stream = random(seed, 'live')
  const states = STAND.flatMap(([state, n]) => Array.from({ length: n }, () => state))
  for (const [i, state] of states.entries()) {
    const [leaf, grid] = [drawClass(stream), drawGrid(stream)]
    const seen = state !== 'verifying' && i % 3 > 0
    const channel: Channel = seen ? 'collector' : i % 2 ? 'citizen' : 'hotline'
    const collector: Actor = {
      id: collectorOf(grid),
      name: '采集员',
      role: 'gridWorker',
      office: grid.street,
      grid: grid.code.slice(0, 9),
    }
    const seat: Actor = { id: '示例座席1', name: '座席', role: 'officer', office: 'city' }
    const unit = officeOf(leaf, grid.code)
    // A third is of this morning, and in time.
    const days = i % 3
    const at = pastClock(context, days, days === 0 ? 8 * 60 + 15 + 2 * (i % 12) : 8 * 60 + 7 * (i % 12))
    const as = (actor: Actor) => context.with({ ...at, actor })
    const told = {
      class: leaf.id,
      description: `${stream.pick(leaf.said)}，请尽快处理`,
      address: drawAddress(stream),
      place: drawPlace(grid, stream),
      synthetic: true,
    }
    const { id } = await enterReport(as(seen ? collector : seat), {
      ...told,
      channel,
      ...(channel === 'citizen' ? { name: '示例居民', phone: `1380000${String(1000 + i)}` } : {}),
    })
    if (i === SEEN_TWICE) {
      const place = { ...told.place, latitude: told.place.latitude + BESIDE }
      await enterReport(as(seat), { ...told, channel: 'camera', place })
    }
    const until = ORDER.indexOf(state)
    if (!seen && until > 0) await act(as(collector), id, 'verify', { found: true })
    if (until > 1) await act(as(seat), id, 'accept', { filing: 'file' })
    if (until > 2) await act(as(seat), id, 'dispatch', { office: unit })
    const handler: Actor = { id: `示例处置人员-${unit}`, name: '处置人员', role: 'officer', office: unit }
    if (until > 3) await act(as(handler), id, 'handle', { outcome: 'done' })
    if (until > 4) await act(as(collector), id, 'check', { pass: true })
  }
}

/** Some days ago in the zone; each asking is some seconds later. */
function pastClock(context: Context, days: number, minutes: number): Pick<Context, 'moment'> {
  const midnight = Date.parse(`${addDays(context.today, -days)}T00:00:00+08:00`)
  let at = midnight + minutes * 60_000
  return {
    moment: () => {
      at += 20_000
      return new Date(at).toISOString()
    },
  }
}
