import type { ComponentType } from 'react'
import { Navigate } from 'react-router'
import { useMeta } from '../client/queries.ts'
import { Loading } from '../kit/States.tsx'
import { startOf } from '../systems.ts'

/** The first page: everybody's, or the one at which people of one's role begin. */
export function Start({ page: Page }: { readonly page: ComponentType }) {
  const { data } = useMeta()
  if (!data) return <Loading />
  const own = startOf(data.actor.role)
  return own ? <Navigate to={own.path} replace /> : <Page />
}
