import { useMutation, useQuery } from '@tanstack/react-query'
import type { Language } from '../../../../kernel/text.ts'
import type { ApiAnswer } from '../../client/api.ts'
import { address, get, post, send } from '../../client/fetch.ts'
import { queryClient } from '../../client/queries.ts'
import type { paths } from '../../client/schema.ts'
import type { MetaRecord } from '../../client/types.ts'

export type Job = ApiAnswer<'/api/imports/{id}'>
export type FileColumn = Job['sheets'][number]['columns'][number]

/** How often a page asks how far a work is. */
const EVERY_MS = 700
const pathOf = (id: string) => `/api/imports/${encodeURIComponent(id)}`
export const isBusy = (job: Job | undefined): boolean => job?.state === 'checking' || job?.state === 'writing'

/** A file that was brought, asked about again for as long as the server works on it. */
export const useJob = (id: string | undefined) =>
  useQuery<Job, Error>({
    queryKey: [pathOf(id ?? '')],
    queryFn: () => get(pathOf(id ?? '')),
    enabled: id !== undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => (isBusy(state.data) ? EVERY_MS : false),
  })

const keep = (job: Job) => queryClient.setQueryData([pathOf(job.id)], job)

export const useBring = (record: MetaRecord) =>
  useMutation({
    mutationFn: async (file: File): Promise<Job> => {
      const path = address(`/api/exchange/${record.id.replace('.', '/')}/imports`, { name: file.name })
      const headers = { 'content-type': 'application/octet-stream' }
      return (await send(path, { method: 'POST', headers, body: file })).json()
    },
    onSuccess: keep,
  })

export const useStep = (job: Job) =>
  useMutation({
    mutationFn: ({ step, body = {} }: { step: 'check' | 'write' | 'cancel'; body?: object }) =>
      post<Job>(`${pathOf(job.id)}/${step}`, body),
    onSuccess: (next) => {
      // What was bad before the step is no longer what is bad after it.
      queryClient.removeQueries({ queryKey: [badPath(job.id)] })
      keep(next)
    },
  })

export type TakenBack =
  paths['/api/imports/{id}/undo']['post']['responses'][200]['content']['application/json']

/** What taking an import back would do, and does. */
export const useUndo = (job: Job) =>
  useMutation({
    mutationFn: (body: { preview: boolean; why?: string }) => post<TakenBack>(`${pathOf(job.id)}/undo`, body),
    onSuccess: (_, { preview }) => preview || queryClient.invalidateQueries({ queryKey: [pathOf(job.id)] }),
  })

export const dropJob = (id: string): Promise<unknown> => send(pathOf(id), { method: 'DELETE' })
export const markedPath = (id: string, language: Language): string =>
  address(`${pathOf(id)}/marked`, { language })
export const badPath = (id: string): string => `${pathOf(id)}/bad`
