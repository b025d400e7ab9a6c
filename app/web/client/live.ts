import { useEffect, useRef, useSyncExternalStore } from 'react'
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

/**
 * A record of which rows have changed; `own` where the person of this screen has changed them, `figures` where figures are
 * computed from them.
 */
export interface Change {
  readonly record: string
  readonly own?: boolean
  readonly figures?: boolean
}
const hearers = new Set<(change: Change) => void>()

/** Calls back at every change, for screens that know better than by address what of them has become old. */
export function useChanges(hear: (change: Change) => void): void {
  const now = useRef(hear)
  now.current = hear
  useEffect(() => {
    const told = (change: Change) => now.current(change)
    hearers.add(told)
    return () => void hearers.delete(told)
  }, [])
}

/** What shows figures of all systems. */
const FIGURES = ['/api/figures', '/api/indicators', '/api/plan/report', '/api/plan/verify']

/** One step is told of as several records: what shows two of them is asked for once. */
const GATHER_MS = 100

/** Queries that may show rows of a record: its own lists, its system's pages; figures where they are computed from them. */
const touches = ({ record, figures }: Change): ((path: unknown) => boolean) => {
  const system = record.split('.')[0]
  // Cases move all the time; the diagrams that they follow do not, and notices are told of by themselves.
  if (record === 'flow.cases')
    return (path: unknown) => typeof path === 'string' && /^\/api\/flow\/(?!processes|notices)/.test(path)
  if (record === 'flow.notices')
    return (path: unknown) => typeof path === 'string' && path.startsWith('/api/flow/notices')
  return (path: unknown): boolean =>
    typeof path === 'string' &&
    (path.startsWith(`/api/records/${record.replace('.', '/')}`) ||
      path.startsWith(`/api/${system}/`) ||
      (figures === true && FIGURES.some((start) => path.startsWith(start))))
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
    const changed = new Map<string, Change>()
    let gathering: ReturnType<typeof setTimeout> | undefined
    const askAgain = () => {
      const touched = [...changed.values()].map(touches)
      changed.clear()
      gathering = undefined
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => touched.some((each) => each(queryKey[0])),
      })
    }
    const heard = (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as Change
      if (!change.record) return
      for (const hear of hearers) hear(change)
      changed.set(change.record, change)
      gathering ??= setTimeout(askAgain, GATHER_MS)
    }
    stream.addEventListener('change', heard)
    addEventListener('offline', offline)
    addEventListener('online', online)
    return () => {
      stream.close()
      clearTimeout(gathering)
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
