import { useEffect } from 'react'
import { useWords } from '../i18n/index.ts'

/** What the page is, one line on what to do here, and the page's actions at the right. */
export function PageHead({
  title,
  about,
  children,
}: {
  title: string
  about?: React.ReactNode
  children?: React.ReactNode
}) {
  const words = useWords()
  useEffect(() => {
    document.title = `${title} · ${words('brand')}`
  }, [title, words])
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {children && <div className="page-actions">{children}</div>}
    </header>
  )
}
