import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'

export default {
  pages: [
    {
      path: '/efficiency',
      element: lazy(() => import('./BoardPage.tsx')),
      name: { zh: '亩均评价', en: 'Output per mu' },
      group: 'enterprises',
      of: 'offices',
    },
    { path: '/efficiency/rounds/:id', element: lazy(() => import('./RoundPage.tsx')) },
    { path: '/efficiency/results/:id', element: lazy(() => import('./ResultPage.tsx')) },
  ],
  panels: [
    {
      record: 'enterprises.enterprises',
      name: { zh: '亩均评价', en: 'Output per mu' },
      order: 40,
      element: lazy(() => import('./EnterprisePanel.tsx')),
    },
  ],
} satisfies SystemWeb
