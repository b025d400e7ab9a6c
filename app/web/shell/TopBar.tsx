import { Link } from 'react-router'
import { useMeta } from '../client/queries.ts'
import { useLanguage, useSay, useWords } from '../i18n/index.ts'
import { formatDate } from '../kit/format.ts'
import { LanguageButton } from '../kit/LanguageButton.tsx'
import { Account } from './Account.tsx'
import { Bell } from './Bell.tsx'
import { Icon } from './Icon.tsx'
import { Search } from './Search.tsx'

export function TopBar({ toggle, narrow }: { toggle: () => void; narrow: boolean }) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const { data } = useMeta()
  return (
    <header className="top">
      <button
        type="button"
        className="icon-button rail-toggle"
        onClick={toggle}
        aria-expanded={!narrow}
        aria-label={words(narrow ? 'expand' : 'collapse')}
      >
        <Icon path="M4 6h12M4 10h12M4 14h12" />
      </button>
      <Link to="/" className="brand">
        <strong>{words('brand')}</strong>
        <span>{say(data?.zone.name)}</span>
      </Link>
      <Search />
      {data && (
        <p className="top-date">
          <span className="second">{words('asOf')}</span>{' '}
          <time dateTime={data.zone.today}>{formatDate(data.zone.today, language)}</time>
        </p>
      )}
      <Bell />
      <LanguageButton className="top-language" />
      <Account />
    </header>
  )
}
