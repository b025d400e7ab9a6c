import { useEffect, useRef } from 'react'
import { post } from '../client/fetch.ts'
import { queryClient, useMeta } from '../client/queries.ts'
import type { Person } from '../client/types.ts'
import { useWords } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { usePost } from '../kit/usePost.ts'
import { setTheme, useTheme } from '../theme/theme.ts'

/** Nobody in particular is a visitor. */
function usePersonName(): (person: Person | undefined) => string {
  const words = useWords()
  const post = usePost()
  return (person) => (!person || person.id === 'visitor' ? words('visitor') : post(person.name))
}

/** Which post one acts as, and how the screen looks. */
export function Account() {
  const words = useWords()
  const marks = useMarks()
  const { data } = useMeta()
  const name = usePersonName()
  const theme = useTheme()
  const box = useRef<HTMLDetailsElement>(null)
  useCloseOutside(box)
  const act = async (person: string | null) => {
    await post('/api/session', { person })
    if (box.current) box.current.open = false
    await queryClient.invalidateQueries()
  }
  if (!data) return null
  const people = [{ id: 'visitor', name: '', role: 'guest', office: '' }, ...data.people]
  return (
    <details className="account" ref={box}>
      <summary aria-label={`${words('account')}${marks.colon}${name(data.actor)}`}>
        <span>{name(data.actor)}</span>
      </summary>
      <div className="account-menu">
        <p className="second">{words('actAs')}</p>
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                aria-current={person.id === data.actor.id || undefined}
                onClick={() => void act(person.id === 'visitor' ? null : person.id)}
              >
                {name(person)}
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="button"
          onClick={() => setTheme(theme === 'wall' ? 'light' : 'wall')}
        >
          {words(theme === 'wall' ? 'light' : 'wall')}
        </button>
      </div>
    </details>
  )
}

function useCloseOutside(box: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (event: Event) => {
      const element = box.current
      if (!element?.open) return
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !element.contains(event.target as Node))
        element.open = false
    }
    addEventListener('pointerdown', close)
    addEventListener('keydown', close)
    return () => {
      removeEventListener('pointerdown', close)
      removeEventListener('keydown', close)
    }
  }, [box])
}
