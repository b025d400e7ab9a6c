import { useInfiniteQuery } from '@tanstack/react-query'
import type { ApiAnswer, GetPath } from './api.ts'
import { get, type Query } from './fetch.ts'

/** A list that goes on by its cursor; its key begins with its address, so that live messages reach it. */
export function usePages<P extends GetPath>(path: P, query: Query, enabled = true) {
  type Page = ApiAnswer<P> & { readonly next: string | null }
  return useInfiniteQuery({
    queryKey: [path, query],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => get<Page>(path, { ...query, after: pageParam }),
    getNextPageParam: ({ next }: Page) => next ?? undefined,
  })
}
