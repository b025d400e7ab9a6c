/**
 * The second half of `npm run bench:series`: readings from the door to the table, sent by another process over HTTP and, by
 * a client of MQTT, over TCP to the broker of our own, until the last is acknowledged; against a bare COPY of the same rows
 * in the same run, after checking that both hold the same. GAOXIN_BENCH_DOOR sets how many (300,000 a shape),
 * GAOXIN_BENCH_WAYS which (`0,3`: by their place in `shapes.ts`).
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer as listen } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { createServer } from '../../app/server/server.ts'
import { issueKey } from '../../kernel/series/index.ts'
import { install } from '../../kernel/series/series.fixture.ts'
import {
  DEVICES,
  deviceCode,
  devicesOf,
  EVERY,
  GATEWAYS,
  gatewayCode,
  type Order,
  SHAPES,
  type Shape,
} from './shapes.ts'
import { BATCH, bareCopy, benchZone, count, levelAt, quantity, type Row, rate, timed } from './zone.ts'

const READINGS = Number(process.env.GAOXIN_BENCH_DOOR ?? 300_000)
const ASKED = process.env.GAOXIN_BENCH_WAYS?.split(',').map(Number)
/** Between the first readings of two shapes. */
const APART_MS = 3 * 3_600_000

const zone = await benchZone('.tmp-bench-door', [quantity('level', EVERY)])
const { db } = zone.store
const gateways = Array.from({ length: GATEWAYS }, (_, gateway) => gateway)
await install(zone.context(), ...gateways.map((gateway) => ({ code: gatewayCode(gateway) })))
await install(
  zone.context(),
  ...gateways.flatMap((gateway) =>
    devicesOf(gateway).map((device) => ({ code: deviceCode(device), gateway: gatewayCode(gateway) })),
  ),
)
const keys = await Promise.all(
  gateways.map((gateway) => issueKey(zone.context(), gatewayCode(gateway), randomBytes)),
)
const mqtt = await freePort()
const server = await createServer(zone, { webFolder: '', mqtt: { port: mqtt, host: '127.0.0.1' } })
const http = await server.listen({ port: 0, host: '127.0.0.1' })
const first = Date.now() - (SHAPES.length + 1) * APART_MS

for (const [index, shape] of SHAPES.entries()) if (ASKED?.includes(index) ?? true) await measure(index, shape)
await server.close()
await zone.close()

async function measure(index: number, shape: Shape): Promise<void> {
  const rounds = Math.ceil((READINGS * shape.share) / GATEWAYS / DEVICES / shape.steps)
  const steps = rounds * shape.steps
  const start = first + index * APART_MS
  const before = process.cpuUsage()
  const ms = await sent({ shape: index, http, mqtt, keys, start, steps })
  const { user, system } = process.cpuUsage(before)
  const sender = steps * GATEWAYS * DEVICES
  const bare = await copied(start, steps)
  await check(start, steps)
  console.log(
    `— ${shape.name}: ${count(sender)} readings of ${count(GATEWAYS * DEVICES)} devices behind ${GATEWAYS} gateways
  acknowledged ${rate(sender, ms)}; bare COPY ${rate(sender, bare)} (ratio ${(ms / bare).toFixed(2)}); our program works ${((user + system) / sender).toFixed(1)} µs a reading`,
  )
}

/** @returns milliseconds from the first that is sent to the last acknowledgement */
async function sent(order: Order): Promise<number> {
  const file = fileURLToPath(new URL('sender.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.write(`${JSON.stringify(order)}\n`)
  await lines.next()
  child.stdin.write('go\n')
  const { value } = await lines.next()
  if (value === undefined) throw new Error('the sender gave up')
  return Number(value)
}

/** The same rows by time, as they came. */
async function copied(start: number, steps: number): Promise<number> {
  await sql
    .raw(`drop table if exists series.bare; create table series.bare (like series.readings);
      alter table series.bare add primary key (series, at)`)
    .execute(db)
  const { rows: begun } = await sql<{ id: number; quantity: number }>`select s.id, s.quantity
    from generate_series(0, ${GATEWAYS * DEVICES - 1}::int) g join series.series s on s.device = 'device-' || g
    order by g`.execute(db)
  let ms = 0
  let rows: Row[] = []
  for (let step = 0; step < steps; step++)
    for (const [device, { id, quantity }] of begun.entries()) {
      rows.push({ series: id, at: start + step * EVERY * 1000, value: levelAt(device, step) })
      if (rows.length < BATCH && !(step === steps - 1 && device === begun.length - 1)) continue
      ms += await timed(() => bareCopy(db, 'bare', quantity, rows))
      rows = []
    }
  return ms
}

/** All that was acknowledged is there, and nothing else; roll-ups are those of the readings. */
async function check(start: number, steps: number): Promise<void> {
  const [low, high] = [new Date(start).toISOString(), new Date(start + APART_MS).toISOString()]
  const { rows } = await sql<{ ours: number; same: number; all: number; rolled: number }>`select
    (select count(*) from series.readings where at >= ${low} and at < ${high}) as ours,
    (select count(*) from series.readings r join series.bare b using (series, at) where r.value = b.value) as same,
    (select count(*) from series.readings) as all,
    (select sum(count) from series.all_hours)::int8 as rolled`.execute(db)
  const found = rows[0]
  const expected = steps * GATEWAYS * DEVICES
  if (found?.ours !== expected || found.same !== expected || found.rolled !== found.all)
    throw new Error(`the tables differ: ${JSON.stringify(found)}, ${expected} sent`)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const door = listen()
    door.listen(0, '127.0.0.1', () => {
      const { port } = door.address() as { port: number }
      door.close(() => done(port))
    })
  })
}
