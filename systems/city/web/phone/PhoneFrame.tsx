import './phone.css'
import { useEffect } from 'react'
import { NavLink } from 'react-router'
import { useSession } from '../../../../app/web/client/queries.ts'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { DemonstrationLine } from '../../../../app/web/kit/DemonstrationLine.tsx'
import { LanguageButton } from '../../../../app/web/kit/LanguageButton.tsx'
import type { Text } from '../../../../kernel/text.ts'
import { useOnline } from './queue/useQueue.ts'
import { P } from './words.ts'

interface Props {
  readonly title: Text
  readonly about: Text
  readonly links: readonly { readonly to: string; readonly name: Text }[]
  readonly children: React.ReactNode
}

/** The frame of a page for one hand; it needs nothing from the server, so that it opens without a network. */
export function PhoneFrame({ title, about, links, children }: Props) {
  const say = useSay()
  const words = useWords()
  const online = useOnline()
  const { data } = useSession()
  const name = say(title)
  useEffect(() => {
    document.title = `${name} · ${words('brand')}`
  }, [name, words])
  return (
    <div className="phone">
      <header className="phone-head">
        <a href="/" className="brand">
          <strong>{words('brand')}</strong>
        </a>
        <nav aria-label={words('nav')}>
          {links.map(({ to, name }) => (
            <NavLink key={to} to={to} end>
              {say(name)}
            </NavLink>
          ))}
        </nav>
        <LanguageButton />
      </header>
      {!online && (
        <p className="phone-notice" data-off="true" role="status">
          {say(P.offline)}
        </p>
      )}
      {online && data?.zone.demonstration && (
        <p className="phone-notice">
          <DemonstrationLine />
        </p>
      )}
      <main className="phone-main">
        <header className="page-head">
          <div>
            <h1>{name}</h1>
            <p>{say(about)}</p>
          </div>
        </header>
        <div className="stack">{children}</div>
      </main>
    </div>
  )
}

export const RESIDENT_LINKS = [
  { to: '/report-it', name: P.report },
  { to: '/follow', name: P.follow },
] as const
