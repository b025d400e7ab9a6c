/** Loads the drainage part of the demonstration zone: a network, who drains into it, what was found in its pipes. */
import { enterSamples } from '../../../kernel/sample/enter.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { catchments, defectKinds, defects, drainers, inspections, links, nodes } from '../tables/index.ts'
import { defectKindRows } from './defectKinds.ts'
import { enterMonitors } from './enterMonitors.ts'
import { enterStorm } from './enterStorm.ts'
import { networkRows } from './network.ts'
import { DEMO_SEED } from './seed.ts'
import { drainerRows, inspectionRows } from './upkeep.ts'

const ENTERED_AT = '2023-07-03T09:00:00+08:00'

export async function* demo(context: Context): AsyncIterable<Progress> {
  const enter = enterSamples(context, ENTERED_AT)
  const network = networkRows(DEMO_SEED)
  await enter(nodes, network.nodes)
  await enter(links, network.links)
  await enter(catchments, network.catchments)
  yield {
    step: text('排水管网', 'Drainage network'),
    done: network.links.length,
    total: network.links.length,
  }
  const looked = inspectionRows(DEMO_SEED, network.links)
  await enter(defectKinds, defectKindRows)
  await enter(inspections, looked.inspections)
  await enter(defects, looked.defects)
  await enter(drainers, drainerRows(DEMO_SEED, network.nodes))
  const watched = await enterMonitors(context, enter, network, DEMO_SEED)
  const played = await enterStorm(context, enter)
  yield { step: text('暴雨重演', 'Replay of a storm'), done: played, total: played }
  yield { step: text('监测与诊断', 'Sensors and diagnosis'), done: watched, total: watched }
  yield { step: text('管道检测与排水户', 'Inspections and drainers'), done: 1, total: 1 }
}
