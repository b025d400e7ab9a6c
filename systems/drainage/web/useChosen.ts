import { useSearchParams } from 'react-router'
import type { Chosen } from './types.ts'

/**
 * What the address says is chosen: `?link=` or `?node=`, and `?to=`, the other end of a long section. What else it says
 * stays.
 */
export function useChosen() {
  const [params, setParams] = useSearchParams()
  const [link, node] = [params.get('link'), params.get('node')]
  const chosen: Chosen | undefined = link ? { link } : node ? { node } : undefined
  const choose = (next: Chosen | undefined, end?: string) =>
    setParams((before) => {
      const { link: _link, node: _node, to: _to, ...others } = Object.fromEntries(before)
      return { ...others, ...next, ...(next && end ? { to: end } : {}) }
    })
  return { chosen, to: params.get('to') ?? undefined, choose }
}
