import { Link } from 'react-router'
import { useSay } from '../../i18n/index.ts'
import { W } from '../../kit/map/words.ts'

/** The same rows as a list or on the map, each at its address. */
export function MapTabs({ params, onMap }: { params: URLSearchParams; onMap: boolean }) {
  const say = useSay()
  const to = (view: 'list' | 'map') => {
    const next = new URLSearchParams(params)
    for (const name of ['view', 'at', 'offset', 'after', 'before']) next.delete(name)
    if (view === 'map') next.set('view', 'map')
    return `?${next}`
  }
  return (
    <nav className="tabs" aria-label={say(W.views)}>
      <Link to={to('list')} aria-current={onMap ? undefined : 'page'}>
        {say(W.list)}
      </Link>
      <Link to={onMap ? `?${params}` : to('map')} aria-current={onMap ? 'page' : undefined}>
        {say(W.map)}
      </Link>
    </nav>
  )
}
