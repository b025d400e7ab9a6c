import { useWords } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'

interface Props {
  readonly offset: number
  readonly shown: number
  /** Not known yet while the whole listing is being counted. */
  readonly total: number | undefined
  /** There are more than `total`. */
  readonly atLeast?: boolean | undefined
  readonly previous: (() => void) | undefined
  readonly next: (() => void) | undefined
}

export function Pager({ offset, shown, total, atLeast, previous, next }: Props) {
  const words = useWords()
  const place = {
    from: formatNumber(offset + 1),
    to: formatNumber(offset + shown),
    n: total === undefined ? '…' : formatNumber(total),
  }
  const says = words(atLeast ? 'pageOver' : 'page', place)
  return (
    <nav className="pager" aria-label={says}>
      <span>{says}</span>
      <button type="button" className="button" disabled={!previous} onClick={previous}>
        {words('previous')}
      </button>
      <button type="button" className="button" disabled={!next} onClick={next}>
        {words('next')}
      </button>
    </nav>
  )
}

interface ByOffset {
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly go: (offset: number) => void
}

/** For listings that are paged by counting. */
export function OffsetPager({ offset, limit, total, go }: ByOffset) {
  const shown = Math.min(limit, total - offset)
  return (
    <Pager
      offset={offset}
      shown={shown}
      total={total}
      previous={offset > 0 ? () => go(Math.max(0, offset - limit)) : undefined}
      next={offset + shown < total ? () => go(offset + limit) : undefined}
    />
  )
}
