import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'

const Report = lazy(() => import('./report/ReportPage.tsx'))

export default {
  pages: [
    { path: '/', element: lazy(() => import('./today/TodayPage.tsx')) },
    { path: '/report', element: Report },
    { path: '/report/:period', element: Report },
    { path: '/report/:period/figure/:ref', element: Report },
    { path: '/plan', element: lazy(() => import('./ledger/LedgerPage.tsx')) },
    { path: '/plan/readings', element: lazy(() => import('./reading/ReadingsPage.tsx')) },
    { path: '/plan/readings/:id', element: lazy(() => import('./reading/ReadingPage.tsx')) },
    { path: '/plan/:id', element: lazy(() => import('./granule/GranulePage.tsx')) },
    { path: '/offices', element: lazy(() => import('./offices/OfficesPage.tsx')) },
    { path: '/wall', element: lazy(() => import('./wall/WallPage.tsx')), bare: true },
    { path: '/verify', element: lazy(() => import('./verify/VerifyPage.tsx')) },
  ],
  // A letter is read and answered where its task is.
  rowPages: [{ record: 'plan.letters', path: ({ granule }) => `/plan/${String(granule)}` }],
} satisfies SystemWeb
