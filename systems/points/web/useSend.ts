import { useMutation } from '@tanstack/react-query'
import { post } from '../../../app/web/client/fetch.ts'
import { queryClient } from '../../../app/web/client/queries.ts'

/** Sends a step under `/api/points` and asks again for everything that shows points. */
export const useSend = () =>
  useMutation({
    mutationFn: ({ path, body = {} }: { readonly path: string; readonly body?: object }) =>
      post(`/api/points${path}`, body),
    onSettled: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => /^\/api\/(records\/)?points/.test(String(queryKey[0])),
      }),
  })
