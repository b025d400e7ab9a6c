import { useRef } from 'react'
import { useSession } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'
import { useMarks } from '../i18n/marks.ts'
import { useCloseOutside } from '../kit/useCloseOutside.ts'
import { setTheme, useTheme } from '../theme/theme.ts'
import { DemonstrationPosts, useActingName } from './DemonstrationPosts.tsx'
import { SignedIn } from './SignedIn.tsx'
import { SignInLink } from './SignInLink.tsx'

/** Who acts, by which post, and how the screen looks. */
export function Account() {
  const words = useWords()
  const marks = useMarks()
  const theme = useTheme()
  const { data } = useSession()
  const acting = useActingName()
  const box = useRef<HTMLDetailsElement>(null)
  useCloseOutside(box)
  if (!data) return null
  const close = () => {
    if (box.current) box.current.open = false
  }
  const name = data.person?.display ?? acting
  return (
    <>
      {!data.person && !data.zone.demonstration && <SignInLink />}
      <details className="account" ref={box}>
        <summary aria-label={`${words('account')}${marks.colon}${name}`}>
          <span>{name}</span>
        </summary>
        <div className="account-menu">
          {data.person ? (
            <SignedIn person={data.person} close={close} />
          ) : (
            data.zone.demonstration && <DemonstrationPosts close={close} />
          )}
          <button
            type="button"
            className="button"
            onClick={() => setTheme(theme === 'wall' ? 'light' : 'wall')}
          >
            {words(theme === 'wall' ? 'light' : 'wall')}
          </button>
        </div>
      </details>
    </>
  )
}
