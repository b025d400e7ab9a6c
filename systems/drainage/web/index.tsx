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
    {
      path: '/drainage/twin',
      element: lazy(() => import('./twin/TwinPage.tsx')),
      name: W.twin,
      group: 'city',
      of: 'offices',
    },
    // Reached from the forecast, with whose state it begins.
    { path: '/drainage/scenario', element: lazy(() => import('./scenario/ScenarioPage.tsx')) },
  ],
  panels: [
    {
      record: 'drainage.links',
      name: { zh: '缺陷评估与纵断面', en: 'Defects and long section' },
      order: 10,
      element: lazy(() => import('./PipePanel.tsx')),
    },
    {
      record: 'drainage.nodes',
      name: { zh: '纵断面', en: 'Long section' },
      order: 10,
      element: lazy(() => import('./NodePanel.tsx')),
    },
    {
      record: 'drainage.sensors',
      name: { zh: '读数', en: 'Readings' },
      order: 10,
      element: lazy(() => import('./SensorPanel.tsx')),
    },
  ],
} satisfies SystemWeb
