import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as listen } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Intake } from '../../../kernel/series/index.ts'
import { disagreements, install, LEVEL, trial } from '../../../kernel/series/series.fixture.ts'
import { testZone } from '../../../test/zone.ts'
import { type Broker, openBroker } from './broker.ts'
import { followBroker } from './outside.ts'
import { countOf, deviceWithKey } from './series.fixture.ts'

const test = testZone({ systems: [trial] })
const NOW = Math.floor(Date.now() / 1000) * 1000
const reading = (index: number) => JSON.stringify({ at: NOW - index * 1000, value: 1 })
const failures: unknown[] = []
const failed = (error: unknown) => void failures.push(error)

describe('the broker of our own', () => {
  let intake: Intake
  let broker: Broker
  let key = ''
  beforeAll(async () => {
    intake = new Intake(test.zone.context())
    broker = await openBroker(test.zone, intake, { port: 0, host: '127.0.0.1' }, failed)
    key = await deviceWithKey(test.zone, 'mqtt')
  })
  afterAll(async () => {
    await broker.close()
    await intake.end()
  })
  const connected = (username: string, password: string) =>
    connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username, password, reconnectPeriod: 0 })

  it('acknowledges what is committed, messages of one device together', async () => {
    const client = await connected('mqtt', key)
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        client.publishAsync(`gaoxin/mqtt/${LEVEL.id}`, reading(index), { qos: 1 }),
      ),
    )
    // Nothing is waited for: an acknowledgement says that it is there.
    expect(await countOf(test.zone, 'mqtt')).toBe(200)
    expect(await disagreements(test.zone.store.db)).toEqual([])
    await client.endAsync()
  })

  it('lets nobody in with another device’s key, or none, and hands nothing out', async () => {
    await deviceWithKey(test.zone, 'victim')
    await expect(connected('victim', key)).rejects.toThrow(/not authorized/i)
    await expect(connected('mqtt', 'guess')).rejects.toThrow(/not authorized/i)
    const client = await connected('mqtt', key)
    const answer = await client.subscribeAsync('#', { qos: 0 }).catch(() => [{ qos: 128 }])
    expect(answer.every(({ qos }) => qos === 128)).toBe(true)
    await client.publishAsync(`gaoxin/victim/${LEVEL.id}`, reading(0), { qos: 1 })
    expect(await countOf(test.zone, 'victim')).toBe(0)
    await client.endAsync()
  })

  it('acknowledges nothing that is not kept', async () => {
    const down = new Intake({
      ...test.zone.context(),
      now: () => {
        throw new Error('the database is away')
      },
    })
    const other = await openBroker(test.zone, down, { port: 0, host: '127.0.0.1' }, failed)
    const client = await connectAsync(`mqtt://127.0.0.1:${other.port}`, {
      username: 'mqtt',
      password: key,
      reconnectPeriod: 0,
    })
    const closed = new Promise((done) => client.once('close', () => done(undefined)))
    let acknowledged = false
    client.on('packetreceive', ({ cmd }) => {
      acknowledged ||= cmd === 'puback'
    })
    client.publish(`gaoxin/mqtt/${LEVEL.id}`, reading(500), { qos: 1 })
    await closed
    expect(acknowledged).toBe(false)
    await client.endAsync(true)
    await other.close()
    await down.end()
  })
})

const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/bin/mosquitto', '/opt/homebrew/sbin/mosquitto'].find(
  existsSync,
)

/** The real one, where it is installed (Debian: mosquitto). */
describe.skipIf(!MOSQUITTO)('a broker outside, Mosquitto', () => {
  let folder = ''
  let port = 0
  let broker: ChildProcess
  const start = async () => {
    broker = spawn(MOSQUITTO as string, ['-c', join(folder, 'broker.conf')], { stdio: 'ignore' })
    for (;;) {
      const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0 }).catch(
        () => undefined,
      )
      if (client) return client.endAsync()
      await delay(20)
    }
  }
  const kill = async () => {
    const gone = new Promise((done) => broker.once('exit', done))
    broker.kill('SIGKILL')
    await gone
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gaoxin-mosquitto-'))
    port = await freePort()
    await writeFile(
      join(folder, 'broker.conf'),
      `listener ${port} 127.0.0.1\nallow_anonymous true\nuser root\npersistence true\npersistence_location ${folder}/\nautosave_on_changes true\nautosave_interval 1\nmax_queued_messages 0\n`,
    )
    await start()
    await install(test.zone.context(), { code: 'far' })
  })
  afterAll(async () => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  })
  const follow = () => {
    const intake = new Intake(test.zone.context())
    const following = followBroker(test.zone, intake, `mqtt://127.0.0.1:${port}`, 'gaoxin-test', failed)
    return { ...following, intake }
  }
  const publish = async (client: MqttClient, from: number, to: number) => {
    await Promise.all(
      Array.from({ length: to - from }, (_, index) =>
        client.publishAsync(`gaoxin/far/${LEVEL.id}`, reading(from + index), { qos: 1 }),
      ),
    )
  }
  const kept = () => countOf(test.zone, 'far')

  it('keeps messages while the program is away, and has them all once it is back', async () => {
    const first = follow()
    await first.ready
    const sender = await connectAsync(`mqtt://127.0.0.1:${port}`)
    await publish(sender, 0, 300)
    await expect.poll(kept).toBe(300)
    await first.close()
    await first.intake.end()
    await publish(sender, 300, 400)
    const second = follow()
    await second.ready
    await expect.poll(kept).toBe(400)
    expect(second.intake.written).toMatchObject({ kept: 100 })
    await sender.endAsync()
    await second.close()
    await second.intake.end()
  })

  it('is acknowledged nothing that could not be kept: it sends that again until it can', async () => {
    const sender = await connectAsync(`mqtt://127.0.0.1:${port}`)
    const { intake, ready, close } = follow()
    await ready
    const take = intake.take.bind(intake)
    let refused = 0
    intake.take = () => Promise.reject(new Error(`away ${++refused}`))
    await publish(sender, 400, 410)
    // Once more after the first connection was given up.
    await expect.poll(() => refused).toBeGreaterThan(10)
    expect(await kept()).toBe(400)
    intake.take = take
    await expect.poll(kept).toBe(410)
    await close()
    await intake.end()
    await sender.endAsync()
  })

  it('is followed again after kill -9 of it', async () => {
    const { intake, ready, close } = follow()
    await ready
    await kill()
    await start()
    const sender = await connectAsync(`mqtt://127.0.0.1:${port}`)
    // Sent until the program is there again: until then nobody has a session with the broker that was born anew.
    for (let index = 500; (await kept()) < 411; index++) {
      await publish(sender, index, index + 1)
      await delay(50)
    }
    await sender.endAsync()
    await close()
    await intake.end()
    expect(await disagreements(test.zone.store.db)).toEqual([])
  })
})

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = listen()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
