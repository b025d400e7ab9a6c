import { useSearchParams } from 'react-router'
import type { Chosen } from './types.ts'

/** What the address says is chosen; `?link=` or `?node=`. */
export function useChosen() {
  const [params, setParams] = useSearchParams()
  const [link, node] = [params.get('link'), params.get('node')]
  const chosen: Chosen | undefined = link ? { link } : node ? { node } : undefined
  const choose = (next: Chosen | undefined) => setParams(next ? { ...next } : {})
  return { chosen, choose }
}
