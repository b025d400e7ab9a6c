/**
 * Makes what the demonstration's drainage sensors said, by the engine: `npm run sample:drainage`. Run it again when the made-up
 * network changes; what it writes is read as the demonstration is loaded, which has no time to run the engine for minutes.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openZone } from '../app/zone.ts'
import { nodePool } from '../engines/hydraulics/run/index.ts'
import { recordDays } from '../systems/drainage/demo/recording/days.ts'
import { recordStorm } from '../systems/drainage/demo/recording/storm.ts'

const FOLDER = new URL('../systems/drainage/demo/recorded/', import.meta.url)
const folder = await mkdtemp(join(tmpdir(), 'gaoxin-sample-'))
const pool = nodePool({ size: 2 })
const zone = await openZone({ folder, whenNew: 'empty' })
try {
  await mkdir(FOLDER, { recursive: true })
  const elapsed = () => performance.now()
  const write = async (name: string, made: object) => {
    const body = gzipSync(JSON.stringify(made), { level: 9 })
    await writeFile(new URL(`${name}.json.gz`, FOLDER), body)
    console.log(`${name}: ${Math.round(body.length / 1000)} kB, ${(elapsed() / 1000).toFixed(0)} s`)
  }
  const wanted = process.argv.slice(2)
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
  if (isWanted('days')) await write('days', await recordDays(pool))
  if (isWanted('storm')) await write('storm', await recordStorm(zone.context(), pool, elapsed))
} finally {
  pool.close()
  await zone.close()
  await rm(folder, { recursive: true, force: true })
}
