import { useSyncExternalStore } from 'react'

/** `light` for the desk, `wall` for the dark screen on the wall. */
export type Theme = 'light' | 'wall'

const KEPT = 'gaoxin.theme'
const listeners = new Set<() => void>()
let theme: Theme = localStorage.getItem(KEPT) === 'wall' ? 'wall' : 'light'
document.documentElement.dataset.theme = theme

export function setTheme(next: Theme): void {
  theme = next
  localStorage.setItem(KEPT, next)
  document.documentElement.dataset.theme = next
  for (const listener of listeners) listener()
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => theme,
  )
