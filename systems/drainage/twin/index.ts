import { nodePool, type Pool } from '../../../engines/hydraulics/run/index.ts'
import type { Chore } from '../../../kernel/system.ts'
import { runTwin } from './run.ts'

export { warningProcess } from './flow/index.ts'
export { flow, level, rain } from './quantities.ts'
export { runTwin, type TwinRun } from './run.ts'
export { rainForecasts, runs, sensors, warnings } from './tables.ts'

let pool: Pool | undefined

/** Every step of the sensors; nothing, and no thread, while the zone has none. */
export const twinChore: Chore = {
  name: 'the drainage twin',
  everyMs: 60_000,
  run: (context) =>
    runTwin(
      context,
      {
        run: (job, hooks) => {
          pool ??= nodePool({ size: 2, library: process.env.SWMM_LIB })
          return pool.run(job, hooks)
        },
      },
      () => performance.now(),
    ),
}
