import { z } from 'zod'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { sampleGround } from '../../ground/sample.ts'
import type { Zone } from '../../zone.ts'

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
      }),
      handle: async () => {
        if (!zone.demonstration) return { sample: null }
        drawn ??= sampleGround()
        return { sample: { type: 'FeatureCollection' as const, features: drawn.features } }
      },
    }),
  ]
}
