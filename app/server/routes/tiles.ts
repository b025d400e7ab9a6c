import { sql } from 'kysely'
import { z } from 'zod'
import { hasPostgis, isLayer, tileIn, tileOf } from '../../../kernel/geo/index.ts'
import type { Database } from '../../../kernel/store/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { refuse } from '../problem.ts'
import { choiceOf, permitted, questionShape, recordIn } from './records.ts'

/** Looked at once it is sure that who asks may read the layer. */
const number = z.string().max(10)

/** Every record that is not closed and has places or shapes is a layer of vector tiles, under the rights of its list. */
export function tileRoutes(zone: Zone): readonly Route[] {
  const kept = new Kept()
  let postgis: Promise<string | undefined> | undefined
  return [
    defineRoute({
      method: 'GET',
      path: '/tiles/:layer/:z/:x/:y.pbf',
      summary: text('矢量瓦片：一个列表在地图上的一块', 'A vector tile: a listing on one square of the map'),
      allow: 'anyone',
      input: z.looseObject({
        layer: z.string().max(100).describe('A record: `city.grids`'),
        z: number,
        x: number,
        y: number,
        ...questionShape,
      }),
      output: { contentType: 'application/vnd.mapbox-vector-tile' },
      handle: async (context, { layer, z, x, y, ...question }) => {
        const [system = '', name = ''] = layer.split('.')
        const record = recordIn(zone, system, name)
        const permit = permitted(record, context.actor, 'read')
        if (!isLayer(permit.record))
          throw refuse('RECORD_NO_PLACE', '这些记录没有位置', 'These rows have no place', 404)
        const tile = tileIn({ z: Number(z), x: Number(x), y: Number(y) })
        postgis ??= hasPostgis(context.db)
        const schema = await postgis
        // Rows that are judged by who asks are kept for them alone.
        const who = [permit.where ? context.actor : context.actor.role, Object.keys(permit.record.columns)]
        const body = await kept.of(context.db, JSON.stringify([layer, z, x, y, question, who]), () =>
          tileOf(context.db, permit.record, tile, choiceOf(context, permit, question), schema),
        )
        return { fileName: `${y}.pbf`, contentType: 'application/vnd.mapbox-vector-tile', body }
      },
    }),
  ]
}

const MOST_BYTES = 32 * 1024 * 1024

/**
 * Tiles as long as nothing in the zone changes: each is kept under the number of the last seal, which every transaction
 * that changes rows adds to before it commits.
 */
class Kept {
  #seal = ''
  #bytes = 0
  readonly #tiles = new Map<string, Uint8Array>()

  async of(db: Database, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    // Asked before the rows are: a change in between makes the tile one that is not found again.
    const { rows } = await sql<{
      seal: string
    }>`select coalesce(max(number), 0)::text as seal from audit.seals`.execute(db)
    const seal = rows[0]?.seal ?? ''
    if (seal !== this.#seal || this.#bytes > MOST_BYTES) {
      this.#tiles.clear()
      this.#bytes = 0
      this.#seal = seal
    }
    const before = this.#tiles.get(key)
    if (before) return before
    const tile = await make()
    if (seal === this.#seal) {
      this.#tiles.set(key, tile)
      this.#bytes += tile.length + key.length
    }
    return tile
  }
}
