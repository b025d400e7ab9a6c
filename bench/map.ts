/**
 * `npm run bench:map`: how long the map of a large record takes, on the embedded database: a box of some streets, one of
 * a few thousand rows, the whole zone, its totals; then vector tiles of points and of as many pipes, each asked of the
 * database. GAOXIN_BENCH_ROWS sets the size of each table (1,000,000); GAOXIN_BENCH_DATABASE another server's database,
 * such as one with PostGIS.
 */
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { openZone } from '../app/zone.ts'
import { hasPostgis, type Tile, tileOf } from '../kernel/geo/index.ts'
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
import { quantile } from './times.ts'

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

const pipes = defineRecord({
  id: 'bench.pipes',
  name: text('管段', 'Pipes'),
  about: text('测速用', 'For measuring'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    line: { kind: 'data', name: text('走向', 'Line'), shape: true },
  },
})

await rm(FOLDER, { recursive: true, force: true })
const url = process.env.GAOXIN_BENCH_DATABASE
const zone = await openZone({ folder: FOLDER, systems: [], ...(url ? { url } : {}) })
const { db } = zone.store
try {
  await sql.raw(`create schema bench; ${difference({}, schemaOf([spots, pipes])).sql.join('\n')}`).execute(db)
  // Some thousand centres with their surroundings, as buildings stand, and one row in twenty that is nowhere.
  await sql`insert into bench.spots (id, name, kind, place, synthetic, recorded_at, recorded_by)
    select 's' || n, '点位' || n, 'K' || n % 20,
      case when n % 20 = 7 then null else point(
        round((121.4 + (n * 48271 % 4093) / 4093.0 * 0.3 + (n * 16807 % 1009) / 1009.0 * 0.01)::numeric, 7)::float8,
        round((29.75 + (n * 69621 % 4091) / 4091.0 * 0.25 + (n * 39373 % 1013) / 1013.0 * 0.01)::numeric, 7)::float8) end,
      true, now(), 'bench'
    from generate_series(1, ${ROWS}::bigint) n`.execute(db)
  // 30 m each, of four corners, crosswise over a zone of 30 by 25 km.
  await sql`insert into bench.pipes (id, name, line, synthetic, recorded_at, recorded_by)
    select 'p' || n, '管' || n, jsonb_build_object('type', 'LineString', 'coordinates', jsonb_build_array(
      jsonb_build_array(x, y), jsonb_build_array(x + dx, y + dy / 3), jsonb_build_array(x + 2 * dx, y + 2 * dy / 3),
      jsonb_build_array(x + 3 * dx, y + dy))), true, now(), 'bench'
    from (select n, 121.4 + (n * 48271 % 40093) / 40093.0 * 0.3 as x, 29.75 + (n * 69621 % 40009) / 40009.0 * 0.25 as y,
      0.0001 * (n % 2) as dx, 0.0003 * ((n + 1) % 2) as dy from generate_series(1, ${ROWS}::bigint) n) at`.execute(
    db,
  )
  await sql`vacuum analyze bench.spots, bench.pipes`.execute(db)

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
  const postgis = await hasPostgis(db)
  console.log(`tiles, shapes cut by ${postgis ? 'PostGIS' : 'the library'}, not kept; each another tile`)
  const tiles = async (record: typeof spots | typeof pipes, z: number) => {
    const times: number[] = []
    let [bytes, seen] = [0, 0]
    // Twice over: what is measured has been read before.
    for (const pass of ['warm', 'measured'])
      for (const tile of tilesOf(z)) {
        const start = performance.now()
        const made = await tileOf(db, record, tile, {}, postgis)
        if (pass === 'warm') continue
        times.push(performance.now() - start)
        bytes += made.length
        seen++
      }
    const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share).toFixed(1))
    const each = (bytes / seen / 1024).toFixed(1)
    console.log(
      `${`${record.id} at zoom ${z}`.padEnd(34)} p50 ${p50} ms  p99 ${p99} ms  ${seen} tiles of ${each} kB`,
    )
  }
  for (const z of [14, 15, 16, 17]) {
    await tiles(spots, z)
    await tiles(pipes, z)
  }
  const { rows: found } = await sql<Record<string, string>>`explain analyze select id from bench.pipes
    where gaoxin.bounds((line)::text) && box(point(121.55, 29.88), point(121.555, 29.885))`.execute(db)
  console.log(found.map((row) => row['QUERY PLAN']).join('\n'))
  const { rows } = await sql<Record<string, string>>`explain analyze select id, place, name from bench.spots
    where place <@ box(point(121.55, 29.88), point(121.555, 29.885)) limit 2001`.execute(db)
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'))
} finally {
  await zone.close()
  await rm(FOLDER, { recursive: true, force: true })
}

/** Up to 200 tiles of a zoom level over the zone, spread evenly. */
function tilesOf(z: number): readonly Tile[] {
  const side = 2 ** z
  const down = (latitude: number) =>
    Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * side)
  const across = (longitude: number) => Math.floor(((longitude + 180) / 360) * side)
  const [west, east, north, south] = [across(121.4), across(121.7), down(30), down(29.75)]
  const all: Tile[] = []
  for (let x = west; x <= east; x++) for (let y = north; y <= south; y++) all.push({ z, x, y })
  const step = Math.max(1, Math.floor(all.length / 200))
  return all.filter((_, i) => i % step === 0).slice(0, 200)
}
