import { NavLink } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { AccessLinks } from './AccessLinks.tsx'
import { Icon } from './Icon.tsx'
import { InboxBadge } from './InboxBadge.tsx'
import { PLACES } from './places.ts'
import { SystemLinks } from './SystemLinks.tsx'
import { usePlaces } from './usePlaces.ts'

/** At the left: what a person does, then the systems by group. */
export function Navigation() {
  const words = useWords()
  const places = usePlaces(PLACES)
  return (
    <nav className="rail" aria-label={words('nav')}>
      {places.map(({ path, name, icon }) => (
        <NavLink key={path} to={path} end={path === '/'} className="nav-link main" title={name}>
          <Icon path={icon} />
          <span>{name}</span>
          {path === '/inbox' && <InboxBadge />}
        </NavLink>
      ))}
      <div className="rail-systems">
        <SystemLinks />
        <AccessLinks />
        <NavLink to="/help" className="nav-link">
          {words('help')}
        </NavLink>
      </div>
    </nav>
  )
}
