import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { Empty } from '../kit/States.tsx'

export default function NotFound() {
  const words = useWords()
  return (
    <Empty title={words('notFound')} hint={words('notFoundHint')}>
      <Link className="button" to="/">
        {words('home')}
      </Link>
    </Empty>
  )
}
