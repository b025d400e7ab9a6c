import { Link } from 'react-router'
import { useFigureAddress } from './useFigureAddress.ts'

/** A number that can be clicked down to its rows. */
export function FigureLink({
  to,
  children,
  label,
  className = 'figure-link',
}: {
  to: string
  children: React.ReactNode
  label?: string
  className?: string
}) {
  const address = useFigureAddress()
  return (
    <Link
      className={className}
      to={address.to(to)}
      preventScrollReset
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </Link>
  )
}
