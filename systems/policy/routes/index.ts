import type { Route } from '../../../kernel/system.ts'
import { draftRoutes } from './drafts.ts'
import { enterpriseRoute } from './enterprise.ts'
import { libraryRoutes } from './library.ts'
import { reachRoutes } from './reach.ts'
import { readingRoutes } from './readings.ts'

export const routes: readonly Route[] = [
  ...libraryRoutes,
  ...reachRoutes,
  ...draftRoutes,
  ...readingRoutes,
  enterpriseRoute,
]
