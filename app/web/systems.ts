import type { ComponentType, LazyExoticComponent } from 'react'
import type { Text } from '../../kernel/text.ts'

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
  }[]
}

const doors = import.meta.glob<{ default: SystemWeb }>('../../systems/*/web/index.tsx', { eager: true })

export const systemPages: SystemWeb['pages'] = Object.values(doors).flatMap((door) => door.default.pages)
