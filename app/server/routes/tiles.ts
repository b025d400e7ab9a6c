import { z } from 'zod'
import { hasPostgis, isLayer, madeOf, tileIn, tileOf } from '../../../kernel/geo/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { Kept } from '../kept.ts'
import { refuse } from '../problem.ts'
import { choiceOf, permitted, questionShape, recordIn } from './records.ts'

/** Looked at once it is sure that who asks may read the layer. */
const number = z.string().max(10)

/** Every record that is not closed and has places, shapes or edges is a layer of vector tiles, under the rights of its list. */
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
        tell: z
          .string()
          .max(200)
          .optional()
          .describe('Columns whose values stand beside the ids, for a map to go by: `network,size`'),
        ...questionShape,
      }),
      output: { contentType: 'application/vnd.mapbox-vector-tile' },
      handle: async (context, { layer, z, x, y, tell, ...question }) => {
        const [system = '', name = ''] = layer.split('.')
        const record = recordIn(zone, system, name)
        const permit = permitted(record, context.actor, 'read')
        const choice = choiceOf(context, permit, question)
        if (!isLayer(permit.record, choice.target))
          throw refuse('RECORD_NO_PLACE', '这些记录没有位置', 'These rows have no place', 404)
        const tile = tileIn({ z: Number(z), x: Number(x), y: Number(y) })
        postgis ??= hasPostgis(context.db)
        const schema = await postgis
        const { records, judged } = madeOf(permit.record, choice.target)
        // Rows that are judged by who asks are kept for them alone.
        const who = [
          permit.where || judged ? context.actor : context.actor.role,
          Object.keys(permit.record.columns),
        ]
        const scope = JSON.stringify([question, tell, who])
        const whole = permit.where === undefined && !judged
        const keep = await kept.of(context.db, records, whole, scope)
        const body = await keep.of(
          `tile ${z}/${x}/${y}`,
          () =>
            tileOf(context.db, permit.record, tile, choice, {
              postgis: schema,
              tell: tell?.split(','),
              keep,
            }),
          ({ length }) => length,
        )
        return { fileName: `${y}.pbf`, contentType: 'application/vnd.mapbox-vector-tile', body }
      },
    }),
  ]
}
