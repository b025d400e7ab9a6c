import { useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../client/fetch.ts'
import { queryClient, useApi, useMeta } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { Problem } from '../../kit/States.tsx'
import { W } from '../form/words.ts'

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/api/views'] })

/** Views of this list that were saved: links, since a view is an address; and a name for the one at hand. */
export function ViewMenu({ record, query }: { record: MetaRecord; query: string }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const { data: views = [] } = useApi('/api/views', { query: { record: record.id } })
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [error, setError] = useState<unknown>()
  const somebody = meta !== undefined && !['guest', 'visitor'].includes(meta.actor.role)
  if (!somebody) return null
  const attempt = (work: Promise<unknown>) => work.then(refresh).then(() => setError(undefined), setError)
  const save = async (event: React.FormEvent) => {
    event.preventDefault()
    await attempt(post('/api/views', { record: record.id, name, query: query || 'offset=0', shared }))
    setName('')
  }
  return (
    <details className="column-menu view-menu">
      <summary className="button">{say(W.views)}</summary>
      <div>
        {views.length === 0 && <p className="second">{say(W.noViews)}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.id}>
              <Link to={`?${view.query}`}>{view.name}</Link>
              {view.shared && <span className="tag">{say(W.shared)}</span>}
              {view.own && (
                <button
                  type="button"
                  className="link"
                  aria-label={`${say(W.remove)} ${view.name}`}
                  onClick={() =>
                    void attempt(post(`/api/views/${encodeURIComponent(view.id)}`, {}, 'DELETE'))
                  }
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
        <form onSubmit={(event) => void save(event)}>
          <input
            className="input"
            aria-label={say(W.viewName)}
            placeholder={say(W.viewName)}
            value={name}
            maxLength={60}
            required
            onChange={(event) => setName(event.target.value)}
          />
          <label>
            <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
            {say(W.shared)}
          </label>
          <button type="submit" className="button" disabled={name.trim() === ''}>
            {say(W.saveView)}
          </button>
        </form>
        {error !== undefined && <Problem error={error} />}
      </div>
    </details>
  )
}
