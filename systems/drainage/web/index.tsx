import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'
import { W } from './words.ts'

export default {
  pages: [
    {
      path: '/drainage',
      element: lazy(() => import('./DrainagePage.tsx')),
      name: W.title,
      group: 'city',
      of: 'offices',
    },
  ],
} satisfies SystemWeb
