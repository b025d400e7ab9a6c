import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { zoneInstant } from '../../../../app/web/client/clock.ts'
import { ProblemError, post } from '../../../../app/web/client/fetch.ts'
import type { Credentials, FollowedReport } from './Followed.tsx'
import { change, one } from './queue/store.ts'
import { useOnline } from './queue/useQueue.ts'

/** Where a report of this device stood when it was last asked for. */
export interface KeptReport {
  readonly at: string
  readonly report: FollowedReport
}

export const keptName = (number: string): string => `follow ${number}`

/** What was kept of a report; undefined where nothing was. */
export function useKept(number: string | undefined, again: unknown): KeptReport | undefined {
  const [kept, setKept] = useState<KeptReport>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for anew when told so
  useEffect(() => {
    if (number)
      void one('kept', keptName(number)).then(
        (found) => setKept(found?.value as KeptReport | undefined),
        () => undefined,
      )
  }, [number, again])
  return kept
}

/** A report by its number and code; without a network as it stood last, if it was reported from this device. */
export function useFollowed(by: Credentials) {
  const online = useOnline()
  const asked = useQuery<FollowedReport, Error>({
    queryKey: ['follow', by.number, by.token],
    staleTime: 0,
    queryFn: () => post<FollowedReport>('/api/city/public/follow', by),
  })
  const { data, error, dataUpdatedAt } = asked
  const silent = !online || (error instanceof ProblemError && error.problem.status === 0)
  const kept = useKept(by.number, silent)
  useEffect(() => {
    if (data) void keep(by.number, { at: zoneInstant(dataUpdatedAt), report: data })
  }, [by.number, data, dataUpdatedAt])
  const old = silent ? (data ? { at: zoneInstant(dataUpdatedAt), report: data } : kept) : undefined
  return { asked, silent, old }
}

/** Only of what left from this device: what somebody looks up on another's is not left behind on it. */
async function keep(number: string, value: KeptReport): Promise<void> {
  try {
    if (await one('mine', number)) await change((put) => put('kept', { name: keptName(number), value }))
  } catch {
    // A browser that keeps nothing still shows what it was answered.
  }
}
