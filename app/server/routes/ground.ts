import { z } from 'zod'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { sampleGround } from '../../ground/sample.ts'
import type { Zone } from '../../zone.ts'
import { tiandituOf } from '../baseMap.ts'

/** What lies under every map. */
export function groundRoutes(zone: Zone): readonly Route[] {
  let drawn: ReturnType<typeof sampleGround> | undefined
  return [
    defineRoute({
      method: 'GET',
      path: '/ground',
      summary: text('地图底图', 'The ground under the maps'),
      allow: 'anyone',
      input: z.object({}),
      output: z.object({
        sample: z
          .object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
          .nullable()
          .describe('GeoJSON, made up for the demonstration zone; null in a zone with real data'),
        tianditu: z
          .object({ zh: z.array(z.string()), en: z.array(z.string()) })
          .nullable()
          .describe(
            'Tiles of the base map from outside, the lower first, where the zone has a key to it; else null',
          ),
      }),
      handle: async ({ db }) => {
        const tianditu = await tiandituOf(db)
        if (!zone.demonstration || tianditu) return { sample: null, tianditu }
        drawn ??= sampleGround()
        return {
          tianditu,
          sample: { type: 'FeatureCollection' as const, features: drawn.features },
        }
      },
    }),
  ]
}
