import { assessmentRoutes } from './assessment.ts'
import { modelRoutes } from './model.ts'
import { networkRoutes } from './network.ts'

export const routes = [...networkRoutes, ...assessmentRoutes, ...modelRoutes]
