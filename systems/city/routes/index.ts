import { open311Routes } from '../open311/index.ts'
import { deskRoutes } from './desk.ts'
import { fieldRoutes } from './field.ts'
import { publicRoutes } from './public.ts'
import { scoreRoutes } from './scores.ts'

export const routes = [...publicRoutes, ...deskRoutes, ...fieldRoutes, ...scoreRoutes, ...open311Routes]
