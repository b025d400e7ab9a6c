import { NavLink } from 'react-router'
import { useSession } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'

/** Pages of the administrators, each shown to whom they answer. */
const PAGES = [
  { path: '/admin/accounts', word: 'accounts', role: 'security' },
  { path: '/admin/settings', word: 'settings', role: 'system' },
  { path: '/admin/events', word: 'accessEvents', role: 'audit' },
] as const

export function AccessLinks({
  className = 'nav-link',
  onClick,
}: {
  className?: string
  onClick?: () => void
}) {
  const words = useWords()
  const { data } = useSession()
  return (
    <>
      {PAGES.filter(({ role }) => role === data?.person?.acting.role).map(({ path, word }) => (
        <NavLink key={path} to={path} className={className} {...(onClick ? { onClick } : {})}>
          {words(word)}
        </NavLink>
      ))}
    </>
  )
}
