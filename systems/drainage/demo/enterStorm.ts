import { sql } from 'kysely'
import type { enterSamples } from '../../../kernel/sample/enter.ts'
import { enterReadings } from '../../../kernel/series/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { rainForecasts, replays, runs } from '../twin/index.ts'
import { STEP_MS } from '../twin/quantities.ts'
import { aheadOf } from '../twin/readings.ts'
import { enterSensors } from '../twin/storm/index.ts'
import { recordedStorm } from './recorded.ts'

const REPLAY = 'replay-sample'

/**
 * A storm a fortnight ago: what the sensors of the twin said, the forecast that was out, and a replay of it as the twin ran it.
 * The sensors have been silent since: the twin itself does not run.
 * @returns how many runs the replay has
 */
export async function enterStorm(context: Context, enter: ReturnType<typeof enterSamples>): Promise<number> {
  const storm = recordedStorm()
  await enterSensors(context)
  const ahead = aheadOf(context)
  const readings = storm.readings.flatMap(({ device, quantity, from, values }) =>
    values.map((value, i) => ({ device, quantity, at: from + i * STEP_MS - ahead, value })),
  )
  await enterReadings(context.db, context.now(), readings)
  await enter(rainForecasts, [{ id: 'forecast-sample', ...storm.forecast }])
  await enter(replays, [{ id: REPLAY, ...storm.replay }])
  await enter(
    runs,
    storm.runs.map(({ field: _, ...run }, i) => ({ id: `${REPLAY}-${i + 1}`, replay: REPLAY, ...run })),
  )
  // A past replay goes on from no state: there is only what a screen plays.
  for (const [i, { field }] of storm.runs.entries())
    await sql`insert into drainage.states (run, state, field)
      values (${`${REPLAY}-${i + 1}`}, ''::bytea, ${JSON.stringify(field)})`.execute(context.db)
  return storm.runs.length
}
