import type { Route } from '../../../kernel/system.ts'
import {
  answerRoute,
  changeRoute,
  evidenceRoute,
  letterRoute,
  progressRoute,
  transitionRoute,
  verifyProgressRoute,
} from './act.ts'
import { evidenceFileRoute, granuleRoute, ledgerRoute, scoresRoute } from './read.ts'
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
