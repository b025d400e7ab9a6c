import { NavLink } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { AccessLinks } from './AccessLinks.tsx'
import { Icon } from './Icon.tsx'
import { PLACES } from './places.ts'
import { SystemLinks } from './SystemLinks.tsx'

/** At the left: what a person does, then the systems by group. */
export function Navigation() {
  const words = useWords()
  return (
    <nav className="rail" aria-label={words('nav')}>
      {PLACES.map(({ path, word, icon }) => (
        <NavLink key={path} to={path} end={path === '/'} className="nav-link main" title={words(word)}>
          <Icon path={icon} />
          <span>{words(word)}</span>
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
