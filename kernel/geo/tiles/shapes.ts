import { geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { type RawBuilder, sql } from 'kysely'
import { boxSql } from '../../store/box.ts'
import type { Database } from '../../store/database.ts'
import { boundsSql, quote } from '../../store/ddl.ts'
import { known } from '../../store/history/read.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { type Choice, condition } from '../../store/rows.ts'
import { geometryIn } from '../geometry.ts'
import { BUFFER, boxOfTile, EXTENT, type Tile } from './tile.ts'

/** The layer of a tile in which shapes are. */
export const SHAPES = 'shapes'
/** The largest come first where there are more. */
const MOST_SHAPES = 20_000
/** Units of a tile: what is smaller both ways shows nothing. */
const LEAST = 4

/** Where PostGIS is, in this database: the schema of the extension; undefined without it. */
export async function hasPostgis(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`select extnamespace::regnamespace::text as schema
    from pg_extension where extname = 'postgis'`.execute(db)
  return rows[0]?.schema
}

interface Asked {
  readonly db: Database
  readonly record: RecordDefinition
  readonly column: string
  readonly tile: Tile
  readonly choice: Choice
}

/** The rows whose shapes show in a tile: the bounds by their index, those large enough to be seen. */
function showing({ record, column, tile, choice }: Asked): RawBuilder<unknown> {
  const bounds = sql.raw(boundsSql(column))
  const [west, south, east, north] = boxOfTile(tile)
  const least = sql`${((east - west) * LEAST) / EXTENT}::float8`
  const low = sql`${((north - south) * LEAST) / EXTENT}::float8`
  const isPoint = sql`${sql.raw(quote(column))}::jsonb ->> 'type' like '%Point'`
  return sql`from ${known(record.id, choice.knownOn)} t
    where ${condition(record, choice)} and ${bounds} && ${boxSql(boxOfTile(tile, BUFFER))}
      and (width(${bounds}) >= ${least} or height(${bounds}) >= ${low} or ${isPoint})
    order by area(${bounds}) desc, id limit ${MOST_SHAPES}`
}

/** Shapes cut to a tile, as a layer of vector tiles (MVT 2.1) with the ids of their rows; empty where there are none. */
export const shapesOf = (asked: Asked, postgis: string | undefined): Promise<Uint8Array> =>
  postgis === undefined ? shapesByLibrary(asked) : shapesByPostgis(asked, postgis)

async function shapesByLibrary(asked: Asked): Promise<Uint8Array> {
  const { db, column, tile } = asked
  const { rows } = await sql<{ id: string; shape: unknown }>`select id, ${sql.raw(quote(column))} as shape
    ${showing(asked)}`.execute(db)
  const features = rows.flatMap(({ id, shape }) => {
    const geometry = geometryIn(shape)
    return geometry ? [{ type: 'Feature' as const, properties: { id }, geometry }] : []
  })
  if (features.length === 0) return new Uint8Array()
  const data = { type: 'FeatureCollection', features } as unknown as GeoJSON.FeatureCollection
  const cut = geoJSONToTile(data, tile.z, tile.x, tile.y, {
    extent: EXTENT,
    buffer: BUFFER,
    maxZoom: 24,
    tolerance: 0,
    clip: true,
  })
  return cut.features.length === 0
    ? new Uint8Array()
    : fromGeojsonVt({ [SHAPES]: cut }, { version: 2, extent: EXTENT })
}

async function shapesByPostgis(asked: Asked, schema: string): Promise<Uint8Array> {
  const { db, column, tile } = asked
  const st = (name: string) => sql.raw(`${schema}.${name}`)
  const shape = sql`${st('ST_SetSRID')}(${st('ST_GeomFromGeoJSON')}(${sql.raw(quote(column))}::text), 4326)`
  const envelope = sql`${st('ST_TileEnvelope')}(${tile.z}, ${tile.x}, ${tile.y})`
  const { rows } = await sql<{ tile: Uint8Array }>`
    select ${st('ST_AsMVT')}(q, ${SHAPES}, ${EXTENT}, 'geom') as tile from (
      select id, ${st('ST_AsMVTGeom')}(${st('ST_Transform')}(shape, 3857), ${envelope}, ${EXTENT}, ${BUFFER}, true) as geom
      from (select id, ${shape} as shape ${showing(asked)}) shown) q where geom is not null`.execute(db)
  return rows[0]?.tile ?? new Uint8Array()
}
