import { z } from 'zod'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { DESIGN_STORM, WATER_LEVELS } from '../settings.ts'
import { rainAhead } from '../twin/read.ts'
import { scenarioBase } from '../twin/scenario.ts'
import * as shapes from './shapes.ts'

const HOUR_MS = 3_600_000
const HOURS = 6

const model = defineRoute({
  method: 'GET',
  path: '/scenario/model',
  summary: text(
    '供浏览器推演的模型：由登记生成，可带孪生的状态',
    'The register as a model that a browser runs, with the state of the twin where asked',
  ),
  allow: shapes.LOOKING,
  input: z.object({ state: z.enum(['twin', 'empty']) }),
  output: z.object({
    model: z.string().describe('A .inp of EPA SWMM 5.2'),
    gauge: z.string(),
    at: z.string().describe('When it begins'),
    state: z.string().nullable().describe('A hot-start file in base64'),
    nodes: z.record(z.string(), z.string()).describe('Ids of rows by name in the model'),
    links: z.record(z.string(), z.string()),
    ground: z
      .record(z.string(), z.number())
      .describe('m from the bottom to the ground, by name, of nodes where water can come out'),
    levels: z.object({ blue: z.number(), yellow: z.number() }).describe('m over the ground'),
    storm: z
      .object({
        formula: z.object({ A1: z.number(), C: z.number(), b: z.number(), n: z.number() }),
        duration: z.number(),
        peak: z.number(),
        step: z.number(),
      })
      .describe('Design storms of the zone, but for how rare they are; minutes'),
    rain: z
      .array(z.tuple([z.string(), z.number()]))
      .describe('mm/h: the newest forecast of the hours to come'),
  }),
  handle: async (context, { state }) => {
    const base = await scenarioBase(context, state === 'twin')
    const rain = await rainAhead(context, base.at, base.at + HOURS * HOUR_MS)
    const { names, links, depths } = base.names
    const { formula, duration, peak, step = 5 } = DESIGN_STORM
    const byName = (ids: ReadonlyMap<string, string>) =>
      Object.fromEntries([...ids].map(([id, name]) => [name, id]))
    return {
      model: base.model,
      gauge: base.gauge,
      at: new Date(base.at).toISOString(),
      state: base.state ? Buffer.from(base.state).toString('base64') : null,
      nodes: byName(names),
      links: byName(links),
      ground: Object.fromEntries(depths),
      levels: WATER_LEVELS,
      storm: { formula, duration, peak, step },
      rain: rain.map(([at, value]) => [new Date(at).toISOString(), value] as [string, number]),
    }
  },
})

export const scenarioRoutes = [model]
