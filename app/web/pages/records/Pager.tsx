import { useWords } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'

interface Props {
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly go: (offset: number) => void
}

export function Pager({ offset, limit, total, go }: Props) {
  const words = useWords()
  const to = Math.min(total, offset + limit)
  return (
    <nav className="pager" aria-label={words('page', { from: offset + 1, to, n: total })}>
      <span>
        {words('page', { from: formatNumber(offset + 1), to: formatNumber(to), n: formatNumber(total) })}
      </span>
      <button
        type="button"
        className="button"
        disabled={offset === 0}
        onClick={() => go(Math.max(0, offset - limit))}
      >
        {words('previous')}
      </button>
      <button type="button" className="button" disabled={to >= total} onClick={() => go(offset + limit)}>
        {words('next')}
      </button>
    </nav>
  )
}
