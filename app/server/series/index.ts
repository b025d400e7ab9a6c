import type { FastifyInstance } from 'fastify'
import { Intake, quantitiesOf } from '../../../kernel/series/index.ts'
import type { Zone } from '../../zone.ts'
import { openBroker } from './broker.ts'
import { registerReadings } from './http.ts'
import { followBroker } from './outside.ts'

/** How readings come by MQTT. */
export type MqttOptions =
  | { readonly port: number; readonly host: string }
  | { readonly url: string; readonly client: string }

/** What takes in readings: HTTP always; MQTT where it is asked for and a system declares what is measured. */
export async function registerSeries(
  api: FastifyInstance,
  zone: Zone,
  mqtt: MqttOptions | undefined,
): Promise<void> {
  const intake = new Intake(zone.context())
  await registerReadings(api, zone, intake)
  const failed = (error: unknown) => api.log.warn({ err: error }, 'readings')
  if (mqtt && quantitiesOf(zone.systems).length > 0) {
    const way =
      'url' in mqtt
        ? followBroker(zone, intake, mqtt.url, mqtt.client, failed)
        : // Another program may have the port, and pages need no broker.
          await openBroker(zone, intake, mqtt, failed).catch((error: unknown) => {
            api.log.error({ err: error }, 'the broker for readings did not open')
            return undefined
          })
    api.addHook('onClose', async () => way?.close())
  }
  api.addHook('onClose', () => intake.end())
}
