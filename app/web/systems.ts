import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '../../kernel/access/actor.ts'
import type { Text } from '../../kernel/text.ts'
import type { Row } from './client/types.ts'

/** What `systems/<id>/web/index.tsx` exports by default: pages of its own, loaded when opened. */
export interface SystemWeb {
  readonly pages: readonly {
    readonly path: string
    readonly element: LazyExoticComponent<ComponentType>
    /** Without the frame of navigation: a screen on the wall. */
    readonly bare?: boolean
    /** Named pages stand in the navigation under their group, unless the declaration lists them already. */
    readonly name?: Text
    readonly group?: string
    /** In whose navigation it stands; in everybody's when left out. What it shows is for the routes to say. */
    readonly of?: 'offices'
    /** Whose first page it is, instead of everybody's at `/`. */
    readonly startOf?: readonly Role[]
  }[]
  /** What it adds to the page of a row of any system's record. */
  readonly panels?: readonly {
    readonly record: string
    readonly name: Text
    /** From the top: smaller ones first. */
    readonly order: number
    /** Shows itself in a `Panel` of the kit, which knows its name, its waiting and what one may not see. */
    readonly element: LazyExoticComponent<ComponentType<{ readonly id: string }>>
  }[]
  /** Records whose rows have a page of the system's own, and where that is. */
  readonly rowPages?: readonly { readonly record: string; readonly path: (row: Row) => string }[]
}

const doors = import.meta.glob<{ default: SystemWeb }>('../../systems/*/web/index.tsx', { eager: true })

const webs = Object.values(doors).map((door) => door.default)
export const systemPages: SystemWeb['pages'] = webs.flatMap(({ pages }) => pages)
/** What the kernel itself adds. */
const KERNEL_PANELS: NonNullable<SystemWeb['panels']> = [
  {
    record: 'series.devices',
    name: { zh: '监测量', en: 'What it measures' },
    order: 10,
    element: lazy(() => import('./pages/series/DevicePanel.tsx')),
  },
]
const panels = [...KERNEL_PANELS, ...webs.flatMap(({ panels = [] }) => panels)].sort(
  (a, b) => a.order - b.order,
)

/** What all systems add to the page of a row of a record. */
export const panelsOf = (record: string) => panels.filter((panel) => panel.record === record)

const rowPages = webs.flatMap(({ rowPages = [] }) => rowPages)

/** The page of a row: the system's own, or the generic one. */
export const pageOfRow = (record: string, row: Row): string =>
  rowPages.find((each) => each.record === record)?.path(row) ??
  `/records/${record.replace('.', '/')}/${encodeURIComponent(row.id)}`

/** The page at which people of a role begin; undefined: at `/`. */
export const startOf = (role: string | undefined): SystemWeb['pages'][number] | undefined =>
  systemPages.find((page) => page.startOf?.some((each) => each === role))
