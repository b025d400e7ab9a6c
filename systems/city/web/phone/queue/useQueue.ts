import { useCallback, useEffect, useState } from 'react'
import { deliver } from './deliver.ts'
import type { Parcel } from './parcel.ts'
import { all, change, type Mine, onChange } from './store.ts'

/** So often what waits is tried again while the page is open: not every loss of a network is told. */
const AGAIN_MS = 20_000

const byTime = (parcels: readonly Parcel[]) => [...parcels].sort((a, b) => (a.made < b.made ? 1 : -1))

/** What waits in this browser and what left from it; sends whenever there is a network. */
export function useQueue(me?: string) {
  const [waiting, setWaiting] = useState<readonly Parcel[]>([])
  const [mine, setMine] = useState<readonly Mine[]>([])
  const [failure, setFailure] = useState<unknown>()
  const go = useCallback(() => void deliver(me).catch(setFailure), [me])
  useEffect(() => {
    const read = () =>
      void Promise.all([all('waiting'), all('mine')])
        .then(([waiting, mine]) => {
          setWaiting(byTime(waiting))
          setMine([...mine].sort((a, b) => (a.at < b.at ? 1 : -1)))
        })
        .catch(setFailure)
    read()
    go()
    const end = onChange(read)
    addEventListener('online', go)
    const timer = setInterval(go, AGAIN_MS)
    return () => {
      end()
      removeEventListener('online', go)
      clearInterval(timer)
    }
  }, [go])
  const add = async (parcel: Parcel) => {
    await change((put) => put('waiting', parcel))
    go()
  }
  const drop = (key: string) => change((_, remove) => remove('waiting', key))
  const retry = async ({ problem: _, ...parcel }: Parcel) => {
    await change((put) => put('waiting', parcel as Parcel))
    go()
  }
  return { waiting, mine, failure, add, drop, retry }
}

/** Whether the browser believes to have a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}
