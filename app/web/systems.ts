import type { ComponentType, LazyExoticComponent } from 'react'

/** What `systems/<id>/web/index.tsx` exports by default: pages of its own, loaded when opened. */
export interface SystemWeb {
  readonly pages: readonly { readonly path: string; readonly element: LazyExoticComponent<ComponentType> }[]
}

const doors = import.meta.glob<{ default: SystemWeb }>('../../systems/*/web/index.tsx', { eager: true })

export const systemPages = Object.values(doors).flatMap((door) => door.default.pages)
