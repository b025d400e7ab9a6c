import { useEffect } from 'react'
import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { Empty } from '../kit/States.tsx'

export default function NotFound() {
  const words = useWords()
  useEffect(() => {
    document.title = `${words('notFound')} · ${words('brand')}`
  }, [words])
  return (
    <>
      <h1 className="sr-only">{words('notFound')}</h1>
      <Empty title={words('notFound')} hint={words('notFoundHint')}>
        <Link className="button" to="/">
          {words('home')}
        </Link>
      </Empty>
    </>
  )
}
