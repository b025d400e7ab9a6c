import type { Route } from '../../../kernel/system.ts'
import { ladderRoute } from './ladder.ts'

export const routes: readonly Route[] = [ladderRoute]
