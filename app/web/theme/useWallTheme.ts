import { useEffect } from 'react'

/** The wall is dark whatever the desk is; leaving it gives the desk its own look back. */
export function useWallTheme(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = 'wall'
    return () => {
      dataset.theme = before
    }
  }, [])
}
