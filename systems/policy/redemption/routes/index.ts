import { batchRoutes } from './batches.ts'
import { claimRoutes } from './claims.ts'
import { noticeRoutes } from './notices.ts'

export const redemptionRoutes = [...claimRoutes, ...noticeRoutes, ...batchRoutes]
