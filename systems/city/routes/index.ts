import { open311Routes } from '../open311/index.ts'
import { cityRoutes } from './city.ts'
import { deskRoutes } from './desk.ts'
import { fieldRoutes } from './field.ts'
import { publicRoutes } from './public.ts'
import { queueRoutes } from './queue.ts'
import { scoreRoutes } from './scores.ts'

export const routes = [
  ...publicRoutes,
  ...deskRoutes,
  ...queueRoutes,
  ...fieldRoutes,
  ...scoreRoutes,
  ...cityRoutes,
  ...open311Routes,
]
