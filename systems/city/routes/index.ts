import { deskRoutes } from './desk.ts'
import { publicRoutes } from './public.ts'

export const routes = [...publicRoutes, ...deskRoutes]
