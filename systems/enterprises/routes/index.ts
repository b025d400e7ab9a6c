import type { Route } from '../../../kernel/system.ts'
import { ladderRoute } from './ladder.ts'
import {
  apartRoute,
  duplicatesRoute,
  mergePlanRoute,
  mergeRoute,
  undoApartRoute,
  undoMergeRoute,
} from './merge.ts'
import { nearFileRoute, nearRoute, renewalsRoute, rungsRoute } from './office.ts'

export const routes: readonly Route[] = [
  ladderRoute,
  rungsRoute,
  nearRoute,
  nearFileRoute,
  renewalsRoute,
  duplicatesRoute,
  mergePlanRoute,
  mergeRoute,
  undoMergeRoute,
  apartRoute,
  undoApartRoute,
]
