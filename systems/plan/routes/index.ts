import type { Route } from '../../../kernel/system.ts'
import {
  answerRoute,
  changeRoute,
  letterRoute,
  progressRoute,
  transitionRoute,
  verifyProgressRoute,
} from './act.ts'
import { evidenceFileRoute, evidenceRoute } from './evidence.ts'
import { granuleRoute, ledgerRoute, scoresRoute } from './read.ts'
import { reportRoutes } from './report.ts'

export const routes: readonly Route[] = [
  ledgerRoute,
  granuleRoute,
  scoresRoute,
  evidenceFileRoute,
  progressRoute,
  verifyProgressRoute,
  letterRoute,
  answerRoute,
  transitionRoute,
  changeRoute,
  evidenceRoute,
  ...reportRoutes,
]
