import { type AccessPolicy, sweepSessions, sweepThrottles } from '../../../kernel/access/index.ts'
import { deskOf } from '../../desk.ts'
import type { Zone } from '../../zone.ts'

const HOUR_MS = 3_600_000

/** Takes out what no longer says anything: now, and every hour for as long as something else keeps the program up. */
export async function startSweeps(
  zone: Zone,
  policy: AccessPolicy,
  failed: (error: unknown) => void,
): Promise<() => void> {
  const sweep = async () => {
    const access = deskOf(zone.context(), policy, '')
    await sweepSessions(access)
    await sweepThrottles(access)
  }
  await sweep()
  const timer = setInterval(() => void sweep().catch(failed), HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}
