import { useApi } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'

/** How many things are in a person's hands, red where one is late; stands beside the inbox in the navigation. */
export function InboxBadge() {
  const words = useWords()
  const { data } = useApi('/api/flow/inbox/counts', {})
  if (!data || data.mine === 0) return null
  const count = data.mine >= 100 ? '99+' : String(data.mine)
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
