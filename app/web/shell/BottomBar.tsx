import { NavLink } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { Icon } from './Icon.tsx'
import { InboxBadge } from './InboxBadge.tsx'
import { PHONE_PLACES } from './places.ts'
import { usePlaces } from './usePlaces.ts'

/** Four places within reach of a thumb. */
export function BottomBar() {
  const words = useWords()
  const places = usePlaces(PHONE_PLACES)
  return (
    <nav className="bottom" aria-label={words('nav')}>
      {places.map(({ path, name, icon }) => (
        <NavLink key={path} to={path} end={path === '/'}>
          <Icon path={icon} />
          <span>{name}</span>
          {path === '/inbox' && <InboxBadge />}
        </NavLink>
      ))}
    </nav>
  )
}
