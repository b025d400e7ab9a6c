/**
 * `npm run bench:geo`: vector tiles of 1,000,000 places and of as many pipes, zoom by zoom, on the embedded database, or
 * on the one that GAOXIN_BENCH_DATABASE or GAOXIN_TEST_DATABASE names (such as `.ci/postgres15 npm run bench:geo`, which
 * has PostGIS). GAOXIN_BENCH_ROWS sets the size of each table.
 *
 * Where a zoom has less than 100 tiles, p99 is the slowest.
 *
 * cold: nothing is kept by the program; the database has read the rows before. warm: the same tiles asked for again, as
 * the server answers them, from what it keeps until a row of the layer changes: with the question whether one has.
 * Checked on the way: every place is on one tile of each zoom; both ways to cut shapes show the same shapes.
 */
import { rm } from 'node:fs/promises'
import { VectorTile } from '@mapbox/vector-tile'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { Kept } from '../app/server/kept.ts'
import { openZone } from '../app/zone.ts'
import { hasPostgis, type Tile, tileOf } from '../kernel/geo/index.ts'
import { defineRecord, difference, schemaOf } from '../kernel/store/index.ts'
import { text } from '../kernel/text.ts'

const ROWS = Number(process.env.GAOXIN_BENCH_ROWS ?? 1_000_000)
const ZOOMS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17]
/** Tiles of a zoom level at most, spread evenly. */
const MOST_TILES = 120
const FOLDER = '.tmp-bench-geo'

const about = text('测速用', 'For measuring')
const name = { kind: 'text', name: text('名称', 'Name') } as const
const spots = defineRecord({
  id: 'bench.spots',
  name: text('点位', 'Spots'),
  about,
  title: 'name',
  columns: { name, place: { kind: 'place', name: text('位置', 'Place'), optional: true } },
})
const pipes = defineRecord({
  id: 'bench.pipes',
  name: text('管段', 'Pipes'),
  about,
  title: 'name',
  columns: { name, line: { kind: 'data', name: text('走向', 'Line'), shape: true } },
})
type Layer = typeof spots | typeof pipes

await rm(FOLDER, { recursive: true, force: true })
const url = process.env.GAOXIN_BENCH_DATABASE ?? process.env.GAOXIN_TEST_DATABASE
const zone = await openZone({ folder: FOLDER, systems: [], ...(url ? { url } : {}) })
const { db } = zone.store
try {
  await fill()
  const postgis = await withPostgis()
  const ways = postgis ? [undefined, postgis] : [undefined]
  console.log(`${ROWS} places, ${ROWS} pipes of 30 m; ${(await version()) ?? ''}`)
  console.log('zoom  layer                     tiles   cold p50    p99      warm p50    p99    kB a tile')
  const failures: string[] = []
  for (const z of ZOOMS) {
    const { tiles, all } = tilesOf(z)
    const counted = await measure('places', spots, z, tiles, undefined)
    const placed = counted.reduce((sum, { rows }) => sum + rows, 0)
    if (all && placed !== (await placedRows())) failures.push(`zoom ${z}: ${placed} places are on tiles`)
    let first: readonly Seen[] | undefined
    for (const way of ways) {
      const seen = await measure(way ? 'pipes by PostGIS' : 'pipes by the library', pipes, z, tiles, way)
      if (first && !sameShapes(first, seen)) failures.push(`zoom ${z}: PostGIS shows other pipes`)
      first ??= seen
    }
  }
  for (const line of await plan()) console.log(line)
  const agreed = postgis ? 'PostGIS and the library show the same pipes' : 'no PostGIS here to compare with'
  console.log(failures.length > 0 ? failures.join('\n') : `every place on one tile of each zoom; ${agreed}`)
  if (failures.length > 0) process.exitCode = 1
} finally {
  await zone.close()
  await rm(FOLDER, { recursive: true, force: true })
}

interface Seen {
  readonly rows: number
  readonly ids: readonly string[]
}

async function measure(
  label: string,
  layer: Layer,
  z: number,
  tiles: readonly Tile[],
  way: string | undefined,
) {
  for (const tile of tiles.slice(0, 3)) await tileOf(db, layer, tile, {}, { postgis: way })
  const cold: number[] = []
  const warm: number[] = []
  const seen: Seen[] = []
  const kept = new Kept()
  let bytes = 0
  const answer = async (tile: Tile) => {
    const keep = await kept.of(db, [layer.id], true, label)
    const make = () => tileOf(db, layer, tile, {}, { postgis: way, keep })
    return keep.of(`tile ${tile.z}/${tile.x}/${tile.y}`, make, ({ length }) => length)
  }
  const timed = async <T>(into: number[], work: () => Promise<T>) => {
    const start = performance.now()
    const done = await work()
    into.push(performance.now() - start)
    return done
  }
  for (const tile of tiles) {
    const made = await timed(cold, () => answer(tile))
    bytes += made.length
    seen.push(seenIn(made))
  }
  for (const tile of tiles) await timed(warm, () => answer(tile))
  const ms = (times: number[], share: number) =>
    (times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? Number.NaN)
      .toFixed(1)
      .padStart(8)
  console.log(
    `${String(z).padStart(4)}  ${label.padEnd(24)} ${String(tiles.length).padStart(6)}  ${ms(cold, 0.5)} ${ms(cold, 0.99)} ms ${ms(warm, 0.5)} ${ms(warm, 0.99)} ms ${(bytes / tiles.length / 1024).toFixed(1).padStart(8)}`,
  )
  return seen
}

function seenIn(bytes: Uint8Array): Seen {
  const { layers } = new VectorTile(new PbfReader(bytes))
  const of = (layer: string) =>
    Array.from({ length: layers[layer]?.length ?? 0 }, (_, i) => layers[layer]!.feature(i).properties)
  const clustered = of('clusters').reduce((sum, { count }) => sum + Number(count), 0)
  return {
    rows: of('points').length + clustered,
    ids: of('shapes').map(({ id }) => String(id)),
  }
}

/** What only touches an edge is left out by one of them. */
function sameShapes(one: readonly Seen[], other: readonly Seen[]): boolean {
  return one.every(({ ids }, i) => {
    const [mine, theirs] = [new Set(ids), new Set(other[i]?.ids)]
    const apart =
      [...mine].filter((id) => !theirs.has(id)).length + [...theirs].filter((id) => !mine.has(id)).length
    return apart <= 4 + ids.length / 100
  })
}

async function fill(): Promise<void> {
  await sql.raw(`create schema bench; ${difference({}, schemaOf([spots, pipes])).sql.join('\n')}`).execute(db)
  // Some thousand centres with their surroundings, as buildings stand, and one row in twenty that is nowhere.
  await sql`insert into bench.spots (id, name, place, synthetic, recorded_at, recorded_by)
    select 's' || n, '点位' || n,
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
}

async function withPostgis(): Promise<string | undefined> {
  const { rows } = await sql`select from pg_available_extensions where name = 'postgis'`.execute(db)
  if (rows.length > 0) await sql`create extension if not exists postgis`.execute(db)
  return hasPostgis(db)
}

async function version(): Promise<string | undefined> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  return rows[0] && `PostgreSQL ${rows[0].server_version}`
}

async function placedRows(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(place) as n from bench.spots`.execute(db)
  return rows[0]?.n ?? 0
}

async function plan(): Promise<readonly string[]> {
  const { rows } = await sql<Record<string, string>>`explain analyze select id from bench.pipes
    where gaoxin.bounds((line)::text) && box(point(121.5, 29.8), point(121.588, 29.876))
      and gaoxin.prominence((line)::text, id) <@ box(point(0.01, 0), point('Infinity', 0)) limit 4001`.execute(
    db,
  )
  return rows.map((row) => row['QUERY PLAN'] ?? '')
}

/** The tiles of a zoom level over the zone, or as many of them as are measured. */
function tilesOf(z: number): { readonly tiles: readonly Tile[]; readonly all: boolean } {
  const side = 2 ** z
  const down = (latitude: number) =>
    Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * side)
  const across = (longitude: number) => Math.floor(((longitude + 180) / 360) * side)
  const [west, east, north, south] = [across(121.4), across(121.71), down(30.01), down(29.75)]
  const all: Tile[] = []
  for (let x = west; x <= east; x++) for (let y = north; y <= south; y++) all.push({ z, x, y })
  const step = Math.ceil(all.length / MOST_TILES)
  return { tiles: all.filter((_, i) => i % step === 0), all: step === 1 }
}
