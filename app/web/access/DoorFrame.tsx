import { useEffect } from 'react'
import { useSession } from '../client/queries.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { LanguageButton } from '../kit/LanguageButton.tsx'

/** The frame of what stands before the door: whose system it is, the language, one box. */
export function DoorFrame({ title, children }: { title: string; children: React.ReactNode }) {
  const words = useWords()
  const say = useSay()
  const { data } = useSession()
  useEffect(() => {
    document.title = `${title} · ${words('brand')}`
  }, [title, words])
  return (
    <div className="door">
      <header className="door-head">
        <a href="/" className="brand">
          <strong>{words('brand')}</strong>
          <span>{say(data?.zone.name)}</span>
        </a>
        <LanguageButton />
      </header>
      <main className="door-box">
        <section className="block">{children}</section>
      </main>
    </div>
  )
}
