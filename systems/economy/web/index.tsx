import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'

export default {
  pages: [
    {
      path: '/economy',
      element: lazy(() => import('./EconomyPage.tsx')),
      name: { zh: '经济运行', en: 'Economy' },
      group: 'economy',
    },
  ],
} satisfies SystemWeb
