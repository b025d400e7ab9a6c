import { useLocation, useNavigate, useSearchParams } from 'react-router'

/**
 * The side sheet has an address: `/report/2023/figure/<ref>` in a report, `?figure=<ref>` on every other page.
 * @returns the open figure, the address that opens one, and how to go there or away.
 */
export function useFigureAddress() {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const report = /^\/report\/([^/]+)(?:\/figure\/(.+))?/.exec(pathname)

  const to = (ref: string): string => {
    if (report) return `/report/${report[1]}/figure/${encodeURIComponent(ref)}`
    const next = new URLSearchParams(search)
    next.set('figure', ref)
    return `${pathname}?${next}`
  }
  const away = (): string => {
    if (report) return `/report/${report[1]}`
    const next = new URLSearchParams(search)
    next.delete('figure')
    const rest = next.toString()
    return rest ? `${pathname}?${rest}` : pathname
  }
  return {
    open: (report ? report[2] && decodeURIComponent(report[2]) : search.get('figure')) || undefined,
    to,
    close: () => void navigate(away(), { preventScrollReset: true }),
  }
}
