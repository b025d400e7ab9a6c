import type { Route } from '../../../kernel/system.ts'
import { applyRoute, changeRoute, decideRoute } from './change.ts'
import { evidenceRoute } from './evidence.ts'
import { answerRoute, letterRoute } from './letters.ts'
import { transitionRoute } from './move.ts'
import { progressRoute, verifyProgressRoute } from './progress.ts'
import { granuleRoute, ledgerRoute, scoresRoute } from './read.ts'
import { readingRoutes } from './readings.ts'
import { reportRoutes } from './report.ts'

export const routes: readonly Route[] = [
  ledgerRoute,
  granuleRoute,
  scoresRoute,
  progressRoute,
  verifyProgressRoute,
  letterRoute,
  answerRoute,
  transitionRoute,
  changeRoute,
  applyRoute,
  decideRoute,
  evidenceRoute,
  ...reportRoutes,
  ...readingRoutes,
]
