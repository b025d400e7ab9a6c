import { useMutation } from '@tanstack/react-query'
import { post } from '../../../../app/web/client/fetch.ts'
import { queryClient } from '../../../../app/web/client/queries.ts'

/** Asks again for everything that redemption shows. */
export const askAgain = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) =>
      String(queryKey[0]).startsWith('/api/policy') || String(queryKey[0]).startsWith('/api/records/policy'),
  })

/** Sends changes, one after the other; each is under `/api/policy`. */
export const useSend = <I, O>(work: (input: I) => Promise<O>) =>
  useMutation({ mutationFn: work, onSettled: askAgain })

export const send = <T>(path: string, body: Readonly<Record<string, unknown>> = {}) =>
  post<T>(`/api/policy${path}`, body)
