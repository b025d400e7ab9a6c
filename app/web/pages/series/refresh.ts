import { queryClient } from '../../client/queries.ts'

/** All that is shown of series is asked for anew. */
export const refreshSeries = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/series'),
  })
