import type { enterSamples } from '../../../kernel/sample/enter.ts'
import { devices, enterReadings } from '../../../kernel/series/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { diagnose } from '../diagnosis/index.ts'
import { DRAINAGE_OFFICE } from '../settings.ts'
import { sensors } from '../twin/index.ts'
import { aheadOf } from '../twin/readings.ts'
import { monitoredReadings, monitors } from './monitoring.ts'
import type { NetworkRows } from './network.ts'

const INSTALLED = '2024-01-01T00:00:00+08:00'

/** Sensors of the diagnosis, what they said until now, and what follows from it. They are not for the twin. */
export async function enterMonitors(
  context: Context,
  enter: ReturnType<typeof enterSamples>,
  network: NetworkRows,
  seed: string,
): Promise<number> {
  const plan = monitors(network)
  await enter(
    devices,
    plan.map(({ device }) => ({
      id: device,
      code: device,
      name: `${device}（示例）`,
      office: DRAINAGE_OFFICE,
      installed_at: INSTALLED,
    })),
  )
  await enter(
    sensors,
    plan.map(({ device, measures, node, link }) => ({
      id: `sensor-${device}`,
      device,
      measures,
      node,
      link,
      in_twin: false,
      keeper: DRAINAGE_OFFICE,
    })),
  )
  const ahead = aheadOf(context)
  const readings = monitoredReadings(plan, Date.parse(context.moment()), seed).map((one) => ({
    ...one,
    at: one.at - ahead,
  }))
  await enterReadings(context.db, context.now(), readings)
  await diagnose(context)
  return plan.length
}
