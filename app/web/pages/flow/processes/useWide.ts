import { useSyncExternalStore } from 'react'

const wide = matchMedia('(min-width: 721px)')
const subscribe = (changed: () => void) => {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

/** Whether there is room for an editor: not on a phone. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
