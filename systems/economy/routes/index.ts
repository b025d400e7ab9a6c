import type { Route } from '../../../kernel/system.ts'
import { overview } from './overview.ts'
import { peers } from './peers.ts'
import { fileReturn } from './returns.ts'

export const routes: readonly Route[] = [overview, peers, fileReturn]
