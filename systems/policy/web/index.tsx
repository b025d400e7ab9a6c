import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'
import { redemptionPages, redemptionPanels } from './redemption/pages.ts'

export default {
  pages: [
    {
      path: '/policy',
      element: lazy(() => import('./library/LibraryPage.tsx')),
      name: { zh: '惠企政策', en: 'Support policies' },
      group: 'enterprises',
    },
    { path: '/policy/readings', element: lazy(() => import('./reading/ReadingsPage.tsx')) },
    { path: '/policy/readings/:id', element: lazy(() => import('./reading/ReadingPage.tsx')) },
    { path: '/policy/:id', element: lazy(() => import('./granule/GranulePage.tsx')) },
    ...redemptionPages,
  ],
  panels: [
    {
      record: 'enterprises.enterprises',
      name: { zh: '可享政策', en: 'Policies' },
      order: 5,
      element: lazy(() => import('./enterprise/PolicyPanel.tsx')),
    },
    {
      record: 'policy.documents',
      name: { zh: '条款和颗粒', en: 'Clauses and granules' },
      order: 10,
      element: lazy(() => import('./library/PaperPanel.tsx')),
    },
    ...redemptionPanels,
  ],
  rowPages: [{ record: 'policy.claims', path: ({ id }) => `/policy/claims/${id}` }],
} satisfies SystemWeb
