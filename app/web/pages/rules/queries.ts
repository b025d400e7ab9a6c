import { useMutation } from '@tanstack/react-query'
import type { ApiAnswer } from '../../client/api.ts'
import { post } from '../../client/fetch.ts'
import { queryClient, useApi } from '../../client/queries.ts'
import type { paths } from '../../client/schema.ts'
import { versionWays } from '../versions/ways.ts'

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

/** Everything shown of rules is asked for anew once something was done with one. */
export const refreshRules = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/rules') })

const {
  ownPath: rulePath,
  startDraft,
  saveVersion,
  moveVersion,
  discardVersion,
} = versionWays<Version, Version & { check: Check }>('/api/rules', refreshRules)

export { discardVersion, moveVersion, saveVersion, startDraft }

export const checkModel = (id: string, wording: { model: string; cases: string }): Promise<Check> =>
  post(`${rulePath(id)}/check`, wording)

export const useMeasure = (id: string) =>
  useMutation({
    mutationFn: (asked: { model: string }) => post<Effect>(`${rulePath(id)}/effect`, asked),
  })

export const useDecide = (id: string) =>
  useMutation({
    mutationFn: (asked: Moment & { subject?: string; input?: Record<string, unknown>; model?: string }) =>
      post<Decided>(`${rulePath(id)}/decide`, asked),
  })
