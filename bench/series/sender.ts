/**
 * What stands at the other end of the line: gateways in a process of their own, which say `ready` when all is written out,
 * begin when they are told to, and say how long it took until the last acknowledgement.
 */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { connectAsync } from 'mqtt'
import {
  deviceCode,
  devicesOf,
  EVERY,
  GATEWAYS,
  gatewayCode,
  type Order,
  SHAPES,
  type Shape,
} from './shapes.ts'
import { levelAt } from './zone.ts'

interface Message {
  readonly topic: string
  readonly body: string
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const order = JSON.parse((await lines.next()).value as string) as Order
const shape = SHAPES[order.shape] as Shape
const messages = Array.from({ length: GATEWAYS }, (_, gateway) => messagesOf(gateway))
const send = shape.way === 'http' ? senderByHttp(shape.type) : await senderByMqtt()
console.log('ready')
await lines.next()
const start = performance.now()
await Promise.all(
  messages.flatMap((all, gateway) => {
    const rest = all.values()
    return Array.from({ length: shape.underWay }, async () => {
      for (const message of rest) await send(gateway, message)
    })
  }),
)
console.log(performance.now() - start)
process.exit()

/** By time, as they would come. */
function messagesOf(gateway: number): readonly Message[] {
  const all: Message[] = []
  for (let step = 0; step < order.steps; step += shape.steps) {
    const parts = devicesOf(gateway).map((device) =>
      Array.from({ length: shape.steps }, (_, index) => ({
        device: deviceCode(device),
        quantity: 'bench.level',
        at: order.start + (step + index) * EVERY * 1000,
        value: levelAt(device, step + index),
      })),
    )
    if (shape.way === 'http') all.push({ topic: '', body: documentOf(parts.flat(), shape.type) })
    else
      for (const part of parts) {
        const short = part.map(({ at, value }) => ({ at: new Date(at).toISOString(), value }))
        all.push({
          topic: `gaoxin/${part[0]?.device}/bench.level`,
          body: JSON.stringify(short.length === 1 ? short[0] : short),
        })
      }
  }
  return all
}

function documentOf(readings: readonly object[], type: string): string {
  if (type === 'application/json') return JSON.stringify(readings)
  if (type === 'text/csv')
    return ['device,quantity,at,value', ...readings.map((one) => Object.values(one).join())].join('\n')
  return readings.map((one) => JSON.stringify(one)).join('\n')
}

function senderByHttp(type: string) {
  const agent = new Agent({ keepAlive: true })
  return async (gateway: number, { body }: Message) => {
    const asked = request(`${order.http}/api/series/readings`, {
      agent,
      method: 'POST',
      headers: { authorization: `Bearer ${order.keys[gateway]}`, 'content-type': type },
    }).end(body)
    const [answer] = await once(asked, 'response')
    const told = JSON.parse((await answer.toArray()).join('')) as { refused?: object }
    if (answer.statusCode !== 200 || JSON.stringify(told.refused) !== '{}')
      throw new Error(JSON.stringify(told))
  }
}

async function senderByMqtt() {
  const clients = await Promise.all(
    order.keys.map((password, gateway) =>
      connectAsync(`mqtt://127.0.0.1:${order.mqtt}`, {
        username: gatewayCode(gateway),
        password,
        reconnectPeriod: 0,
      }),
    ),
  )
  return async (gateway: number, { topic, body }: Message) => {
    await clients[gateway]?.publishAsync(topic, body, { qos: 1 })
  }
}
