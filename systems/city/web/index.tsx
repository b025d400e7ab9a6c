import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'
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
  ],
} satisfies SystemWeb
