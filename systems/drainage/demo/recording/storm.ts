import { sql } from 'kysely'
import type { Pool } from '../../../../engines/hydraulics/run/index.ts'
import { enterSamples } from '../../../../kernel/sample/enter.ts'
import { enterReadings } from '../../../../kernel/series/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import { catchments, links, nodes } from '../../tables/index.ts'
import { beginReplay, pastStorms, replayTurn } from '../../twin/replay/index.ts'
import { enterSensors, makeStorm } from '../../twin/storm/index.ts'
import { networkRows } from '../network.ts'
import type { RecordedStorm } from '../recorded.ts'
import { DEMO_SEED } from '../seed.ts'

/** An afternoon a fortnight before the demonstration begins; a storm of once in five years. */
const FROM = Date.parse('2024-10-31T13:30:00+08:00')
const STORM = { from: FROM, minutes: 120, returnPeriod: 5 }
const AFTER = '2024-10-31T20:00:00+08:00'

/** Plays a storm over the made-up network in an empty zone, and replays it by the twin. */
export async function recordStorm(
  zone: Context,
  pool: Pick<Pool, 'run'>,
  elapsed: () => number,
): Promise<RecordedStorm> {
  const context = zone.with({ now: () => AFTER })
  const network = networkRows(DEMO_SEED)
  await context.transaction(async (inner) => {
    const enter = enterSamples(inner)
    await enter(nodes, network.nodes)
    await enter(links, network.links)
    await enter(catchments, network.catchments)
  })
  const plan = await enterSensors(context)
  const storm = await makeStorm(context, pool, plan, STORM)
  const readings = [...storm.readings.values()].flat()
  await enterReadings(context.db, AFTER, readings)
  const [found] = await pastStorms(context)
  if (!found) throw new Error('no storm in what the gauges said')
  const id = await beginReplay(context, found.around)
  let turned = await replayTurn(context, pool, elapsed)
  while (turned?.state === 'running') turned = await replayTurn(context, pool, elapsed)
  const rowsOf = async (query: ReturnType<typeof sql>) => (await query.execute(context.db)).rows as object[]
  const [forecast] = await rowsOf(sql`select issued_at, source, steps, keeper from drainage.rain_forecasts`)
  const [replay] = await rowsOf(sql`select begins_at, ends_at, rain, every, state, turns, total, begun_at
    from drainage.replays where id = ${id}`)
  const runs =
    await rowsOf(sql`select r.at, r.until, r.sensors, r.doubted, r.error_before, r.error_after, r.rain_past,
      r.rain_ahead, r.standing, r.seconds, r.model, r.water, r.sensed, s.field
    from drainage.runs r join drainage.states s on s.run = r.id where r.replay = ${id} order by r.at`)
  const devices = [...new Set(readings.map(({ device, quantity }) => `${device} ${quantity}`))]
  return {
    readings: devices.map((name) => {
      const own = readings.filter(({ device, quantity }) => name === `${device} ${quantity}`)
      const [device = '', quantity = ''] = name.split(' ')
      return { device, quantity, from: own[0]?.at as number, values: own.map(({ value }) => value) }
    }),
    forecast: forecast as RecordedStorm['forecast'],
    replay: replay as RecordedStorm['replay'],
    runs: runs as unknown as RecordedStorm['runs'],
  }
}
