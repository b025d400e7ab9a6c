import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { assessmentSetting } from './assess/index.ts'
import { demo } from './demo/index.ts'
import { diagnoses, diagnosisChore, diagnosisSetting } from './diagnosis/index.ts'
import { maintenanceProcess } from './maintenance/index.ts'
import { routes } from './routes/index.ts'
import { DRAINAGE_OFFICE } from './settings.ts'
import { catchments, defectKinds, defects, drainers, inspections, links, nodes } from './tables/index.ts'
import {
  flow,
  level,
  rain,
  rainForecasts,
  replayChore,
  replays,
  runs,
  sensors,
  twinChore,
  warningProcess,
  warnings,
} from './twin/index.ts'

export default defineSystem({
  id: 'drainage',
  name: text('排水管网', 'Drainage'),
  group: 'city',
  office: DRAINAGE_OFFICE,
  about: text(
    '排水管网有什么、通到哪里、哪里有错、哪段先修，水来了会怎样',
    'What the drainage network is, where it leads, what is wrong, which pipe comes first, and what water will do',
  ),
  records: [
    nodes,
    links,
    catchments,
    drainers,
    inspections,
    defects,
    defectKinds,
    sensors,
    rainForecasts,
    replays,
    runs,
    warnings,
    diagnoses,
  ],
  quantities: [level, flow, rain],
  chores: [twinChore, replayChore, diagnosisChore],
  processes: [warningProcess, maintenanceProcess],
  indicators: [],
  routes,
  settings: [assessmentSetting, diagnosisSetting],
  demo,
  after: ['plan'],
})
