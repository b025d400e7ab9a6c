import { assessmentRoutes } from './assessment.ts'
import { diagnosisRoutes } from './diagnosis.ts'
import { modelRoutes } from './model.ts'
import { networkRoutes } from './network.ts'
import { permitRoutes } from './permits.ts'
import { replayRoutes } from './replay.ts'
import { scenarioRoutes } from './scenario.ts'
import { twinRoutes } from './twin.ts'

export const routes = [
  ...networkRoutes,
  ...assessmentRoutes,
  ...permitRoutes,
  ...modelRoutes,
  ...diagnosisRoutes,
  ...twinRoutes,
  ...replayRoutes,
  ...scenarioRoutes,
]
