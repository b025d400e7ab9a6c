import { z } from 'zod'
import { writeModel } from '../../../engines/hydraulics/model/index.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { importModel, modelOf, readNetwork } from '../model/index.ts'
import * as shapes from './shapes.ts'

/** Hours that the exported model runs: the sample storm and what follows. */
const HOURS = 6

const exported = defineRoute({
  method: 'GET',
  path: '/model',
  summary: text('由登记生成的 SWMM 模型（.inp）', 'The register as a model of SWMM (.inp)'),
  allow: shapes.LOOKING,
  input: shapes.none,
  output: { contentType: 'text/plain' },
  handle: async (context) => {
    const { today } = context
    const { model } = modelOf(await readNetwork(context), {
      title: `${today} 排水管网登记生成；雨量为示例设计雨型`,
      start: `${today}T00:00:00`,
      end: `${today}T${String(HOURS).padStart(2, '0')}:00:00`,
    })
    return {
      fileName: `drainage-${today}.inp`,
      contentType: 'text/plain; charset=utf-8',
      body: writeModel(model),
    }
  },
})

const imported = defineRoute({
  method: 'POST',
  path: '/model',
  summary: text('由 SWMM 模型（.inp）登记管网', 'Enters a network from a model of SWMM (.inp)'),
  allow: ['officer'],
  input: z.object({ name: z.string().min(1).max(300), network: shapes.network }),
  output: z.object({
    nodes: z.number(),
    links: z.number(),
    catchments: z.number(),
    left: z
      .array(z.object({ id: z.string(), why: z.enum(['outlet', 'section', 'unplaced']) }))
      .describe('What the register has no column for'),
  }),
  receives: 'file',
  handle: async (context, asked, body) => importModel(context, asked, body ?? nothing()),
})
async function* nothing(): AsyncGenerator<Uint8Array> {}

export const modelRoutes = [exported, imported]
