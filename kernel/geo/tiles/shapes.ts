import { type GeoJSONVTTile, geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { quote } from '../../store/ddl.ts'
import type { Choice } from '../../store/rows.ts'
import { geometryIn } from '../geometry.ts'
import type { ShapeSource } from './sources.ts'
import { BUFFER, boxOfTile, EXTENT, type Tile } from './tile.ts'
import { type Told, valuesOf } from './told.ts'

/** The layer of a tile in which shapes are. */
export const SHAPES = 'shapes'
/** Shapes of a tile at most. */
const MOST_SHAPES = 4000
/** Units of a tile to a pixel, on a screen that shows it 512 pixels wide. */
const PIXEL = EXTENT / 512

/** Where PostGIS is, in this database: the schema of the extension; undefined without it. */
export async function hasPostgis(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`select extnamespace::regnamespace::text as schema
    from pg_extension where extname = 'postgis'`.execute(db)
  return rows[0]?.schema
}

interface Asked {
  readonly db: Database
  readonly source: ShapeSource
  readonly tile: Tile
  readonly choice: Choice
  /** Columns whose values the tile tells beside the ids. */
  readonly told: readonly Told[]
}

/** The rows whose shapes stand out so much in a tile, by the index of both. */
const showing = ({ source, tile, choice, told }: Asked, least: number): RawBuilder<unknown> =>
  sql`shown as materialized (
    ${source({ box: boxOfTile(tile, BUFFER), least, choice, columns: told })} limit ${MOST_SHAPES + 1})`

/** The first guess beyond a pixel: of shapes of some pixels few are left. */
const FAR = 64
const MOST_GUESSES = 7
/** Where a tile has too many, so many are looked for, and half as many are enough. */
const WANTED = MOST_SHAPES / 2

const pixelOf = ({ z }: Tile) => ((360 / 2 ** z) * PIXEL) / EXTENT

/** Shapes from some prominence on: how many there are, and what they come to where they are neither too few nor too many. */
interface Cut {
  readonly n: number
  readonly made: Uint8Array | null
}

/**
 * Shapes cut to a tile, as a layer of vector tiles (MVT 2.1) with the ids of their rows; empty where there are none.
 *
 * All that reach a pixel, where they are few enough. What is smaller stands for its like: a shape of a tenth of a pixel is
 * shown with a chance of one in ten, so that a dense net is still seen as dense. Where a tile would have too many, the same
 * goes on beyond a pixel, to the prominence from which on they are few enough.
 */
export async function shapesOf(asked: Asked, postgis: string | undefined): Promise<Uint8Array> {
  const cut = (least: number, fewest: number): Promise<Cut> =>
    postgis === undefined ? byLibrary(asked, least, fewest) : byPostgis(asked, least, fewest, postgis)
  const pixel = pixelOf(asked.tile)
  const { made } = await cut(pixel, 0)
  if (made) return made
  let [low, high] = [pixel, Number.POSITIVE_INFINITY]
  let guess = pixel * FAR
  for (let i = 0; i < MOST_GUESSES; i++) {
    const { n, made } = await cut(guess, WANTED / 2)
    if (made) return made
    if (n > MOST_SHAPES) low = guess
    else high = guess
    // Of shapes of one size as many are left as the threshold is lower.
    const next = n <= MOST_SHAPES ? (guess * (n + 1)) / WANTED : guess * FAR
    guess = next > low && next < high ? next : Number.isFinite(high) ? Math.sqrt(low * high) : low * FAR
  }
  return (await cut(Number.isFinite(high) ? high : guess, 0)).made ?? new Uint8Array()
}

/** In one question how many there are and, where that is a fitting number, their shapes: none is sent to be thrown away. */
async function byLibrary(asked: Asked, least: number, fewest: number): Promise<Cut> {
  const { db, tile, told } = asked
  const { rows } = await sql<
    { n: number; id: string | null; shape: unknown } & Readonly<Record<string, string | number | null>>
  >`
    with ${showing(asked, least)}, counted as (select count(*) as n from shown)
    select counted.n, shown.* from counted left join shown on n between ${fewest} and ${MOST_SHAPES}`.execute(
    db,
  )
  const n = rows[0]?.n ?? 0
  if (n < fewest || n > MOST_SHAPES) return { n, made: null }
  const features = rows.flatMap(({ id, shape, ...row }) => {
    const geometry = geometryIn(shape)
    const properties = { id, ...valuesOf(told, row) }
    return geometry ? [{ type: 'Feature' as const, properties, geometry }] : []
  })
  return { n, made: encoded(features, tile) }
}

function encoded(features: readonly unknown[], tile: Tile): Uint8Array {
  if (features.length === 0) return new Uint8Array()
  const data = { type: 'FeatureCollection', features } as unknown as GeoJSON.FeatureCollection
  const cut = geoJSONToTile(data, tile.z, tile.x, tile.y, {
    extent: EXTENT,
    buffer: BUFFER,
    maxZoom: 24,
    tolerance: 0,
    clip: true,
  })
  const drawn = cut.features.filter(isDrawn)
  if (drawn.length === 0) return new Uint8Array()
  return fromGeojsonVt({ [SHAPES]: { ...cut, features: drawn } }, { version: 2, extent: EXTENT })
}

/** A line of which all corners come to one unit of the tile draws nothing; PostGIS leaves it out by itself. */
function isDrawn({ type, geometry }: GeoJSONVTTile['features'][number]): boolean {
  const lines = geometry as unknown as readonly (readonly (readonly [number, number])[])[]
  return type !== 2 || lines.some((line) => line.some(([x, y]) => x !== line[0]?.[0] || y !== line[0]?.[1]))
}

const named = (column: string) => sql.raw(quote(column))

async function byPostgis(asked: Asked, least: number, fewest: number, schema: string): Promise<Cut> {
  const { db, tile, told } = asked
  const st = (name: string) => sql.raw(`${schema}.${name}`)
  const shape = sql`${st('ST_SetSRID')}(${st('ST_GeomFromGeoJSON')}(shape::text), 4326)`
  const envelope = sql`${st('ST_TileEnvelope')}(${tile.z}, ${tile.x}, ${tile.y})`
  const { rows } = await sql<{ n: number; made: Uint8Array | null }>`
    with ${showing(asked, least)}, counted as (select count(*) as n from shown)
    select n, case when n between ${fewest} and ${MOST_SHAPES} then (
      select coalesce(${st('ST_AsMVT')}(q, ${SHAPES}, ${EXTENT}, 'gx geometry'), '') from (
        select id${sql.join(
          told.map(({ as, column }) => sql`, ${named(as)} as ${named(column)}`),
          sql``,
        )},
          ${st('ST_AsMVTGeom')}(${st('ST_Transform')}(${shape}, 3857), ${envelope}, ${EXTENT}, ${BUFFER}, true) as "gx geometry"
        from shown) q where "gx geometry" is not null) end as made
    from counted`.execute(db)
  return rows[0] ?? { n: 0, made: null }
}
