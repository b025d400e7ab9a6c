import { QueryClient, useQuery } from '@tanstack/react-query'
import { client } from './api.ts'
import { get, ProblemError, type Query } from './fetch.ts'
import type { FigureAnswer, FigureRows, IndicatorSummary, Meta, RowPage, SeriesAnswer } from './types.ts'

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

/** Reads an address of the API; the path and its query are the cache's key. */
export const useApi = <T>(path: string | undefined, query: Query = {}) =>
  useQuery<T, Error>({
    queryKey: [path, query],
    queryFn: () => get<T>(path as string, query),
    enabled: path !== undefined,
    placeholderData: (before, asked) => (asked?.queryKey[0] === path ? before : undefined),
  })

export const useMeta = () => useApi<Meta>('/api/meta')
export const useIndicators = () => useApi<readonly IndicatorSummary[]>('/api/indicators')
export const useSeries = (id: string, query: { readonly from?: string; readonly to?: string }) =>
  useQuery<SeriesAnswer, Error>({
    queryKey: [`/api/indicators/${id}/series`, query],
    queryFn: async () => {
      const { data } = await client.GET('/api/indicators/{id}/series', { params: { path: { id }, query } })
      return data as SeriesAnswer
    },
  })
export const useFigure = (ref: string | undefined) =>
  useApi<FigureAnswer>(ref && `/api/figures/${encodeURIComponent(ref)}`)
export const useFigureRows = (ref: string | undefined, query: Query) =>
  useApi<FigureRows>(ref && `/api/figures/${encodeURIComponent(ref)}/rows`, query)
export const useRows = (record: string | undefined, query: Query) =>
  useApi<RowPage>(record && `/api/records/${record.replace('.', '/')}`, query)
