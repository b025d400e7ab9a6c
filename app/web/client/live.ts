import { useEffect, useSyncExternalStore } from 'react'
import { queryClient } from './queries.ts'

/** `live` · `lost` the stream broke and is being tried again · `offline` the device has no network. */
export type Connection = 'live' | 'lost' | 'offline'

let state: Connection = 'live'
const listeners = new Set<() => void>()
const become = (next: Connection) => {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

/** Queries that may show rows of a record: its own lists, its system's pages, figures and indicators. */
const touches = (record: string): ((path: unknown) => boolean) => {
  const system = record.split('.')[0]
  // Cases move all the time; the diagrams that they follow do not.
  if (record === 'flow.cases')
    return (path: unknown) => typeof path === 'string' && /^\/api\/flow\/(?!processes)/.test(path)
  if (record === 'flow.notices')
    return (path: unknown) => typeof path === 'string' && path.startsWith('/api/flow/notices')
  return (path: unknown): boolean =>
    typeof path === 'string' &&
    (path.startsWith(`/api/records/${record.replace('.', '/')}`) ||
      path.startsWith(`/api/${system}/`) ||
      path.startsWith('/api/figures') ||
      path.startsWith('/api/indicators') ||
      path.startsWith('/api/plan/report') ||
      path.startsWith('/api/plan/verify'))
}

/** Keeps every screen as new as the data: the server names the record that changed, its queries are asked again. */
export function useLive(): void {
  useEffect(() => {
    const stream = new EventSource('/api/events')
    const offline = () => become('offline')
    const online = () => become('lost')
    let wasLost = false
    stream.onopen = () => {
      if (wasLost) void queryClient.invalidateQueries()
      wasLost = false
      become('live')
    }
    stream.onerror = () => {
      wasLost = true
      become(navigator.onLine ? 'lost' : 'offline')
    }
    const heard = (event: MessageEvent<string>) => {
      const { record } = JSON.parse(event.data) as { record?: string }
      if (!record) return
      const touched = touches(record)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => touched(queryKey[0]) })
    }
    stream.addEventListener('change', heard)
    addEventListener('offline', offline)
    addEventListener('online', online)
    return () => {
      stream.close()
      removeEventListener('offline', offline)
      removeEventListener('online', online)
    }
  }, [])
}

export const useConnection = (): Connection =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
