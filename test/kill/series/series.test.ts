import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openZone, type Zone } from '../../../app/zone.ts'
import { issueKey } from '../../../kernel/series/index.ts'
import { disagreements, install, LEVEL, trial } from '../../../kernel/series/series.fixture.ts'
import type { FaultPoint } from '../../../kernel/store/index.ts'
import { testVault } from '../../vault.ts'
import { testDatabase } from '../../zone.ts'
import { bundle } from '../bundle.ts'

const database = testDatabase()
let root = ''
let file = ''
let zone: Zone
let key = ''
beforeAll(async () => {
  root = await mkdtemp(join(process.cwd(), '.tmp-test-series-'))
  file = join(root, 'program.mjs')
  await bundle(file, fileURLToPath(new URL('serve.ts', import.meta.url)))
  zone = await openZone({
    url: database.url,
    folder: '',
    systems: [trial],
    systemsFolder: '.tmp-none',
    vault: testVault,
    whenNew: 'empty',
  })
  await install(zone.context(), { code: 'gate' })
  key = await issueKey(zone.context(), 'gate', randomBytes)
})
afterAll(async () => {
  await zone?.close()
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
})

/** Each reading has a second of its own. */
let second = Math.floor(Date.now() / 1000) - 1_000_000
const next = () => ({ at: ++second * 1000, value: (second % 8) / 4 })

/** Sends by both ways until the program stands still at the point, and kills it there. @returns what was acknowledged */
async function sendUntilKilled(
  fault: string,
): Promise<{ readonly told: readonly number[]; readonly halted: boolean }> {
  const port = await freePort()
  const child = spawn(process.execPath, [file, database.url, String(port)], {
    env: { ...process.env, GAOXIN_FAULT: fault },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  const channel = child.stdio[3] as Duplex
  channel.on('error', () => {})
  const halt = once(channel, 'data').then(() => true)
  const gone = once(child, 'exit').then(() => false)
  const [address] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string]
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    username: 'gate',
    password: key,
    reconnectPeriod: 0,
  })
  client.on('error', () => {})
  const told: number[] = []
  let isOver = false
  const byMqtt = async () => {
    while (!isOver) {
      const { at, value } = next()
      const payload = JSON.stringify({ at, value })
      const answered = await client.publishAsync(`gaoxin/gate/${LEVEL.id}`, payload, { qos: 1 }).then(
        () => true,
        () => false,
      )
      if (!answered) return
      told.push(at)
    }
  }
  const byHttp = async () => {
    while (!isOver) {
      const readings = [next(), next(), next()].map((one) => ({ quantity: LEVEL.id, ...one }))
      const answer = await fetch(`${address.trim()}/api/series/readings`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(readings),
      }).catch(() => undefined)
      if (!answer?.ok) return
      told.push(...readings.map(({ at }) => at))
    }
  }
  const sending = Promise.all([byMqtt(), byMqtt(), byHttp()])
  const halted = await Promise.race([halt, gone])
  isOver = true
  child.kill('SIGKILL')
  await gone
  await client.endAsync(true)
  await sending
  return { told, halted }
}

/** Where it is killed: with a batch written, and with one committed that nobody was told of. */
const POINTS: readonly `${FaultPoint}:${number}`[] = [
  'readings-written:1',
  'readings-committed:3',
  'readings-written:9',
  'readings-committed:12',
]

it('kill -9 of the server loses no reading that it acknowledged, and leaves no batch half done', async () => {
  const all: number[] = []
  for (const [turn, fault] of POINTS.entries()) {
    const { told, halted } = await sendUntilKilled(fault)
    expect([fault, halted]).toEqual([fault, true])
    // The first batch of all was never acknowledged.
    if (turn > 0) expect(told.length).toBeGreaterThan(0)
    all.push(...told)
    const { rows } = await sql<{
      at: number
    }>`select (extract(epoch from at) * 1000)::float8 as at from series.readings`.execute(zone.store.db)
    const kept = new Set(rows.map(({ at }) => at))
    expect(all.filter((at) => !kept.has(at))).toEqual([])
    expect(await disagreements(zone.store.db)).toEqual([])
  }
})

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
