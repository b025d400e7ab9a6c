import { useEffect, useRef } from 'react'

/** What each key does, by its name in small letters; `digit` for 1 to 9. Keys that are typed into a field are left alone. */
export type Keys = Readonly<Record<string, (digit: number) => void>>

export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const { target, key } = event
      if (
        isField(target) ||
        (key === 'Enter' && target instanceof HTMLElement && target.closest('a, button'))
      )
        return
      const does = now.current[/^[1-9]$/.test(key) ? 'digit' : key.toLowerCase()]
      if (!does) return
      event.preventDefault()
      does(Number(key))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
