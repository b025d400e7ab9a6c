import { useMutation } from '@tanstack/react-query'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { address, post, send } from '../../../../app/web/client/fetch.ts'
import { queryClient, useApi } from '../../../../app/web/client/queries.ts'

export type Reading = ApiAnswer<'/api/policy/readings/{id}'>
export type Line = ApiAnswer<'/api/policy/readings'>[number]
export type Finding = Reading['findings'][number]
export type Proposal = Finding['proposal']

export const readingPage = (id: string): string => `/policy/readings/${encodeURIComponent(id)}`
export const readingPath = (id: string): string => `/api/policy/readings/${encodeURIComponent(id)}`

const refresh = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/policy'),
  })

export const useReadings = () => useApi('/api/policy/readings', {})
export const useReading = (id: string) => useApi('/api/policy/readings/{id}', { path: { id } })

export const useBring = () =>
  useMutation({
    mutationFn: async (file: File): Promise<{ id: string }> => {
      const headers = { 'content-type': 'application/octet-stream' }
      const path = address('/api/policy/readings', { name: file.name })
      return (await send(path, { method: 'POST', headers, body: file })).json()
    },
    onSuccess: refresh,
  })

/** Changes under one paper; what is shown is asked for again. */
export const useChange = (id: string) =>
  useMutation({
    mutationFn: ({ path, body = {} }: { readonly path: string; readonly body?: object }) =>
      post(`${readingPath(id)}${path}`, body),
    onSettled: refresh,
  })
