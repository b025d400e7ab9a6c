import { useLocation } from 'react-router'
import { signInAddress } from '../client/door.ts'
import { useWords } from '../i18n/index.ts'

/** To the sign-in page, and back to this one afterwards. */
export function SignInLink({ className = 'button sign-in' }: { className?: string }) {
  const words = useWords()
  // The address it leads to is that of the page in view.
  useLocation()
  return (
    <a className={className} href={signInAddress()}>
      {words('signIn')}
    </a>
  )
}
