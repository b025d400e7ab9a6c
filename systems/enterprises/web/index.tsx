import { lazy } from 'react'
import type { SystemWeb } from '../../../app/web/systems.ts'

const RECORD = 'enterprises.enterprises'

export default {
  pages: [
    {
      path: '/enterprises',
      element: lazy(() => import('./office/OfficePage.tsx')),
      name: { zh: '梯度培育', en: 'The ladder' },
      group: 'enterprises',
      of: 'offices',
    },
    {
      path: '/enterprises/duplicates',
      element: lazy(() => import('./merge/DuplicatesPage.tsx')),
      name: { zh: '疑似重复登记', en: 'Registered twice?' },
    },
    {
      path: '/enterprise',
      element: lazy(() => import('./own/OwnPage.tsx')),
      name: { zh: '我的企业', en: 'My enterprise' },
      startOf: ['enterprise'],
    },
  ],
  panels: [
    {
      record: 'enterprises.merges',
      name: { zh: '撤销合并', en: 'Undo the merge' },
      order: 10,
      element: lazy(() => import('./merge/UndoMerge.tsx')),
    },
    {
      record: 'enterprises.distinctions',
      name: { zh: '撤销认定', en: 'Undo the finding' },
      order: 10,
      element: lazy(() => import('./merge/UndoApart.tsx')),
    },
    {
      record: RECORD,
      name: { zh: '梯度培育', en: 'The ladder' },
      order: 10,
      element: lazy(() => import('./ladder/LadderPanel.tsx')),
    },
  ],
} satisfies SystemWeb
