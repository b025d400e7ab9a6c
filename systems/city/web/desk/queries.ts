import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { address, get } from '../../../../app/web/client/fetch.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'

export type Queue = ApiAnswer<'/api/city/desk/queue'>
export type DeskCase = ApiAnswer<'/api/city/desk/cases/{id}'>
export type Option = DeskCase['options'][number]
export type Because = Option['offices'][number]['because'][number]

const asked = (id: string) => ({
  // Not by its address: what others do is seen by the queue, and one report is not asked for at every change.
  queryKey: ['city-desk', id],
  queryFn: () => get<DeskCase>(`/api/city/desk/cases/${encodeURIComponent(id)}`),
})

/** One report whole; the next one is fetched while this one is read. */
export function useCase(id: string | undefined, next: string | undefined) {
  const found = useQuery<DeskCase, Error>({ ...asked(id ?? ''), enabled: id !== undefined })
  const ready = found.data !== undefined
  useEffect(() => {
    if (ready && next) void queryClient.prefetchQuery(asked(next))
  }, [ready, next])
  return found
}

export const askAgain = (id: string) => queryClient.invalidateQueries({ queryKey: ['city-desk', id] })
export const forget = (id: string) => queryClient.removeQueries({ queryKey: ['city-desk', id] })

type Classes = ApiAnswer<'/api/city/public/classes'>
const CLASSES_KEPT_MS = 10 * 60_000

/** Not by their address either: they stay the same while reports move. */
export const useClasses = (): Classes['classes'] => {
  const { data } = useQuery<Classes, Error>({
    queryKey: ['city-desk-classes'],
    queryFn: () => get<Classes>('/api/city/public/classes'),
    staleTime: CLASSES_KEPT_MS,
  })
  return data?.classes ?? []
}

export const officesFor = async (named: string, { grid, street }: DeskCase): Promise<Option['offices']> =>
  (
    await get<{ offices: Option['offices'] }>(
      address('/api/city/desk/offices', {
        class: named,
        grid: grid ?? undefined,
        street: street ?? undefined,
      }),
    )
  ).offices
