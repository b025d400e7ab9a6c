import { type IClientOptions, type MqttClient, connect as open } from 'mqtt'
import { type Intake, readingsOf, TOPIC } from '../../../kernel/series/index.ts'
import type { Zone } from '../../zone.ts'

/** A broker keeps what we have not acknowledged for so long, in seconds: a week. */
const KEPT_S = 7 * 86_400
/** Messages under way at once, where the broker allows as many. */
const MOST_UNDER_WAY = 1000
const AGAIN_MS = 2000

/**
 * Takes readings from a broker that stands outside, by a session that outlives both sides. A message is acknowledged when
 * its readings are committed, and meanwhile the next ones are taken: the client by itself would wait for each.
 */
export function followBroker(
  zone: Zone,
  intake: Intake,
  url: string,
  clientId: string,
  failed: (error: unknown) => void,
): { readonly ready: Promise<void>; readonly close: () => Promise<void> } {
  const options: IClientOptions = {
    clientId,
    protocolVersion: 5,
    clean: false,
    reconnectPeriod: AGAIN_MS,
    properties: { sessionExpiryInterval: KEPT_S, receiveMaximum: MOST_UNDER_WAY },
  }
  const client = open(url, options)
  const pending = acknowledgeLater(client, failed)
  const { now } = zone.context()
  const underWay = new Set<Promise<unknown>>()
  client.on('error', failed)
  client.on('message', (topic, payload, { messageId, qos }) => {
    const { sent, unreadable } = readingsOf(topic, payload, Date.parse(now()))
    const taken = intake.take('anyDevice', sent, unreadable)
    underWay.add(taken)
    if (qos > 0 && messageId !== undefined) pending.set(messageId, taken)
    else taken.catch(failed)
    taken.catch(() => {}).finally(() => underWay.delete(taken))
  })
  const ready = new Promise<void>((done) => {
    client.on('connect', () => {
      client.subscribe(`${TOPIC}/#`, { qos: 1 }, (error) => (error ? failed(error) : done()))
    })
  })
  return {
    ready,
    close: async () => {
      // What is being kept is still acknowledged; what comes meanwhile is sent again to whoever comes next.
      await Promise.allSettled(underWay)
      await client.endAsync()
    },
  }
}

type Send = (packet: { cmd: string; messageId?: number }, ...more: unknown[]) => unknown

/**
 * Lets the client go on to the next message at once, and sends the acknowledgement of each when it may be sent: on the
 * connection that the message came by, since on another one its number may be that of another message. Where it cannot be
 * kept the connection is given up, and the broker sends it again on the next.
 */
function acknowledgeLater(
  client: MqttClient,
  failed: (error: unknown) => void,
): Map<number, Promise<unknown>> {
  const pending = new Map<number, Promise<unknown>>()
  const inner = client as unknown as { _sendPacket: Send }
  const send = inner._sendPacket.bind(client)
  let connection = 0
  client.on('connect', () => {
    connection++
    pending.clear()
  })
  inner._sendPacket = (packet, ...more) => {
    const taken = packet.cmd === 'puback' ? pending.get(packet.messageId ?? 0) : undefined
    if (!taken) return send(packet, ...more)
    pending.delete(packet.messageId ?? 0)
    const of = connection
    taken.then(
      () => of === connection && client.connected && send(packet),
      (error: unknown) => {
        failed(error)
        if (of === connection) client.stream.destroy()
      },
    )
    const next = more.find((one) => typeof one === 'function') as (() => void) | undefined
    return next?.()
  }
  return pending
}
