import { QueryClient, useQuery } from '@tanstack/react-query'
import { type ApiAnswer, type ApiInput, filled, type GetPath } from './api.ts'
import { get, ProblemError, type Query } from './fetch.ts'
import type { FigureAnswer, Row, RowPage, RowTotals } from './types.ts'

/** One change of a row; its images hold declared columns. */
export interface Version {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly why: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

const MINUTE = 60_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: MINUTE,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only a silent network is worth asking again.
      retry: (failures, error) => failures < 2 && error instanceof ProblemError && error.problem.status === 0,
    },
  },
})

const asked = (path: string | undefined, query: Query) => ({
  queryKey: [path, query],
  enabled: path !== undefined,
  placeholderData: <T>(before: T | undefined, last?: { queryKey: readonly unknown[] }) =>
    last?.queryKey[0] === path ? before : undefined,
})

/**
 * Reads an address of the API; the path with its values, and the query, are the cache's key.
 * @param input left undefined, nothing is asked yet
 */
export const useApi = <P extends GetPath>(template: P, input: ApiInput<P> | undefined) => {
  const path = input && filled(template, input.path)
  const query = (input?.query ?? {}) as Query
  return useQuery<ApiAnswer<P>, Error>({ ...asked(path, query), queryFn: () => get(path as string, query) })
}

export const useMeta = () => useApi('/api/meta', {})
/** A record by its id; undefined while the catalogue loads, and for what one may not see. */
export const useMetaRecord = (id: string | undefined) =>
  useMeta()
    .data?.systems.flatMap(({ records }) => records)
    .find((record) => record.id === id)
export const useSession = () => useApi('/api/session', {})
export const useChoices = () => useApi('/api/access/choices', {})
export const useIndicators = () => useApi('/api/indicators', {})
export const useFigure = (ref: string | undefined) => {
  const path = ref && filled('/api/figures/{ref}', { ref })
  return useQuery<FigureAnswer, Error>({ ...asked(path, {}), queryFn: () => get(path as string) })
}
export const useFigureRows = (ref: string | undefined, query: { offset?: number; limit?: number }) =>
  useApi('/api/figures/{ref}/rows', ref === undefined ? undefined : { path: { ref }, query })

export const recordPath = (record: string) => `/api/records/${record.replace('.', '/')}`

/** Rows of a record known by its declaration only: their columns are what `meta` says. */
export const useRows = (record: string | undefined, query: Query) => {
  const path = record && recordPath(record)
  return useQuery<RowPage, Error>({ ...asked(path, query), queryFn: () => get(path as string, query) })
}
/** The totals of a listing, which take longer than its page. */
export const useTotals = (record: string | undefined, query: Query) => {
  const path = record && recordPath(record)
  const apart = { ...query, part: 'totals' }
  return useQuery<RowTotals, Error>({ ...asked(path, apart), queryFn: () => get(path as string, apart) })
}
export const rowPath = (record: string, id: string) => `${recordPath(record)}/${encodeURIComponent(id)}`
export const useRow = (record: string, id: string | undefined, knownOn?: string) => {
  const [path, query] = [id === undefined ? undefined : rowPath(record, id), { knownOn }]
  return useQuery<Row, Error>({ ...asked(path, query), queryFn: () => get(path as string, query) })
}
export const useRowHistory = (record: string, id: string) => {
  const path = `${rowPath(record, id)}/history`
  return useQuery<readonly Version[], Error>({ ...asked(path, {}), queryFn: () => get(path) })
}
