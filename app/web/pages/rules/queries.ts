import { useMutation } from '@tanstack/react-query'
import type { ApiAnswer } from '../../client/api.ts'
import { post, send } from '../../client/fetch.ts'
import { queryClient, useApi } from '../../client/queries.ts'
import type { paths } from '../../client/schema.ts'

export type Rule = ApiAnswer<'/api/rules'>[number]
export type RuleWhole = ApiAnswer<'/api/rules/{id}'>
export type Version = RuleWhole['versions'][number]
export type VersionWhole = ApiAnswer<'/api/rules/{id}/versions/{number}'>
export type Check = VersionWhole['check']
export type Effect = NonNullable<VersionWhole['effect']>
export type Decided = Answer<'/api/rules/{id}/decide'>

type Answer<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer T } } } }
}
  ? T
  : never

export const useRules = () => useApi('/api/rules', {})
/** Which day is asked about, and the day whose knowledge counts; empty: today, and all that is known. */
export interface Moment {
  readonly asOf?: string
  readonly knownOn?: string
}

export const useRule = (id: string, moment: Moment = {}) =>
  useApi('/api/rules/{id}', { path: { id }, query: moment })
export const useVersion = (id: string, number: string) =>
  useApi('/api/rules/{id}/versions/{number}', { path: { id, number: Number(number) } })

const rulePath = (id: string) => `/api/rules/${encodeURIComponent(id)}`
const versionPath = (id: string, number: number) => `${rulePath(id)}/versions/${number}`

export const checkModel = (id: string, wording: { model: string; cases: string }): Promise<Check> =>
  post(`${rulePath(id)}/check`, wording)

/** Everything shown of rules is asked for anew once something was done with one. */
export const refreshRules = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/rules') })

export const useMeasure = (id: string) =>
  useMutation({
    mutationFn: (asked: { model: string }) => post<Effect>(`${rulePath(id)}/effect`, asked),
  })

export const useDecide = (id: string) =>
  useMutation({
    mutationFn: (asked: Moment & { subject?: string; input?: Record<string, unknown>; model?: string }) =>
      post<Decided>(`${rulePath(id)}/decide`, asked),
  })

export const startDraft = async (id: string, like: number, note: string): Promise<Version> => {
  const version = await post<Version>(`${rulePath(id)}/drafts`, { like, note })
  await refreshRules()
  return version
}

export const saveVersion = (id: string, number: number, body: object): Promise<Version & { check: Check }> =>
  post(versionPath(id, number), body, 'PATCH')

export const moveVersion = async (
  id: string,
  number: number,
  move: string,
  body: object = {},
): Promise<void> => {
  await post(`${versionPath(id, number)}/${move}`, body)
  await refreshRules()
}

export const discardVersion = async (id: string, number: number): Promise<void> => {
  await send(versionPath(id, number), { method: 'DELETE' })
  await refreshRules()
}
