/**
 * `npm run bench`: the reader, then verification and report at 1× and 100× of the demonstration's rows, then a start
 * from the command line to the first page. GAOXIN_BENCH_SCALE sets another multiple than 100.
 *
 * Each number stands beside a baseline measured in the same run, after checking that both give the same answer.
 */
import { spawn, spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { openZone, type Zone } from '../app/zone.ts'
import { formatRef } from '../kernel/figures/index.ts'

const scales = [1, Number(process.env.GAOXIN_BENCH_SCALE ?? 100)]
const folder = (scale: number) => `.tmp-bench-${scale}`
const ms = (value: number) => (value < 100 ? `${value.toFixed(1)} ms` : `${(value / 1000).toFixed(2)} s`)

async function timed<T>(work: () => Promise<T>, times = 5): Promise<{ value: T; best: number }> {
  let best = Number.POSITIVE_INFINITY
  let value: T | undefined
  for (let run = 0; run < times; run++) {
    const start = performance.now()
    value = await work()
    best = Math.min(best, performance.now() - start)
  }
  return { value: value as T, best }
}

console.log('— reader')
spawnSync(process.execPath, ['--import', 'tsx', 'bench/reader.ts'], { stdio: 'inherit' })

for (const scale of scales) {
  const start = performance.now()
  await rm(folder(scale), { recursive: true, force: true })
  const zone = await openZone({ folder: folder(scale), scale })
  const { rows } = await sql<{ n: number }>`select count(*) as n from economy.returns`.execute(zone.store.db)
  console.log(
    `— demonstration zone at ${scale}×: ${rows[0]?.n.toLocaleString('en')} returns, created in ${ms(performance.now() - start)}`,
  )
  await benchFigures(zone)
  await benchCommands(zone)
  await zone.close()
}
await benchStart()
console.log(`— memory of this process: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
for (const scale of scales) await rm(folder(scale), { recursive: true, force: true })

/** The ledger against one hand-written query a figure: what a report team would do without it. */
async function benchFigures(zone: Zone): Promise<void> {
  const { figures, db } = zone.context()
  const refs = [...figures.indicators.values()]
    .filter((indicator) => indicator.measure?.by === 'sum' && indicator.nature === 'flow')
    .flatMap(({ id }) =>
      [2022, 2023].map((year) => ({ indicator: id, aspect: 'level' as const, period: String(year) })),
    )
  const ledger = await timed(() => figures.all(refs))
  const byHand = await timed(async () => {
    const values: string[] = []
    for (const { indicator, period } of refs) {
      const measure = figures.indicators.get(indicator)?.measure
      if (measure?.by !== 'sum') continue
      const { rows } = await sql<{
        total: string
      }>`select (coalesce(sum(value), 0) * ${measure.scale}::numeric)::text as total
        from economy.returns where item = ${measure.where.item} and month like ${`${period}-%`}`.execute(db)
      values.push(rows[0]?.total ?? '')
    }
    return values
  })
  const differ = refs.filter(
    (_, index) => Number(ledger.value[index]?.value ?? 0) !== Number(byHand.value[index]),
  )
  if (differ.length > 0) throw new Error(`the two disagree on ${differ.map(formatRef).join(', ')}`)
  console.log(
    `  ${refs.length} yearly figures with lineage: ledger ${ms(ledger.best)}, one hand-written query each ${ms(byHand.best)} (same values; ratio ${(ledger.best / byHand.best).toFixed(2)})`,
  )
}

async function benchCommands(zone: Zone): Promise<void> {
  const commands = new Map(
    zone.systems.flatMap((system) => system.commands ?? []).map((one) => [one.name, one]),
  )
  const io = { language: 'zh' as const, print: () => {}, write: async () => {} }
  for (const [name, options] of [
    ['verify', {}],
    ['report', { period: '2023', format: 'html' }],
    ['report', { period: '2024', format: 'md' }],
  ] as const) {
    const command = commands.get(name)
    if (!command) continue
    const { best } = await timed(() => command.run(zone.context(), { ...options }, io, []), 3)
    console.log(`  gaoxin ${name} ${Object.values(options).join(' ')}: ${ms(best)}`)
  }
}

/** Second start of the built program, to its printed address and to the first page's document. */
async function benchStart(): Promise<void> {
  const start = performance.now()
  const program = spawn(process.execPath, ['bin/gaoxin.mjs', 'start', '--port', '0'], {
    env: { ...process.env, GAOXIN_DATA: folder(1) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: program.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (!address) continue
    const ready = performance.now() - start
    const page = await fetch(address, { headers: { accept: 'text/html' } })
    await page.text()
    const rss = spawnSync('ps', ['-o', 'rss=', '-p', String(program.pid)])
      .stdout?.toString()
      .trim()
    const node = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    console.log(
      `— second start: address after ${ms(ready)}, first page (${page.status}) after ${ms(performance.now() - start)}; an empty node program takes ${ms(performance.now() - node)}; memory ${rss ? `${(Number(rss) / 1000).toFixed(0)} MB` : 'unknown'}`,
    )
    break
  }
  program.kill('SIGTERM')
}
