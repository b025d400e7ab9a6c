import { useMutation } from '@tanstack/react-query'
import { post } from '../client/fetch.ts'
import { queryClient } from '../client/queries.ts'

/** Acts by another of one's posts from now on: everything on the screen is asked for anew. */
export const useActBy = () =>
  useMutation({
    mutationFn: (id: string) => post('/api/session/post', { post: id }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
