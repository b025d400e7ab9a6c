import { useMutation } from '@tanstack/react-query'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'

export interface Sending {
  /** Under `/api/plan`. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Sends a change and asks again for everything the plan shows; other screens hear of it by the event stream. */
export const useSend = () =>
  useMutation({
    mutationFn: ({ path, body }: Sending) => post(`/api/plan${path}`, body),
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) =>
          String(queryKey[0]).startsWith('/api/plan') || String(queryKey[0]).startsWith('/api/records/plan'),
      }),
  })
