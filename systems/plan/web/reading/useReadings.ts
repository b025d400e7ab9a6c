import { useMutation } from '@tanstack/react-query'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { address, send } from '../../../../app/web/client/fetch.ts'
import { queryClient, useApi } from '../../../../app/web/client/queries.ts'
import type { Paper } from '../choices.ts'

export type Reading = ApiAnswer<'/api/plan/readings/{id}'>
export type Task = Reading['tasks'][number]
export type ReadingRow = ApiAnswer<'/api/plan/readings'>['rows'][number]

export const useReadings = () => useApi('/api/plan/readings', {})
/** Whether the acting person may bring reports and plans; false until it is known. */
export const useMayRead = (): boolean => useReadings().data?.mayRead ?? false
export const readingPage = (id: string): string => `/plan/readings/${encodeURIComponent(id)}`

interface Bringing {
  readonly file: File
  readonly paper: Paper
  readonly year: string
}

export const useBring = () =>
  useMutation({
    mutationFn: async ({ file, paper, year }: Bringing): Promise<{ id: string }> => {
      const path = address('/api/plan/readings', { name: file.name, paper, year })
      const headers = { 'content-type': 'application/octet-stream' }
      return (await send(path, { method: 'POST', headers, body: file })).json()
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['/api/plan/readings'] }),
  })
