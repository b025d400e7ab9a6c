import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'
import { W } from './words.ts'

export default {
  pages: [
    {
      path: '/points',
      element: lazy(() => import('./PointsPage.tsx')),
      name: W.title,
      group: 'enterprises',
      of: 'offices',
    },
    { path: '/points/lists', element: lazy(() => import('./ListsPage.tsx')) },
    { path: '/points/check', element: lazy(() => import('./CheckPage.tsx')) },
    { path: '/points/enterprises/:id', element: lazy(() => import('./EnterprisePage.tsx')) },
  ],
  panels: [
    {
      record: 'enterprises.enterprises',
      name: W.title,
      order: 30,
      element: lazy(() => import('./PointsPanel.tsx')),
    },
  ],
} satisfies SystemWeb
