import { NavLink } from 'react-router'
import { useApi, useMeta } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'
import { Icon } from './Icon.tsx'

/** Who works on cases is told about them. */
const TOLD = ['officer', 'supervisor', 'leader', 'statistician', 'gridWorker']

/** The way to what one is told, with how much of it is unread. */
export function Bell() {
  const words = useWords()
  const role = useMeta().data?.actor.role
  const told = role !== undefined && TOLD.includes(role)
  const unread = useApi('/api/flow/notices/unread', told ? {} : undefined).data?.unread ?? 0
  if (!told) return null
  // The server counts no further.
  const count = unread >= 100 ? '99+' : String(unread)
  return (
    <NavLink
      to="/notices"
      className="icon-button bell"
      aria-label={unread ? words('noticesUnread', { count }) : words('notices')}
    >
      <Icon path="M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13ZM8.5 17.5h3" />
      {unread > 0 && <b className="nav-badge">{count}</b>}
    </NavLink>
  )
}
