import { lazy } from 'react'
import type { SystemWeb } from '../../../../app/web/systems.ts'

export const redemptionPages = [
  {
    path: '/policy/claims',
    element: lazy(() => import('./ClaimsPage.tsx')),
    name: { zh: '政策兑现', en: 'Redemption' },
    group: 'enterprises',
    of: 'offices',
  },
  {
    path: '/policy/notices',
    element: lazy(() => import('./NoticesPage.tsx')),
    name: { zh: '兑现公示', en: 'Payment notices' },
    group: 'enterprises',
  },
  { path: '/policy/claims/:id', element: lazy(() => import('./ClaimPage.tsx')) },
  { path: '/policy/batches', element: lazy(() => import('./BatchesPage.tsx')) },
  { path: '/policy/batches/:id', element: lazy(() => import('./BatchPage.tsx')) },
] satisfies SystemWeb['pages']

export const redemptionPanels = [
  {
    record: 'enterprises.enterprises',
    name: { zh: '申报与兑现', en: 'Claims and money' },
    order: 6,
    element: lazy(() => import('./ClaimsPanel.tsx')),
  },
] satisfies NonNullable<SystemWeb['panels']>
