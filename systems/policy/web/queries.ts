import type { ApiAnswer } from '../../../app/web/client/api.ts'
import { post, send } from '../../../app/web/client/fetch.ts'
import { queryClient, useApi } from '../../../app/web/client/queries.ts'

export type Library = ApiAnswer<'/api/policy/library'>
export type Head = Library['granules'][number]
export type Run = Library['runs'][number]
export type Whole = ApiAnswer<'/api/policy/granules/{id}'>
export type Check = Whole['check']
export type Words = Whole['words']
export type Criterion = Whole['criteria'][number]
export type Own = ApiAnswer<'/api/policy/enterprises/{id}'>
export type OwnGranule = Own['granules'][number]

export const useLibrary = (
  query: { search?: string; office?: string; state?: string; document?: string } | undefined,
) => useApi('/api/policy/library', query && { query })
export const useGranule = (id: string) => useApi('/api/policy/granules/{id}', { path: { id } })
export const useReached = (id: string, verdict: 'match' | 'near', offset: number) =>
  useApi('/api/policy/granules/{id}/enterprises', { path: { id }, query: { verdict, offset } })
export const useTraits = (asked: boolean) => useApi('/api/policy/traits', asked ? {} : undefined)
export const useOwn = (id: string) => useApi('/api/policy/enterprises/{id}', { path: { id } })

const refresh = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => /^\/api\/(records\/)?policy/.test(String(queryKey[0])),
  })

export const granulePage = (id: string) => `/policy/${encodeURIComponent(id)}`
const granulePath = (id: string) => `/api/policy/granules/${encodeURIComponent(id)}`

export const checkWords = (wording: object): Promise<Check> => post('/api/policy/check', wording)

/** A clause at the end of its paper. */
export async function addClause(values: object): Promise<void> {
  await post('/api/records/policy/clauses', { values })
  await refresh()
}

/** A draft of a new granule of a clause. */
export async function newGranule(clause: string, title: string): Promise<{ id: string }> {
  const made = await post<{ id: string }>('/api/policy/granules', { clause, title })
  await refresh()
  return made
}

export async function move(id: string, name: string, body: object = {}): Promise<{ id: string }> {
  const done = await post<{ id: string }>(`${granulePath(id)}/${name}`, body)
  await refresh()
  return done
}

export async function save(id: string, body: object): Promise<void> {
  await post(granulePath(id), body, 'PATCH')
  await refresh()
}

export async function discard(id: string): Promise<void> {
  await send(granulePath(id), { method: 'DELETE' })
  await refresh()
}

export async function rematch(): Promise<void> {
  await post('/api/policy/runs', {})
  await refresh()
}
