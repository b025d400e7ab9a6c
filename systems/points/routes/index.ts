import type { Route } from '../../../kernel/system.ts'
import { readRoutes } from './read.ts'
import { sheetRoutes } from './sheets.ts'
import { stepRoutes } from './steps.ts'

export const routes: readonly Route[] = [...readRoutes, ...stepRoutes, ...sheetRoutes]
