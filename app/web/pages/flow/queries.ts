import type { ApiAnswer } from '../../client/api.ts'
import { post } from '../../client/fetch.ts'
import { queryClient, useApi } from '../../client/queries.ts'

export type InboxTask = ApiAnswer<'/api/flow/inbox'>['tasks'][number]
export type DoneTask = ApiAnswer<'/api/flow/inbox/done'>['tasks'][number]
export type CaseWhole = ApiAnswer<'/api/flow/cases/{id}'>
export type OpenTask = CaseWhole['tasks'][number]
export type CaseLine = ApiAnswer<'/api/flow/cases'>['cases'][number]

export const useCounts = (enabled = true) => useApi('/api/flow/inbox/counts', enabled ? {} : undefined)
export const useCase = (id: string) => useApi('/api/flow/cases/{id}', { path: { id } })
export const useCaseDiagram = (id: string) => useApi('/api/flow/cases/{id}/diagram', { path: { id } })

/** Everything shown of cases is asked for anew. */
export const refreshFlow = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/flow') })

/** Takes, leaves or does a task; whether it went or was refused, the screen shows what is true now. */
export const actOn = async (
  { id, token }: { readonly id: string; readonly token: number },
  verb: 'take' | 'leave' | 'do',
  body: object = {},
): Promise<void> => {
  try {
    await post(`/api/flow/cases/${encodeURIComponent(id)}/tasks/${token}/${verb}`, body)
  } finally {
    void refreshFlow()
  }
}
