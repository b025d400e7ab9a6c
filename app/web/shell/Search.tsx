import { useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { useHits } from './useHits.ts'

/** One box for everything that has a name; arrow keys choose, Enter opens, "/" jumps here. */
export function Search() {
  const words = useWords()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const hits = useHits(useDeferredValue(q.trim()))
  useSlash(input)
  const shown = open && q.trim() !== ''
  const go = (index: number) => {
    const hit = hits[index]
    if (!hit) return
    setQ('')
    setOpen(false)
    input.current?.blur()
    void navigate(hit.to)
  }
  const keys = new Map<string, () => void>([
    ['ArrowDown', () => setAt(Math.min(at + 1, hits.length - 1))],
    ['ArrowUp', () => setAt(Math.max(at - 1, 0))],
    ['Enter', () => go(at)],
    ['Escape', () => setOpen(false)],
  ])
  return (
    <search className="search">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={words('search')}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[at] ? `${list}-${at}` : undefined}
        placeholder={words('search')}
        value={q}
        onChange={(event) => {
          setQ(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={(event) => {
          const act = keys.get(event.key)
          if (!act || event.nativeEvent.isComposing) return
          event.preventDefault()
          act()
        }}
      />
      {shown && (
        <div className="search-hits" id={list} role="listbox" aria-label={words('search')}>
          {hits.length === 0 && <p className="second">{words('searchNone', { q })}</p>}
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box that keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is named by aria-activedescendant
            <div
              key={hit.to}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(index)}
            >
              <span>{hit.name}</span>
              <small>{words(`searchKind.${hit.kind}`)}</small>
            </div>
          ))}
        </div>
      )}
    </search>
  )
}

/** "/" anywhere but in a field goes to the box. */
function useSlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || /INPUT|TEXTAREA|SELECT/.test((event.target as HTMLElement).tagName)) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', jump)
    return () => removeEventListener('keydown', jump)
  }, [input])
}
