import { useSearchParams } from 'react-router'
import type { W } from './words.ts'

const HOUR = 3_600_000
/** How long the stretches are that can be chosen. */
export const SPANS: Readonly<Record<keyof (typeof W)['spans'], number>> = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
  year: 365 * 24 * HOUR,
}
export type Span = keyof typeof SPANS

/** So many steps of a stretch: its end lies on one, so that what was asked is not asked anew at every reading. */
const STEPS = 300

/** The stretch that is looked at, from the address: up to the newest reading, or where one went from there. */
export function useSpan(newest: string) {
  const [params, setParams] = useSearchParams()
  const asked = params.get('span') ?? ''
  const span: Span = asked in SPANS ? (asked as Span) : 'day'
  const length = SPANS[span]
  const step = length / STEPS
  const atNewest = Math.floor(Date.parse(newest) / step + 1) * step
  const given = Date.parse(params.get('to') ?? '')
  const to = Number.isFinite(given) && given < atNewest ? given : atNewest
  const set = (name: 'span' | 'to', value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === undefined) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const goTo = (end: number) => set('to', end < atNewest ? new Date(end).toISOString() : undefined)
  return {
    span,
    from: new Date(to - length).toISOString(),
    to: new Date(to).toISOString(),
    isNewest: to === atNewest,
    choose: (chosen: Span) => set('span', chosen),
    earlier: () => goTo(to - length),
    later: () => goTo(to + length),
    toNewest: () => set('to', undefined),
  }
}
