import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { post, type Query } from '../../../app/web/client/fetch.ts'
import { sendFile } from '../../../app/web/client/files.ts'
import { queryClient } from '../../../app/web/client/queries.ts'

export interface Sending {
  /** Under `/api/plan`. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** Each is sent by itself, with the body, plain values then, beside it. */
  readonly files?: readonly File[]
}

/**
 * Sends a change and asks again for everything the plan shows; other screens hear of it by the event stream. Of several
 * files the first refusal stops and is told; what went through before it is not sent again. Under a key other parts of
 * the page see it on its way.
 */
export function useSend(mutationKey?: readonly string[]) {
  const sent = useRef(new WeakSet<File>())
  return useMutation({
    ...(mutationKey && { mutationKey }),
    mutationFn: async ({ path, body, files }: Sending) => {
      if (!files) return post(`/api/plan${path}`, body)
      for (const file of files) {
        if (sent.current.has(file)) continue
        await sendFile(`/api/plan${path}`, file, { query: body as Query })
        sent.current.add(file)
      }
    },
    onSettled: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) =>
          String(queryKey[0]).startsWith('/api/plan') || String(queryKey[0]).startsWith('/api/records/plan'),
      }),
  })
}
