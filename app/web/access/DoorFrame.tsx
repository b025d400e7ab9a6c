import { useEffect } from 'react'
import { useSession } from '../client/queries.ts'
import { switchLanguage, useLanguage, useSay, useWords } from '../i18n/index.ts'

/** The frame of what stands before the door: whose system it is, the language, one box. */
export function DoorFrame({ title, children }: { title: string; children: React.ReactNode }) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
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
        <button
          type="button"
          className="button quiet"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          aria-label={words('languageLabel')}
          onClick={switchLanguage}
        >
          {words('language')}
        </button>
      </header>
      <main className="door-box">
        <section className="block">{children}</section>
      </main>
    </div>
  )
}
