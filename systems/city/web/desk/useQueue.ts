import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { get } from '../../../../app/web/client/fetch.ts'
import { useChanges } from '../../../../app/web/client/live.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'
import { paced } from './pace.ts'
import type { Queue } from './queries.ts'
import { without } from './without.ts'

const KEY = ['city-desk-queue'] as const
const refresh = () => queryClient.invalidateQueries({ queryKey: KEY })

/** What others do is seen at once where nothing was asked for so long, else together after it. */
const APART_MS = 5000
/** With fewer left, more are fetched. */
const FEW = 15

/** What waits for the desk, as others change it; what one has done oneself is taken out without asking for all of it. */
export function useQueue() {
  const asked = useQuery<Queue, Error>({ queryKey: KEY, queryFn: () => get<Queue>('/api/city/desk/queue') })
  const pace = useRef(paced(APART_MS, () => void refresh()))
  useEffect(() => pace.current.end, [])
  useChanges(({ record, own }) => {
    if (!own && (record === 'city.reports' || record === 'flow.cases')) pace.current.ask()
  })
  return asked
}

/** Takes out one that has been decided. @param sent whether it went to an office */
export function takeOut(id: string, sent: boolean): void {
  // An answer that is under way may still have it.
  const isAsking = queryClient.isFetching({ queryKey: KEY }) > 0
  const left = queryClient.setQueryData<Queue>(KEY, (queue) => queue && without(queue, id, sent))
  const more = left && left.accepting + left.dispatching > left.rows.length
  if (isAsking || (more && left.rows.length < FEW)) void refresh()
}

export { refresh as askQueueAgain }
