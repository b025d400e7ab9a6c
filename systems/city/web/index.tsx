import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'
import { P } from './phone/words.ts'
import { W } from './words.ts'

export default {
  pages: [
    {
      path: '/city',
      element: lazy(() => import('./OverviewPage.tsx')),
      name: W.title,
      group: 'city',
      of: 'offices',
    },
    {
      path: '/report-it',
      element: lazy(() => import('./phone/ReportPage.tsx')),
      bare: true,
      name: P.report,
      group: 'city',
    },
    { path: '/follow', element: lazy(() => import('./phone/FollowPage.tsx')), bare: true },
    {
      path: '/city/tasks',
      element: lazy(() => import('./phone/TasksPage.tsx')),
      bare: true,
      name: P.tasks,
      group: 'city',
      of: 'offices',
    },
    // The desk of one office is reached from the overview, by whoever is of that office.
    { path: '/city/desk', element: lazy(() => import('./desk/DeskPage.tsx')) },
    {
      path: '/city/cleanest',
      element: lazy(() => import('./cleanest/CleanestPage.tsx')),
      name: W.cleanest,
      group: 'city',
      of: 'offices',
    },
    { path: '/city/wall', element: lazy(() => import('./wall/WallPage.tsx')), bare: true },
  ],
  panels: [
    {
      record: 'city.reports',
      name: W.photos,
      order: 10,
      element: lazy(() => import('./PhotosPanel.tsx')),
    },
  ],
} satisfies SystemWeb
