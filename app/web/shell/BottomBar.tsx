import { NavLink } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { Icon } from './Icon.tsx'
import { PHONE_PLACES } from './places.ts'

/** Four places within reach of a thumb. */
export function BottomBar() {
  const words = useWords()
  return (
    <nav className="bottom" aria-label={words('nav')}>
      {PHONE_PLACES.map(({ path, word, icon }) => (
        <NavLink key={path} to={path} end={path === '/'}>
          <Icon path={icon} />
          <span>{words(word)}</span>
        </NavLink>
      ))}
    </nav>
  )
}
