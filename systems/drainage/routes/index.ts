import { networkRoutes } from './network.ts'

export const routes = [...networkRoutes]
