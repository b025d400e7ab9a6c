import type { ApiAnswer } from '../../../client/api.ts'
import { post } from '../../../client/fetch.ts'
import { useApi } from '../../../client/queries.ts'
import { versionWays } from '../../versions/ways.ts'
import { refreshFlow } from '../queries.ts'

export type Process = ApiAnswer<'/api/flow/processes/{id}'>
export type Version = Process['versions'][number]
export type VersionWhole = ApiAnswer<'/api/flow/processes/{id}/versions/{number}'>
export type DiagramProblem = VersionWhole['problems'][number]
export type Forms = VersionWhole['forms']
export type ElementWithCases = ApiAnswer<'/api/flow/processes/{id}/versions/{number}/elements'>[number]

export interface Drawn {
  readonly diagram: string
  readonly forms: Forms
}
export interface VersionMove {
  readonly from: number
  readonly to: number
  readonly mapping: Readonly<Record<string, string>>
}
export interface Tried {
  readonly cases: number
  readonly unfit: readonly {
    readonly case: string
    readonly title: string
    readonly unfit: readonly { readonly code: 'GONE' | 'KIND' | 'WITHIN' | 'FLOW'; readonly what: string }[]
  }[]
}

export const useProcesses = () => useApi('/api/flow/processes', {})
export const useProcess = (id: string) => useApi('/api/flow/processes/{id}', { path: { id } })
export const useVersion = (id: string, number: number | undefined) =>
  useApi(
    '/api/flow/processes/{id}/versions/{number}',
    number === undefined ? undefined : { path: { id, number } },
  )
export const useElements = (id: string, number: number | undefined) =>
  useApi(
    '/api/flow/processes/{id}/versions/{number}/elements',
    number === undefined ? undefined : { path: { id, number } },
  )

export const {
  ownPath: processPath,
  startDraft,
  saveVersion,
  moveVersion,
  discardVersion,
} = versionWays<VersionWhole, VersionWhole>('/api/flow/processes', refreshFlow)

export const checkDrawn = (id: string, { diagram, forms }: Drawn): Promise<readonly DiagramProblem[]> =>
  post(`${processPath(id)}/check`, { diagram, forms })

export const tryMove = (id: string, move: VersionMove): Promise<Tried> => post(`${processPath(id)}/try`, move)

export const moveCases = async (
  id: string,
  move: VersionMove & { readonly why: string },
): Promise<number> => {
  const { cases } = await post<{ cases: number }>(`${processPath(id)}/move`, move)
  await refreshFlow()
  return cases
}
