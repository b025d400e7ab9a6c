import { createServer, type Server, type Socket } from 'node:net'
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from 'aedes'
import { type Intake, readingsOf } from '../../../kernel/series/index.ts'
import type { Zone } from '../../zone.ts'
import { deviceAtDoor } from './devices.ts'

export interface Broker {
  readonly port: number
  readonly close: () => Promise<void>
}

/** Devices connected at once. */
const MOST_CONNECTED = 20_000

/**
 * A broker of our own for devices of MQTT 3.1.1: user name is the device's code, password its key. It takes readings and
 * hands nothing out. A message of QoS 1 or 2 is acknowledged when its readings are committed, so it keeps none itself.
 * @throws what `listen` throws
 */
export async function openBroker(
  zone: Zone,
  intake: Intake,
  { port, host }: { readonly port: number; readonly host: string },
  failed: (error: unknown) => void,
): Promise<Broker> {
  const devices = new WeakMap<Client, string>()
  const addresses = new WeakMap<Client, string>()
  const { now } = zone.context()
  const aedes = new Taking({
    maxClientsIdLength: 200,
    preConnect: (client, _packet, done) => {
      addresses.set(client, (client.conn as Socket).remoteAddress ?? '')
      done(null, true)
    },
    authenticate: (client, name, password, done) => {
      deviceAtDoor(zone, password?.toString() ?? '', addresses.get(client) ?? '').then(
        (door) => {
          const isRight = 'device' in door && door.device.code === name
          if (isRight) devices.set(client, door.device.id)
          done(isRight ? null : NOT_AUTHORIZED, isRight)
        },
        (error: unknown) => {
          failed(error)
          done(UNAVAILABLE, false)
        },
      )
    },
    authorizePublish: (client, { topic, payload }, done) => {
      const device = client && devices.get(client)
      if (!device) return done(new Error('nobody'))
      const { sent, unreadable } = readingsOf(topic, bytesOf(payload), Date.parse(now()))
      intake.take({ device }, sent, unreadable).then(
        () => done(),
        (error: Error) => {
          failed(error)
          // The connection ends without an answer: the device sends it again.
          done(error)
        },
      )
    },
    authorizeSubscribe: (_client, _subscription, done) => done(null, null),
  })
  await aedes.listen()
  const server = createServer(aedes.handle)
  server.maxConnections = MOST_CONNECTED
  aedes.on('clientError', () => {})
  aedes.on('connectionError', () => {})
  const closeBroker = () => new Promise<void>((done) => aedes.close(() => done()))
  try {
    await listening(server, port, host)
  } catch (error) {
    // Its heartbeat would keep the program from ending.
    await closeBroker()
    throw error
  }
  return {
    port: (server.address() as { port: number }).port,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      await closeBroker()
      await closed
    },
  }
}

const bytesOf = (payload: string | Buffer): Buffer =>
  typeof payload === 'string' ? Buffer.from(payload) : payload

type Told = (error?: Error) => void

/** Messages of devices end where they are taken: nobody is subscribed, and what is to be retained is in the database. */
class Taking extends Aedes {
  override publish(packet: PublishPacket, client: Client | Told, done?: Told): void {
    if (typeof client === 'function') super.publish(packet, client)
    else done?.()
  }
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })

const answer = (message: string, returnCode: number): AuthenticateError =>
  Object.assign(new Error(message), { returnCode }) as AuthenticateError
/** Return codes of CONNACK, MQTT 3.1.1, 3.2.2.3. */
const UNAVAILABLE = answer('the database is away', 3)
const NOT_AUTHORIZED = answer('no key of this device', 5)
