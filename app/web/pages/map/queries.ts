import { useQuery } from '@tanstack/react-query'
import { get, type Query } from '../../client/fetch.ts'
import { recordPath } from '../../client/queries.ts'
import type { Bounds } from '../../kit/map/base.ts'
import type { Spot } from '../../kit/map/open.ts'

export interface Cluster {
  readonly count: number
  readonly longitude: number
  readonly latitude: number
}

interface Part {
  readonly count: number
  readonly points: readonly Spot[]
  readonly clusters: readonly Cluster[]
}

interface Totals {
  readonly placed: number
  readonly without: number
  readonly extent: Bounds | null
}

/** What lies in a box of the map; what was there stays in view until the answer comes. */
export function useMapPart(record: string, filters: Query, box: string | undefined) {
  const path = `${recordPath(record)}/map`
  const query = { ...filters, box, part: 'points' }
  return useQuery<Part, Error>({
    queryKey: [path, query],
    queryFn: () => get(path, query),
    enabled: box !== undefined,
    placeholderData: (before) => before,
  })
}

/** How many rows of the list have a place, and where all of them are. */
export function useMapTotals(record: string, filters: Query) {
  const path = `${recordPath(record)}/map`
  const query = { ...filters, part: 'totals' }
  return useQuery<Totals, Error>({
    queryKey: [path, query],
    queryFn: () => get(path, query),
    placeholderData: (before) => before,
  })
}
