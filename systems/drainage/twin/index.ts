import { nodePool, type Pool } from '../../../engines/hydraulics/run/index.ts'
import type { Chore } from '../../../kernel/system.ts'
import { replayTurn } from './replay/index.ts'
import { runTwin } from './run.ts'

export { warningProcess } from './flow/index.ts'
export { flow, level, rain } from './quantities.ts'
export { runTwin, type TwinRun } from './run.ts'
export { rainForecasts, replays, runs, sensors, warnings } from './tables.ts'

let pool: Pool | undefined

/** Its threads begin with the first run. */
const threads: Pick<Pool, 'run'> = {
  run: (job, hooks) => {
    pool ??= nodePool({ size: 2, library: process.env.SWMM_LIB })
    return pool.run(job, hooks)
  },
}
const elapsed = () => performance.now()

/** Every step of the sensors; nothing, and no thread, while none of them sends. */
export const twinChore: Chore = {
  name: 'the drainage twin',
  everyMs: 60_000,
  run: (context) => runTwin(context, threads, elapsed),
}

/** A turn at a time of the replay that runs, so that it may be cancelled between them. */
export const replayChore: Chore = {
  name: 'replays of storms',
  everyMs: 1000,
  run: (context) => replayTurn(context, threads, elapsed),
}
