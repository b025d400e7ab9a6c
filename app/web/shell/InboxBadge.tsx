import { useApi } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'

/** How many things are in a person's hands or wait for their decision, red where one is late; stands beside the inbox in the navigation. */
export function InboxBadge() {
  const words = useWords()
  const { data } = useApi('/api/flow/inbox/counts', {})
  const all = data ? data.mine + data.decide : 0
  if (!data || all === 0) return null
  const count = all >= 100 ? '99+' : String(all)
  return (
    <b
      className="nav-badge"
      data-late={data.late > 0}
      title={words(data.late > 0 ? 'inboxLate' : 'inboxOpen', { count })}
    >
      {count}
    </b>
  )
}
