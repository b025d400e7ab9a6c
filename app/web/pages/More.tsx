import { NavLink } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { PageHead } from '../kit/PageHead.tsx'
import { AccessLinks } from '../shell/AccessLinks.tsx'
import { PLACES } from '../shell/places.ts'
import { SystemLinks } from '../shell/SystemLinks.tsx'

/** On a phone: everything that has no place in the bottom bar. */
export default function More() {
  const words = useWords()
  return (
    <>
      <PageHead title={words('more')} />
      <div className="more">
        {PLACES.slice(3).map(({ path, word }) => (
          <NavLink key={path} to={path} className="nav-link">
            {words(word)}
          </NavLink>
        ))}
        <SystemLinks />
        <AccessLinks />
        <NavLink to="/help" className="nav-link">
          {words('help')}
        </NavLink>
      </div>
    </>
  )
}
