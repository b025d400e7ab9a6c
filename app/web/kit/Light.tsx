import type { Light as Name } from '../client/types.ts'
import { useWords } from '../i18n/index.ts'

/** Colour, shape and word together: a light must be read without seeing colours. */
const SHAPES: Record<Name, React.ReactNode> = {
  done: <path d="M2 6.5 5 9.5 10.5 3" fill="none" strokeWidth="2" stroke="currentColor" />,
  green: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  yellow: <path d="M6 1 11.2 10.5H.8Z" fill="currentColor" />,
  red: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  grey: <circle cx="6" cy="6" r="4" fill="none" strokeWidth="1.5" stroke="currentColor" />,
}

export function LightShape({ light }: { light: Name }) {
  return (
    <svg
      className={`light-shape light-${light}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      {SHAPES[light]}
    </svg>
  )
}

export function Light({ light, word }: { light: Name | null | undefined; word?: string }) {
  const words = useWords()
  const name = light && light in SHAPES ? light : 'grey'
  return (
    <span className="light">
      <LightShape light={name} />
      {word ?? words(`light_.${name}`)}
    </span>
  )
}
