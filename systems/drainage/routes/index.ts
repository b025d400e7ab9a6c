import { assessmentRoutes } from './assessment.ts'
import { networkRoutes } from './network.ts'

export const routes = [...networkRoutes, ...assessmentRoutes]
