import { post } from '../../../app/web/client/fetch.ts'
import { queryClient } from '../../../app/web/client/queries.ts'

/** Takes a step and asks again for all that the evaluation shows. */
export const send = (path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> =>
  post(`/api/efficiency${path}`, body).finally(() =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/(records\/)?efficiency/.test(String(queryKey[0])),
    }),
  )
