import { useEffect, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { W } from '../words.ts'

interface Entry {
  readonly id: string
  readonly level: number
  readonly title: string
}

/** The parts of the report; the one in view is marked. */
export function Contents({ of }: { of: readonly Entry[] }) {
  const say = useSay()
  const current = useInView(of)
  const go = (id: string) => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    document.getElementById(id)?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' })
  }
  return (
    <nav className="report-contents" aria-label={say(W.contents)}>
      <h2>{say(W.contents)}</h2>
      <ol>
        {of.map(({ id, level, title }) => (
          <li key={id} data-level={level}>
            <button
              type="button"
              aria-current={id === current ? 'location' : undefined}
              onClick={() => go(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function useInView(of: readonly Entry[]): string | undefined {
  const [current, setCurrent] = useState<string>()
  const ids = of.map(({ id }) => id).join()
  useEffect(() => {
    const headings = ids.split(',').flatMap((id) => document.getElementById(id) ?? [])
    const look = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 160)
      setCurrent((passed.at(-1) ?? headings[0])?.id)
    }
    look()
    addEventListener('scroll', look, { passive: true })
    return () => removeEventListener('scroll', look)
  }, [ids])
  return current
}
