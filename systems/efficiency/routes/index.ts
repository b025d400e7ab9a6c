import { readRoutes } from './read.ts'
import { stepRoutes } from './steps.ts'

export const routes = [...readRoutes, ...stepRoutes]
