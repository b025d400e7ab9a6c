/**
 * `npm run bench:map`: how long the map of a large record takes, on the embedded database: a box of some streets, one of
 * a few thousand rows, the whole zone, its totals. GAOXIN_BENCH_ROWS sets the size of the table (1,000,000);
 * GAOXIN_BENCH_DATABASE another server's database.
 */
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { openZone } from '../app/zone.ts'
import {
  type Box,
  boxOf,
  defineRecord,
  difference,
  mapOf,
  placedOf,
  schemaOf,
} from '../kernel/store/index.ts'
import { text } from '../kernel/text.ts'

const ROWS = Number(process.env.GAOXIN_BENCH_ROWS ?? 1_000_000)
const RUNS = 41
const FOLDER = '.tmp-bench-map'

const spots = defineRecord({
  id: 'bench.spots',
  name: text('点位', 'Spots'),
  about: text('测速用', 'For measuring'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    kind: { kind: 'text', name: text('类别', 'Kind') },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
  },
})

await rm(FOLDER, { recursive: true, force: true })
const url = process.env.GAOXIN_BENCH_DATABASE
const zone = await openZone({ folder: FOLDER, systems: [], ...(url ? { url } : {}) })
const { db } = zone.store
try {
  await sql.raw(`create schema bench; ${difference({}, schemaOf([spots])).sql.join('\n')}`).execute(db)
  // Some thousand centres with their surroundings, as buildings stand, and one row in twenty that is nowhere.
  await sql`insert into bench.spots (id, name, kind, place, synthetic, recorded_at, recorded_by)
    select 's' || n, '点位' || n, 'K' || n % 20,
      case when n % 20 = 7 then null else point(
        round((121.4 + (n * 48271 % 4093) / 4093.0 * 0.3 + (n * 16807 % 1009) / 1009.0 * 0.01)::numeric, 7)::float8,
        round((29.75 + (n * 69621 % 4091) / 4091.0 * 0.25 + (n * 39373 % 1013) / 1013.0 * 0.01)::numeric, 7)::float8) end,
      true, now(), 'bench'
    from generate_series(1, ${ROWS}::bigint) n`.execute(db)
  await sql`vacuum analyze bench.spots`.execute(db)

  const measured = async (name: string, work: () => Promise<number | string>) => {
    const times: number[] = []
    let answer: number | string = ''
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now()
      answer = await work()
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const [p50, p95] = [0.5, 0.95].map((part) => times[Math.floor(RUNS * part)]?.toFixed(1))
    console.log(`${name.padEnd(34)} p50 ${p50} ms  p95 ${p95} ms  ${answer}`)
  }
  const part =
    (box: Box, filter = {}) =>
    async () => {
      const { count, points, clusters } = await mapOf(db, spots, 'place', box, { filter })
      return `${count} rows: ${points.length} points, ${clusters.length} clusters`
    }
  console.log(`${ROWS} rows`)
  await measured('small box', part(boxOf('121.55,29.88,121.555,29.885')))
  await measured('box of a town', part(boxOf('121.55,29.88,121.58,29.9')))
  await measured('a quarter of the zone', part(boxOf('121.4,29.75,121.55,29.88')))
  await measured('the whole zone', part(boxOf('121,29,122,31')))
  await measured('the whole zone, one kind of twenty', part(boxOf('121,29,122,31'), { kind: 'K3' }))
  await measured('totals', async () => JSON.stringify(await placedOf(db, spots, 'place', {})))
  const { rows } = await sql<Record<string, string>>`explain analyze select id, place, name from bench.spots
    where place <@ box(point(121.55, 29.88), point(121.555, 29.885)) limit 2001`.execute(db)
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'))
} finally {
  await zone.close()
  await rm(FOLDER, { recursive: true, force: true })
}
