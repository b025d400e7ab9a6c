import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi } from '../../../../app/web/client/queries.ts'

export type Ladder = ApiAnswer<'/api/enterprises/ladder/{id}'>
export type Rung = Ladder['rungs'][number]
export type Verdict = NonNullable<Rung['verdict']>
export type Held = Ladder['held'][number]
export type Missing = Verdict['missing'][number]

export const useLadder = (id: string) => useApi('/api/enterprises/ladder/{id}', { path: { id } })
